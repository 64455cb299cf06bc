// How text is to look: plain values, in points, that a theme fills in once and a composition passes
// around. Nothing here measures or draws; fonts are named by family and found by font.hpp.
// "Start" and "end" follow the direction of the text: left and right in English, right and left in Arabic.
// Members have initialisers even where they seem idle: GCC warns about those that a designated
// initialiser leaves out, and compositions are written with designated initialisers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/typeset/frame.hpp"

namespace herald::typeset {

enum class Alignment : std::uint8_t { start, end, center, justify };
enum class Direction : std::uint8_t { automatic, left_to_right, right_to_left };
enum class Weight : std::uint8_t { regular, bold };
enum class Slant : std::uint8_t { upright, italic };
enum class Figures : std::uint8_t { proportional, tabular };
enum class Hyphenation : std::uint8_t { off, on };
enum class HangingPunctuation : std::uint8_t { off, on };

struct Insets {
  Points top = 0;
  Points end = 0;
  Points bottom = 0;
  Points start = 0;
};

/// The look of characters. Families are those of fontconfig; where the family lacks a character, a
/// fallback is found by script (font.hpp).
struct TextStyle {
  std::string family = "Noto Sans";
  Weight weight = Weight::regular;
  Slant slant = Slant::upright;
  Points size = 10;
  Color color{};
  Points letter_spacing = 0;  // added after each cluster; ignored in joined scripts, which it would tear apart
  Figures figures = Figures::proportional;
};

/// The look of a paragraph. `direction` automatic takes the first strong character (UAX #9, P2), and
/// where the text has none, the direction of the flow. `language` empty means the document's.
struct ParagraphStyle {
  TextStyle text{};
  Points leading = 14;  // from baseline to baseline
  Alignment alignment = Alignment::start;
  Hyphenation hyphenation = Hyphenation::off;
  HangingPunctuation hanging_punctuation = HangingPunctuation::off;
  Direction direction = Direction::automatic;
  Points start_indent = 0;
  Points end_indent = 0;
  Points first_line_indent = 0;
  Points space_before = 0;  // the greater of two neighbouring spaces counts, as in CSS; none at a page's top
  Points space_after = 0;
  bool keep_with_next = false;
  bool keep_together = false;
  std::uint8_t orphan_lines = 2;  // fewest lines left alone at a page's end
  std::uint8_t widow_lines = 2;   // fewest lines left alone at a page's top
  std::string language{};
};

/// A stretch of text that differs from its paragraph. '\n' in `text` is a forced line break.
struct Inline {
  std::string text{};
  std::optional<std::string> family{};
  std::optional<Weight> weight{};
  std::optional<Slant> slant{};
  std::optional<Color> color{};
  double scale = 1;           // of the paragraph's size
  double rise = 0;            // above the baseline, in ems of the paragraph's size
  std::string uri{};          // a link to an address ...
  std::string target{};       // ... or to a named destination of this layout
  std::string description{};  // where the link leads, in words; the text itself when empty
  std::string language{};     // BCP 47 where it differs from the paragraph's
};

/// Text with marked-up stretches, put together in reading order:
///
///     Text("The motion was ").bold("carried").add(" by 12 votes to 3.").raised("4")
class Text {
 public:
  Text() = default;
  Text(std::string plain) { add(std::move(plain)); }         // NOLINT(google-explicit-constructor)
  Text(std::string_view plain) { add(std::string(plain)); }  // NOLINT(google-explicit-constructor)
  Text(const char* plain) { add(std::string(plain)); }       // NOLINT(google-explicit-constructor)
  Text(Inline part) { add(std::move(part)); }                // NOLINT(google-explicit-constructor)

  Text& add(Inline part) {
    if (!part.text.empty()) parts_.push_back(std::move(part));
    return *this;
  }
  Text& add(std::string text) { return add(Inline{.text = std::move(text)}); }
  Text& bold(std::string text) { return add(Inline{.text = std::move(text), .weight = Weight::bold}); }
  Text& italic(std::string text) { return add(Inline{.text = std::move(text), .slant = Slant::italic}); }
  Text& colored(std::string text, Color color) { return add(Inline{.text = std::move(text), .color = color}); }
  /// Small and raised, as a reference mark: the size and rise of most faces' own superior figures.
  Text& raised(std::string text) { return add(Inline{.text = std::move(text), .scale = 0.62, .rise = 0.35}); }
  Text& link(std::string text, std::string uri, std::string description = {}) {
    return add(Inline{.text = std::move(text), .uri = std::move(uri), .description = std::move(description)});
  }
  /// A link to a destination of the same layout (FlowSettings, Anchor).
  Text& jump(std::string text, std::string target, std::string description = {}) {
    return add(Inline{.text = std::move(text), .target = std::move(target), .description = std::move(description)});
  }
  Text& foreign(std::string text, std::string language) {
    return add(Inline{.text = std::move(text), .language = std::move(language)});
  }
  Text& append(const Text& other) {
    parts_.insert(parts_.end(), other.parts_.begin(), other.parts_.end());
    return *this;
  }

  const std::vector<Inline>& parts() const noexcept { return parts_; }
  bool empty() const noexcept { return parts_.empty(); }
  /// The characters alone.
  std::string plain() const {
    std::string all;
    for (const Inline& part : parts_) all += part.text;
    return all;
  }

 private:
  std::vector<Inline> parts_;
};

}  // namespace herald::typeset
