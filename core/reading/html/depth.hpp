// Hostile pages made harmless before gumbo sees them.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace herald::reading {

/// The page with white space in place of the tags that open more than some hundred elements at once, or that have
/// more than some hundred attributes: gumbo's time grows with the product of tags and open elements, and with the
/// square of a tag's attributes. As long as the source, so that offsets hold; nothing where the source may stay.
/// Linear in the length of the source.
std::string bound_depth(std::string_view source);

}  // namespace herald::reading
