// See theme.hpp. The defaults are those of templates/brief/standard, so that a copy may leave out what it
// does not change.
#include "plugins/pdf_brief/theme.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "formats/template/theme.hpp"

namespace herald::plugins {

namespace {

constexpr std::array<std::pair<std::string_view, Section>, 8> section_names = {{
    {"points", Section::points},
    {"figures", Section::figures},
    {"watch", Section::watch},
    {"quotations", Section::quotations},
    {"people", Section::people},
    {"dates", Section::dates},
    {"text", Section::text},
    {"source", Section::source},
}};

/// Asks for values until one is refused; the first refusal is the reader's answer.
class Reader {
 public:
  Reader(const templates::Theme& source, const std::string& file_name) : source_(source), file_name_(file_name) {}

  std::string text(std::string_view key, std::string_view fallback) { return take(source_.text(key, fallback)); }
  std::string font(std::string_view key, std::string_view fallback) { return take(source_.font_stack(key, fallback)); }
  bool flag(std::string_view key, bool fallback) { return take(source_.flag(key, fallback)); }
  double number(std::string_view key, double fallback, double least, double most) {
    return take(source_.number(key, fallback, least, most));
  }
  std::size_t count(std::string_view key, std::int64_t fallback, std::int64_t least, std::int64_t most) {
    return static_cast<std::size_t>(take(source_.integer(key, fallback, least, most)));
  }

  typeset::Color color(std::string_view key, std::string_view fallback) {
    const std::string hexadecimal = take(source_.color(key, fallback));
    unsigned value = 0;
    if (hexadecimal.size() == 7) std::from_chars(hexadecimal.data() + 1, hexadecimal.data() + 7, value, 16);
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value)};
  }

  std::vector<Section> sections(std::string_view key, std::string_view fallback) {
    std::vector<Section> sections;
    const std::string list = text(key, fallback);
    for (std::size_t begin = 0; begin <= list.size() && !failure_;) {
      const std::size_t comma = std::min(list.find(',', begin), list.size());
      std::string word = list.substr(begin, comma - begin);
      word.erase(0, word.find_first_not_of(" \t"));
      word.erase(word.find_last_not_of(" \t") + 1);
      add_section(key, word, sections);
      begin = comma + 1;
    }
    return sections;
  }

  typeset::Alignment alignment(std::string_view key, std::string_view fallback) {
    const std::string word = text(key, fallback);
    if (word != "start" && word != "justify" && !failure_) refuse(key, "is \"" + word + "\"", "write start or justify");
    return word == "justify" ? typeset::Alignment::justify : typeset::Alignment::start;
  }

  const std::optional<Failure>& failure() const noexcept { return failure_; }

 private:
  template <typename T>
  T take(Result<T> result) {
    if (result) return std::move(result).value();
    if (!failure_) failure_ = result.error();
    return T{};
  }

  void add_section(std::string_view key, const std::string& word, std::vector<Section>& sections) {
    const auto named = std::find_if(section_names.begin(), section_names.end(),
                                    [&word](const auto& one) { return one.first == word; });
    if (named == section_names.end()) {
      return refuse(key, "names the section \"" + word + "\"",
                    "choose among points, figures, watch, quotations, people, dates, text, source");
    }
    if (std::find(sections.begin(), sections.end(), named->second) != sections.end()) {
      return refuse(key, "names the section \"" + word + "\" twice", "name each once");
    }
    sections.push_back(named->second);
  }

  void refuse(std::string_view key, const std::string& what, std::string hint) {
    failure_ = Failure{ErrorCode::template_invalid, std::string(key) + " " + what, std::move(hint), file_name_};
  }

  const templates::Theme& source_;
  const std::string& file_name_;
  std::optional<Failure> failure_;
};

}  // namespace

Result<Theme> read_theme(std::string_view toml, const std::string& file_name, Diagnostics& diagnostics) {
  const Result<templates::Theme> source = templates::parse_theme(toml, file_name);
  if (!source) return source.error();
  Reader read(*source, file_name);
  for (const std::string_view about : {"name", "kind", "description"}) read.text(about, "");

  Theme theme;
  theme.sections = read.sections("layout.sections", "points, figures, watch, quotations, people, dates, text, source");
  theme.margin_side = read.number("layout.margin_side", 62, 28, 140);
  // The running heads stand in these margins and need their room.
  theme.margin_top = read.number("layout.margin_top", 74, 56, 180);
  theme.margin_bottom = read.number("layout.margin_bottom", 70, 50, 180);
  theme.figure_columns = read.count("layout.figure_columns", 4, 1, 6);
  theme.most_points = read.count("layout.most_points", 6, 1, 30);
  theme.most_figures = read.count("layout.most_figures", 8, 1, 30);
  theme.most_quotations = read.count("layout.most_quotations", 6, 1, 30);
  theme.most_dates = read.count("layout.most_dates", 12, 1, 100);
  theme.heads_family = read.font("fonts.heads", "Noto Sans");
  theme.text_family = read.font("fonts.text", "Noto Serif");
  theme.arabic_heads_family = read.font("fonts.arabic_heads", "Noto Sans Arabic");
  theme.arabic_text_family = read.font("fonts.arabic_text", "Noto Naskh Arabic");
  theme.text_size = read.number("sizes.text", 10, 6, 24);
  theme.alignment = read.alignment("text.alignment", "start");
  theme.hyphenation = read.flag("text.hyphenation", true) ? typeset::Hyphenation::on : typeset::Hyphenation::off;
  theme.text = read.color("colors.text", "#1B2430");
  theme.heads = read.color("colors.heads", "#14304F");
  theme.accent = read.color("colors.accent", "#0A6C8E");
  theme.muted = read.color("colors.muted", "#566173");
  theme.hairline = read.color("colors.hairline", "#D3DAE2");
  theme.panel = read.color("colors.panel", "#F2F5F8");
  if (read.failure()) return *read.failure();
  source->remark_unknown(diagnostics);
  return theme;
}

}  // namespace herald::plugins
