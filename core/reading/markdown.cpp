// Markdown as releases have it: written by hand or exported, seldom after the book. Lines are grouped as
// in plain text, because such files rely on line ends that strict Markdown would join; then the marks
// are taken out of the text, which still knows its place in the source. Front matter gives title and date.
#include <algorithm>
#include <cctype>

#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/reading/formats.hpp"
#include "core/reading/html/entities.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::uint32_t narrowest_joined = 40;

std::string_view line_at(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

/// The end of the front matter, behind its closing fence; 0 where there is none.
std::size_t front_matter_end(std::string_view text) {
  if (language::trim(line_at(text, 0)) != "---") return 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    const std::string_view line = line_at(text, at + 1);
    if (language::trim(line) == "---") return at + 1 + line.size();
  }
  return 0;
}

/// The value of a top-level key of YAML front matter; continued and folded lines are joined.
std::string yaml_value(std::string_view front, std::string_view key) {
  std::string value;
  bool inside = false;
  for (std::size_t at = 0; at < front.size();) {
    const std::string_view line = line_at(front, at);
    at += line.size() + 1;
    if (inside) {
      if (line.empty() || (line[0] != ' ' && line[0] != '\t')) break;
      value.append(1, ' ').append(line);
    } else if (line.size() > key.size() && line.substr(0, key.size()) == key && line[key.size()] == ':') {
      inside = true;
      value = line.substr(key.size() + 1);
    }
  }
  value = language::fold_space(value);
  for (const std::string_view indicator : {">-", "|-", ">", "|"}) {
    if (value.rfind(std::string(indicator) + " ", 0) == 0) value.erase(0, indicator.size() + 1);
  }
  if (value.size() >= 2 && value.front() == value.back() && (value.front() == '\'' || value.front() == '"')) {
    value = value.substr(1, value.size() - 2);
  }
  return value;
}

void read_front(Reading& reading, std::size_t end) {
  const std::string_view front = reading.source.substr(0, end);
  reading.title_from_source = {yaml_value(front, "title"), "front-matter:title"};
  reading.standfirst_from_source = {yaml_value(front, "subtitle"), "front-matter:subtitle"};
  const std::string date = yaml_value(front, "date").substr(0, 10);
  const bool iso = date.size() == 10 && date[4] == '-' && date[7] == '-' &&
                   date.find_first_not_of("0123456789-") == std::string::npos;
  if (iso && language::whole_date(date, reading.packs, reading.metadata.language))
    take(reading, &Metadata::published, "published", {date, "front-matter:date"});
}

/// 1 to 6 for "# Heading", else 0.
std::size_t heading_level(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  return hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ' ? hashes : 0;
}

bool is_attribute_line(std::string_view line) { return line.substr(0, 2) == "{:" && line.back() == '}'; }

/// Two spaces or a backslash at its end keep a line's end; exporters leave them in the middle of sentences too.
bool has_hard_break(std::string_view source, const Line& line) {
  const std::string_view text = source.substr(line.span.begin, line.span.size());
  if (line.width >= narrowest_joined && !ends_sentence(text)) return false;
  return source[line.span.end - 1] == '\\' || source.substr(line.span.end, 2) == "  ";
}

/// "**Title**" above "*subtitle*": two lines, not one paragraph.
bool is_marked_whole(std::string_view line) {
  return (line.front() == '*' || line.front() == '_') && (line.back() == '*' || line.back() == '_');
}

/// Headings, attribute lists and changes between quotation and text stand alone, blank lines or not.
void part_lines(std::string_view source, std::vector<Line>& lines) {
  bool part = false;
  bool quoted = false;
  for (Line& line : lines) {
    const std::string_view text = source.substr(line.span.begin, line.span.size());
    const bool alone = heading_level(text) > 0 || is_attribute_line(text);
    const bool quote = text[0] == '>';
    // A quotation may go on without its mark.
    const bool quote_changes = quote ? !quoted : quoted && !starts_lower(text);
    if (part || alone || quote_changes) line.blank_before = true;
    part = alone || has_hard_break(source, line) || is_marked_whole(text);
    quoted = quote || (quoted && !line.blank_before);
  }
}

/// Copies a draft's text without its marks, and notes what they marked.
class Unmarker {
 public:
  Unmarker(Draft& draft, References& references) : draft_(draft), text_(draft.text.text()), references_(references) {}

  /// Whether the draft was a picture and nothing else.
  bool run(std::size_t begin) {
    begin_ = begin;
    at_ = begin;
    copied_ = begin;
    while (at_ < text_.size()) {
      if (!step()) ++at_;
    }
    copy(text_.size());
    close_open_runs();
    draft_.text = std::move(result_);
    draft_.text.trim_end();
    std::sort(runs_.begin(), runs_.end(), [](const Run& a, const Run& b) { return a.begin < b.begin; });
    draft_.runs = std::move(runs_);
    return whole_picture_;
  }

