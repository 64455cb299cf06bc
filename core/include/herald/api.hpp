// Marks the types and functions that libherald exports. Everything else in the project is
// compiled with hidden visibility, so that two plugins can never resolve to each other's code.
#pragma once

#if defined(__GNUC__)
#define HERALD_API __attribute__((visibility("default")))
#else
#define HERALD_API
#endif
