// What a pasted page leaves of its pictures: file names on lines of their own, the gallery's counter
// ("/", "3/11") and a caption that hangs directly below a name.
#include <algorithm>
#include <array>

#include "core/language/text.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

constexpr std::array<std::string_view, 20> picture_endings = {
    ".jpg",  ".jpeg", ".jpe", ".png", ".gif", ".tif", ".tiff", ".webp", ".bmp", ".svg",
    ".heic", ".avif", ".eps", ".raw", ".cr2", ".nef", ".mp4",  ".mov",  ".avi", ".webm"};

// "DSC_0042 (3) final copy.jpeg" has five words; a sentence that ends in a file name has more.
constexpr std::size_t most_name_words = 8;
constexpr std::size_t longest_name = 150;
// A caption is a sentence or two.
constexpr std::size_t longest_caption = 300;

bool has_picture_ending(std::string_view text) {
  return std::any_of(picture_endings.begin(), picture_endings.end(), [&](std::string_view ending) {
    if (text.size() <= ending.size()) return false;
    const std::string_view tail = text.substr(text.size() - ending.size());
    return std::equal(tail.begin(), tail.end(), ending.begin(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
  });
}

bool is_picture_name(const std::string& text) {
  if (text.size() > longest_name || !has_picture_ending(text)) return false;
  if (count_words(text, most_name_words + 1) > most_name_words) return false;
  // A colon or comma with a space behind it belongs to a sentence ("see the file: x.jpg").
  return text.find(": ") == std::string::npos && text.find(", ") == std::string::npos;
}

/// "/", "3/11", "1 | 5": digits and bars only.
bool is_counter(std::string_view text) {
  if (text.empty() || text.size() > 12) return false;
  bool bar = false;
  for (const char c : text) {
    if (c == '/' || c == '|') {
      bar = true;
    } else if (c != ' ' && (c < '0' || c > '9')) {
      return false;
    }
  }
  return bar;
}

bool is_picture(const Draft& draft) { return draft.kind == BlockKind::image; }

void mark_counters(std::vector<Draft>& drafts) {
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (drafts[i].settled || !is_counter(drafts[i].text.text())) continue;
    const bool beside = (i > 0 && is_picture(drafts[i - 1])) || (i + 1 < drafts.size() && is_picture(drafts[i + 1]));
    if (beside) settle(drafts[i], BlockKind::noise);
  }
}

void mark_captions(std::vector<Draft>& drafts) {
  for (std::size_t i = 1; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.settled || draft.blank_before || !is_picture(drafts[i - 1])) continue;
    const bool last_of_its_lines = i + 1 == drafts.size() || drafts[i + 1].blank_before || is_picture(drafts[i + 1]);
    if (last_of_its_lines && draft.text.text().size() <= longest_caption) settle(draft, BlockKind::caption);
  }
}

/// Pictures that stand together, counters and captions between them aside, are one gallery.
void group_galleries(Reading& reading) {
  std::vector<Draft>& drafts = reading.drafts;
  std::size_t last = drafts.size();
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    if (is_picture(drafts[i])) {
      if (last < drafts.size()) {
        if (drafts[last].group == 0) drafts[last].group = reading.next_group++;
        drafts[i].group = drafts[last].group;
      }
      last = i;
    } else if (drafts[i].kind != BlockKind::noise && drafts[i].kind != BlockKind::caption) {
      last = drafts.size();
    }
  }
}

}  // namespace

void mark_pictures(Reading& reading) {
  for (Draft& draft : reading.drafts) {
    if (!draft.settled && is_picture_name(draft.text.text())) settle(draft, BlockKind::image);
  }
  mark_counters(reading.drafts);
  mark_captions(reading.drafts);
  group_galleries(reading);
}

}  // namespace herald::reading