 private:
  void copy(std::size_t end) {
    if (end > copied_) result_.append_mapped(draft_.text.slice_exactly(copied_, end));
    copied_ = end;
  }

  std::uint32_t here() const { return static_cast<std::uint32_t>(result_.text().size()); }

  bool step() {
    const char c = text_[at_];
    if (c == '\\' && at_ + 1 < text_.size() && is_mark(text_[at_ + 1])) {
      copy(at_);
      copied_ = ++at_;
      ++at_;
      return true;
    }
    if (c == '`') return code();
    if (c == '&') return reference();
    if (c == '*' || (c == '_' && !is_inside_word())) return emphasis(c);
    if (c == '[' || (c == '!' && at_ + 1 < text_.size() && text_[at_ + 1] == '[')) return link();
    return false;
  }

  /// What stands between backticks is code, in which nothing is a mark; the backticks stay.
  bool code() {
    constexpr std::size_t longest = 2000;
    std::size_t ticks = at_;
    while (ticks < text_.size() && text_[ticks] == '`') ++ticks;
    const std::string fence(ticks - at_, '`');
    const std::string_view window = std::string_view(text_).substr(0, std::min(text_.size(), ticks + longest));
    const std::size_t close = window.find(fence, ticks);
    at_ = close == std::string_view::npos ? ticks : close + fence.size();
    return true;
  }

  /// "&amp;": the character that it stands for.
  bool reference() {
    const std::size_t length = reference_length(std::string_view(text_).substr(at_));
    if (length == 0) return false;
    const std::string& meant = references_.text(std::string_view(text_).substr(at_, length));
    if (meant.empty()) return false;
    copy(at_);
    const bool is_space = language::is_space(language::code_point_at(meant, 0).value);
    const bool has_space = result_.empty() || result_.text().back() == ' ';
    if (!is_space || !has_space)
      result_.append_replacement(is_space ? " " : meant, draft_.text.source_span(at_, at_ + length));
    at_ = copied_ = at_ + length;
    // White space stays folded.
    while (is_space && copied_ < text_.size() && text_[copied_] == ' ') at_ = ++copied_;
    return true;
  }

  /// Any ASCII punctuation may stand behind a backslash (CommonMark 0.31, 2.4).
  static bool is_mark(char c) { return std::ispunct(static_cast<unsigned char>(c)) != 0; }

  bool is_inside_word() const {
    return at_ > 0 && at_ + 1 < text_.size() && language::is_letter(language::code_point_before(text_, at_).value) &&
           language::is_letter(language::code_point_at(text_, at_ + 1).value);
  }

  bool emphasis(char mark) {
    std::size_t end = at_;
    while (end < text_.size() && text_[end] == mark) ++end;
    const bool space_before = at_ == 0 || text_[at_ - 1] == ' ';
    const bool space_after = end == text_.size() || text_[end] == ' ';
    // "2 * 3" marks nothing.
    if (space_before && space_after) {
      at_ = end;
      return true;
    }
    const InlineKind kind = end - at_ >= 2 ? InlineKind::strong : InlineKind::emphasis;
    copy(at_);
    at_ = copied_ = end;
    if (open_) {
      close_open_runs();
    } else {
      open_ = true;
      open_at_ = here();
      open_kind_ = kind;
    }
    return true;
  }

  void close_open_runs() {
    if (open_ && here() > open_at_) runs_.push_back({open_kind_, {}, open_at_, here()});
    open_ = false;
  }

  /// [words](address); searched for within a bound, so that a million brackets cost no more than one each.
  bool link() {
    constexpr std::size_t longest = 2000;
    const bool picture = text_[at_] == '!';
    const std::size_t words = at_ + (picture ? 2 : 1);
    const std::string_view window = std::string_view(text_).substr(0, std::min(text_.size(), at_ + longest));
    const std::size_t close = window.find_first_of("[]", words);
    if (close == std::string_view::npos || window[close] != ']' || close + 1 >= window.size() ||
        window[close + 1] != '(')
      return false;
    const std::size_t end = window.find(')', close + 2);
    if (end == std::string_view::npos) return false;
    copy(at_);
    copied_ = words;
    const std::uint32_t begin = here();
    copy(close);
    const std::string_view target = window.substr(close + 2, end - close - 2);
    if (picture) {
      whole_picture_ = whole_picture_ || (at_ == begin_ && end + 1 == text_.size());
      // A picture without words is known by its file.
      if (here() == begin) {
        copied_ = close + 2 + target.rfind('/') + 1;
        copy(std::min(text_.find_first_of(" )", copied_), end));
      }
    } else if (here() > begin && !open_) {
      runs_.push_back({InlineKind::link, std::string(target), begin, here()});
    }
    at_ = copied_ = end + 1;
    return true;
  }

