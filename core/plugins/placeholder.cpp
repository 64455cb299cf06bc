// Stands in until the room has its sources.
#include "core/plugins/catalogue.hpp"
