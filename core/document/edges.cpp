// See herald/edges.hpp. Works on bytes: letters are folded as far as Latin-1 reaches, which is as far as
// headings are shouted in the languages that Herald has words for.
#include "herald/edges.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace herald {
namespace {

// A line that is longer tells something; it names nothing.
constexpr std::size_t longest_head = 70;
// Lines of an address are short; what fills a line of a letter is prose that was wrapped.
constexpr std::size_t longest_address_line = 64;

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !is_continuation(c); }));
}

/// Capitals of ASCII and Latin-1 (U+00C0 to U+00DE, in UTF-8 C3 80 to C3 9E, without the sign ×) as small letters.
std::string small_letters(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] >= 'A' && out[i] <= 'Z') out[i] = static_cast<char>(out[i] - 'A' + 'a');
    const auto byte = static_cast<unsigned char>(out[i]);
    if (i > 0 && out[i - 1] == '\xC3' && byte >= 0x80 && byte <= 0x9E && byte != 0x97)
      out[i] = static_cast<char>(byte + 0x20);
  }
  return out;
}

/// Without white space at either end, no-break spaces included: French has them before a colon.
std::string_view trimmed(std::string_view text) {
  static constexpr std::array<std::string_view, 4> spaces = {" ", "\t", "\xC2\xA0", "\xE2\x80\xAF"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view space : spaces) {
      if (text.starts_with(space))
        text.remove_prefix(space.size());
      else if (text.ends_with(space))
        text.remove_suffix(space.size());
      else
        continue;
      again = true;
    }
  }
  return text;
}

/// The words of a label that lists them with commas, in small letters.
std::vector<std::string> words_of(const Labels& labels, std::string_view key) {
  std::vector<std::string> words;
  const auto found = labels.find(key);
  if (found == labels.end()) return words;
  std::string_view rest = found->second;
  while (!rest.empty()) {
    const std::size_t comma = rest.find(',');
    const std::string_view word = trimmed(rest.substr(0, comma));
    if (!word.empty()) words.push_back(small_letters(word));
    rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
  }
  return words;
}

/// "Embargo until 12 March 2026, 18:00", where no line of the release says it.
std::string embargo_in_words(const Metadata& metadata, const Labels& labels) {
  if (metadata.embargo.empty()) return {};
  const std::size_t time = metadata.embargo.find('T');
  std::string until = present_date(std::string_view(metadata.embargo).substr(0, time), {}, labels);
  if (time != std::string::npos) until += ", " + metadata.embargo.substr(time + 1);
  const auto label = labels.find("common.embargo_until");
  const std::string pattern = label == labels.end() ? "{date}" : label->second;
  const std::size_t place = pattern.find("{date}");
  return place == std::string::npos ? pattern + " " + until : std::string(pattern).replace(place, 6, until);
}

bool contains_any(std::string_view text, const std::vector<std::string>& words) {
  const std::string small = small_letters(text);
  return std::any_of(words.begin(), words.end(),
                     [&](const std::string& word) { return small.find(word) != std::string::npos; });
}

bool begins_with_any(std::string_view text, const std::vector<std::string>& words) {
  const std::string small = small_letters(text);
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return small.starts_with(word); });
}

std::string plain(const EdgeLine& line) {
  std::string text;
  for (const Inline& part : line.inlines) text += part.text;
  return text;
}

/// Whether a line's form is that of a heading: short, without the signs of an address or the stop of a sentence.
bool looks_like_head(std::string_view text) {
  text = trimmed(text);
  if (text.empty() || characters(text) > longest_head) return false;
  if (std::string_view(".!?;,").find(text.back()) != std::string_view::npos) return false;
  return text.find_first_of("@0123456789") == std::string_view::npos;
}

/// Adds a run of a contact to `lines`, with a new line where the release has one.
void add_parted(const Document& document, Span span, std::vector<EdgeLine>& lines) {
  for (std::uint32_t begin = span.begin;;) {
    const std::size_t length = document.source.slice({begin, span.end}).find('\n');
    const bool last = length == std::string_view::npos;
    const std::uint32_t end = last ? span.end : begin + static_cast<std::uint32_t>(length);
    lines.back().inlines.push_back({InlineKind::text, folded_text(document, {begin, end}), "", {begin, end}});
    if (last) return;
    lines.emplace_back();
    begin = end + 1;
  }
}