  Draft& draft_;
  const std::string text_;
  References& references_;
  MappedText result_;
  std::vector<Run> runs_;
  std::size_t begin_ = 0;
  std::size_t at_ = 0;
  std::size_t copied_ = 0;
  bool whole_picture_ = false;
  bool open_ = false;
  std::uint32_t open_at_ = 0;
  InlineKind open_kind_ = InlineKind::emphasis;
};

/// A quotation's lines without their ">".
void take_quote_marks(Reading& reading, Draft& draft) {
  MappedText text;
  for (const Line& line : split_lines(reading.source.substr(draft.span.begin, draft.span.size()))) {
    Span span{line.span.begin + draft.span.begin, line.span.end + draft.span.begin};
    while (span.begin < span.end && (reading.source[span.begin] == '>' || reading.source[span.begin] == ' '))
      ++span.begin;
    if (span.empty()) continue;
    if (!text.empty()) text.append_replacement(" ", {span.begin, span.begin});
    text.append_source(reading.source, span);
  }
  draft.text = std::move(text);
  settle(draft, BlockKind::block_quote);
}

void unmark(Reading& reading, Draft& draft, References& references) {
  const std::string& text = draft.text.text();
  if (text.empty() || draft.settled) return;
  if (is_attribute_line(text)) {
    settle(draft, BlockKind::noise);
    return;
  }
  std::size_t begin = 0;
  if (const std::size_t level = draft.marker == Marker::none ? heading_level(text) : 0; level > 0) {
    begin = level + 1;
    const bool is_title = level == 1 && reading.title_from_source.empty() && reading.metadata.title.empty();
    settle(draft, is_title ? BlockKind::title : BlockKind::heading);
    draft.level = is_title ? 0 : static_cast<std::uint8_t>(std::max<std::size_t>(level, 2) - 1);
    reading.has_markup = true;
  } else if (text[0] == '>') {
    take_quote_marks(reading, draft);
  }
  if (Unmarker(draft, references).run(begin) && !draft.settled) settle(draft, BlockKind::image);
  // A hyphen is a list's mark here, whatever stands around it; a dash is not.
  if (draft.marker == Marker::dash && reading.source[draft.span.begin] == '-') draft.marker = Marker::bullet;
  if (draft.kind == BlockKind::title) reading.metadata.title = draft.text.text();
}

/// The picture that the front matter names, where the text shows none: behind the text, as its file's name.
void draft_front_picture(Reading& reading, std::size_t front_end) {
  constexpr std::size_t longest_name = 150;
  const auto is_picture = [](const Draft& draft) { return draft.kind == BlockKind::image; };
  if (std::any_of(reading.drafts.begin(), reading.drafts.end(), is_picture)) return;
  const std::string_view front = reading.source.substr(0, front_end);
  const std::string path = yaml_value(front, "image");
  const std::string name = path.substr(path.rfind('/') + 1);
  const std::size_t at = front.find(path);
  if (name.find('.') == std::string::npos || name.find_first_of(" ?{}[]") != std::string::npos ||
      name.size() > longest_name || at == std::string_view::npos)
    return;
  Draft draft;
  const auto end = static_cast<std::uint32_t>(at + path.size());
  draft.span = draft.content = {end - static_cast<std::uint32_t>(name.size()), end};
  draft.text.append_source(reading.source, draft.span);
  settle(draft, BlockKind::image);
  reading.drafts.push_back(std::move(draft));
}

}  // namespace

bool is_markdown(std::string_view text, std::string_view uri) {
  return uri.ends_with(".md") || uri.ends_with(".markdown") || front_matter_end(text) > 0;
}

std::string draft_markdown(Reading& reading) {
  const std::size_t front_end = front_matter_end(reading.source);
  std::vector<Line> lines = split_lines(reading.source);
  if (front_end > 0) {
    read_front(reading, front_end);
    std::erase_if(lines, [&](const Line& line) { return line.span.begin < front_end; });
  }
  part_lines(reading.source, lines);
  // Lines of a paragraph are joined in Markdown, whatever their width; short ones above the text (status,
  // date) were meant as lines.
  reading.wrap_width = narrowest_joined;
  draft_paragraphs(reading, lines);
  References references;
  for (Draft& draft : reading.drafts) unmark(reading, draft, references);
  if (front_end > 0) draft_front_picture(reading, front_end);
  return take_text_out(reading);
}

}  // namespace herald::reading
