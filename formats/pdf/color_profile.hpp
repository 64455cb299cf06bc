// The sRGB profile of the output intent, made from the numbers of its standard, so that no file has to
// be shipped or found.
#pragma once

#include <string>

namespace herald::pdf {

/// An ICC profile, version 2.1, class display, matrix and tone curve: the colours of IEC 61966-2-1.
std::string srgb_profile();

}  // namespace herald::pdf
