// Small work on words that the sections of a newsletter share: labels with a value in them, citations of
// a paragraph, and shortening at a place where a reader would stop.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "formats/template/data.hpp"
#include "herald/plugin/exporter.hpp"

namespace herald::plugins::newsletter {

/// The label with {name} replaced by the value.
std::string filled_label(const herald::Resources& resources, std::string_view key, std::string_view name,
                         std::string_view value);

/// The text, at most `most` characters of it: whole sentences where one ends early enough, else whole words;
/// what was cut is marked with "[…]" or "…".
std::string shortened(const std::string& text, std::size_t most);

/// The tag where it has the shape of one (BCP 47, 2.1: letters and digits in parts of up to eight, joined by
/// hyphens), else "".
std::string language_tag(const std::string& tag);

/// Whether the paragraph `number` is among what the newsletter shows below, so that it can be linked.
struct ShownParagraphs {
  std::uint32_t first = 1;
  std::uint32_t last = 0;
  bool contains(std::uint32_t number) const noexcept { return first <= number && number <= last; }
};

/// Adds "cite" ("para. 3") and "cite_link" ("#p3", where the paragraph is shown) to an item.
void add_citation(herald::templates::Data& item, std::uint32_t paragraph, const ShownParagraphs& shown,
                  const herald::Resources& resources);

}  // namespace herald::plugins::newsletter