/// The lines of a block, parted where the release parts them and all of them are short.
std::vector<EdgeLine> lines_of(const Document& document, const Block& block) {
  std::vector<EdgeLine> lines(1);
  for (const Inline& part : block.inlines) {
    if (part.kind == InlineKind::line_break)
      lines.emplace_back();
    else if (part.kind == InlineKind::text && block.kind == BlockKind::contact &&
             document.source.slice(part.span).find('\n') != std::string_view::npos)
      add_parted(document, part.span, lines);
    else
      lines.back().inlines.push_back(part);
  }
  std::erase_if(lines, [](const EdgeLine& line) { return trimmed(plain(line)).empty(); });
  const bool short_ones = std::all_of(
      lines.begin(), lines.end(), [](const EdgeLine& line) { return characters(plain(line)) <= longest_address_line; });
  if (lines.size() > 1 && !short_ones) lines = {{false, block.inlines, ""}};
  for (EdgeLine& line : lines) line.language = block.language;
  return lines;
}

/// The first line of a contact, as a head where it is one; of "Press contact: Jane Roe" the head and the line.
void add_first(EdgeLine line, const std::vector<std::string>& words, std::vector<EdgeLine>& lines) {
  const std::string whole = plain(line);
  const std::size_t colon = whole.find(':');
  const std::string_view head = trimmed(std::string_view(whole).substr(0, colon));
  const bool alone = colon == std::string::npos || trimmed(std::string_view(whole).substr(colon + 1)).empty();
  const bool names = looks_like_head(head) && contains_any(head, words);
  // A colon behind a link or an emphasis is not worth parting.
  if (!names || (!alone && line.inlines.front().text.find(':') != colon)) {
    lines.push_back(std::move(line));
    return;
  }
  lines.push_back({true, {{InlineKind::text, std::string(head), "", {}}}, line.language});
  if (alone) return;
  std::string& first = line.inlines.front().text;
  first = std::string(trimmed(std::string_view(first).substr(colon + 1)));
  if (line.inlines.size() > 1 && !first.empty()) first += ' ';
  lines.push_back(std::move(line));
}

}  // namespace

std::string present_status(const std::string& status) {
  const std::string small = small_letters(status);
  const bool has_small = std::any_of(status.begin(), status.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  // With a day or an hour in it, the capitals may be those of a time zone or a month.
  const bool has_digit = status.find_first_of("0123456789") != std::string::npos;
  if (small == status || has_small || has_digit) return status;
  const std::size_t first = status.empty() || static_cast<unsigned char>(status[0]) < 0x80 ? 1 : 2;
  return status.substr(0, first) + small.substr(std::min(first, small.size()));
}

bool is_release_word(const std::string& status, const Labels& labels) {
  const std::vector<std::string> words = words_of(labels, "common.release_words");
  return std::find(words.begin(), words.end(), small_letters(trimmed(status))) != words.end();
}

std::string embargo_of(const Document& document, const Labels& labels) {
  const Metadata& metadata = document.metadata;
  const auto origin = metadata.origins.find("embargo");
  // What a person has said of it goes before the line of the release.
  if (origin != metadata.origins.end() && origin->second == "correction") return embargo_in_words(metadata, labels);
  const std::vector<std::string> words = words_of(labels, "common.embargo_words");
  if (contains_any(document.metadata.status, words)) return present_status(document.metadata.status);
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::status) continue;
    const std::string text = folded_text(document, block.span);
    if (contains_any(text, words)) return present_status(text);
  }
  return embargo_in_words(metadata, labels);
}

EdgeText edge_text(const Document& document, BlockKind kind, const Labels& labels) {
  const bool contact = kind == BlockKind::contact;
  const std::vector<std::string> words = words_of(labels, contact ? "common.contact_words" : "common.about_words");
  EdgeText text;
  bool first_of_run = true;  // contact blocks that follow each other are one contact
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != kind) {
      first_of_run = true;
      // The heading right above belongs to it: it is shown where its text is.
      const bool heads =
          block.kind == BlockKind::heading && i + 1 < document.blocks.size() && document.blocks[i + 1].kind == kind;
      if (!heads) continue;
    }
    for (EdgeLine& line : lines_of(document, block)) {
      if (contact && first_of_run)
        add_first(std::move(line), words, text.lines);
      else
        text.lines.push_back(std::move(line));
      first_of_run = false;
    }
  }
  // Of the boilerplate any short line before a longer one names it: "About the Council", "Notes to editors".
  for (std::size_t i = 0; !contact && i + 1 < text.lines.size(); ++i) {
    const std::string head = plain(text.lines[i]);
    text.lines[i].is_head = looks_like_head(head) && characters(head) < characters(plain(text.lines[i + 1]));
  }
  if (text.lines.empty()) return text;
  text.lines.back().is_head = false;  // a head with nothing below it is a line
  text.names_itself = text.lines.front().is_head || begins_with_any(plain(text.lines.front()), words);
  return text;
}

}  // namespace herald
