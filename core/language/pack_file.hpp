// What the reading of one pack (pack.cpp) offers to those beside it: packs.cpp, which keeps many, and
// pack_check.cpp, which looks at each word.
#pragma once

#include <string>
#include <string_view>

#include "core/language/pack.hpp"

namespace herald::language {

/// The classes by which dates are found in a text of any language.
inline constexpr ClassMask calendar_classes =
    mask(WordClass::month) | mask(WordClass::weekday) | mask(WordClass::date_link) | mask(WordClass::day_suffix) |
    mask(WordClass::range_link) | mask(WordClass::range_open) | mask(WordClass::period_leader) |
    mask(WordClass::time_marker) | mask(WordClass::number_link) | mask(WordClass::hijri_month) | mask(WordClass::era);

/// The name that a class has in JSON.
std::string_view class_name(WordClass word_class) noexcept;

/// A pack without what is not needed at once; its text is kept, to be read whole when the language is met.
Result<Pack> parse_head(std::string text, const std::string& location);

}  // namespace herald::language
