// Stands in until the room has its sources.
#include "core/facts/extract.hpp"
