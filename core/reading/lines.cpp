// One pass over the bytes. Line ends are LF, CR, CR LF, NEL, VT, FF, and Unicode's line and paragraph
// separators.
#include "core/reading/lines.hpp"

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

// Wider than any gap between the columns of a table on a page of 80 characters that has two columns
// and text in both; pages flattened into one line leave hundreds.
constexpr std::uint32_t breaking_gap = 20;

enum class Break : std::uint8_t { none, line, page };

struct Step {
  Break kind = Break::none;
  std::uint32_t length = 1;
  bool space = false;
};

Step step_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) {
    if (byte == '\r') return {Break::line, at + 1 < text.size() && text[at + 1] == '\n' ? 2U : 1U, true};
    if (byte == '\n') return {Break::line, 1, true};
    if (byte == '\f' || byte == '\v') return {Break::page, 1, true};
    return {Break::none, 1, byte == ' ' || byte == '\t'};
  }
  const language::CodePoint point = language::code_point_at(text, at);
  if (point.value == 0x85 || point.value == 0x2028) return {Break::line, point.length, true};
  if (point.value == 0x2029) return {Break::page, point.length, true};
  return {Break::none, point.length, language::is_space(point.value)};
}

class Splitter {
 public:
  explicit Splitter(std::string_view text) : text_(text) {}

  std::vector<Line> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const Step step = step_at(text_, at);
      if (step.kind != Break::none) {
        end_line(step.kind);
      } else if (step.space) {
        take_space(at);
      } else {
        take_ink(static_cast<std::uint32_t>(at), step.length);
      }
      at += step.length;
    }
    end_line(Break::line);
    return std::move(lines_);
  }

 private:
  void take_space(std::size_t at) {
    ++gap_;
    column_ = text_[at] == '\t' ? (column_ / 8 + 1) * 8 : column_ + 1;
  }

  void take_ink(std::uint32_t at, std::uint32_t length) {
    if (open_ && gap_ >= breaking_gap) {
      lines_.push_back(line_);
      open_ = false;
      line_ = {};
      line_.same_line = true;
      blank_ = true;
    }
    if (!open_) {
      open_ = true;
      line_.span.begin = at;
      line_.indent = line_.same_line ? 0 : column_;
      line_.blank_before = blank_;
      gap_ = 0;
    }
    line_.width += gap_ + 1;
    gap_ = 0;
    line_.span.end = at + length;
    ++column_;
  }

  void end_line(Break kind) {
    if (open_) {
      lines_.push_back(line_);
      blank_ = kind == Break::page;
    } else {
      blank_ = true;
    }
    open_ = false;
    line_ = {};
    gap_ = 0;
    column_ = 0;
  }

  std::string_view text_;
  std::vector<Line> lines_;
  Line line_;
  bool open_ = false;      // the line has ink
  bool blank_ = true;      // the line before has none
  std::uint32_t gap_ = 0;  // white space since the last ink
  std::uint32_t column_ = 0;
};

}  // namespace

std::vector<Line> split_lines(std::string_view text) { return Splitter(text).run(); }

}  // namespace herald::reading
