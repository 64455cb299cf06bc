// Stands in until the room has its sources.
#include "core/language/pack.hpp"
