// Stands in until the room has its sources.
#include "core/reading/read.hpp"
