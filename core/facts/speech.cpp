// Direct speech by its marks: “ ” « » „ “ ", ‘‘ ’’ and ‘ ’, told from apostrophes; opened again at the head of
// each paragraph and closed once, or set as a block quotation without marks. Whether marked words are
// speech or a title, and who speaks, is attribution.cpp's matter.
#include "core/facts/passes.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

enum class Family {
  none,
  double_marks,
  low_marks,
  guillemets,
  inward_guillemets,
  straight,
  single_marks,
  doubled_marks
};

class SpeechPass {
 public:
  explicit SpeechPass(Context& context) : context_(context) {}

  void run() {
    for (std::uint32_t b = 0; b < context_.blocks.size(); ++b) {
      const BlockKind kind = context_.block_kind(context_.blocks[b]);
      if (kind == BlockKind::title || kind == BlockKind::heading || kind == BlockKind::date_line) {
        abandon();
        continue;
      }
      if (context_.blocks[b].range.empty()) continue;
      read_block(b, kind);
    }
    abandon();
  }

 private:
  char32_t character(std::size_t i) const {
    return language::code_point_at(context_.tokens.text(), context_.tokens[i].begin).value;
  }
  // ‘‘ and ’’, in either order.
  bool is_doubled(std::size_t i) const {
    const std::string_view written = context_.tokens.source(i);
    const std::size_t half = written.size() / 2;
    return is_quote(i) && half > 1 && written.substr(0, half) == written.substr(half);
  }
  bool is_quote(std::size_t i) const { return context_.tokens.kind(i) == TokenKind::quote; }
  Family opens(std::size_t i, std::size_t first) const;
  bool closes(std::size_t i, Family family) const;
  void read_block(std::uint32_t b, BlockKind kind);
  void take_whole(std::uint32_t b);
  void add_part(Range range, std::uint32_t b);
  void finish();
  void abandon();

  Context& context_;
  Speech open_;
  Family family_ = Family::none;
  bool pending_ = false;  // open_ was not closed in its block
  std::uint32_t whole_group_ = 0;
};

Family SpeechPass::opens(std::size_t i, std::size_t first) const {
  if (!is_quote(i)) return Family::none;
  const Tokens& tokens = context_.tokens;
  const bool word_follows = tokens.glued(i + 1) && tokens.kind(i + 1) != TokenKind::boundary;
  const bool free_before = i == first || tokens[i].space_before || tokens.kind(i - 1) == TokenKind::dash ||
                           tokens.is_mark(i - 1, '(') || tokens.is_mark(i - 1, ':') || tokens.is_mark(i - 1, ',') ||
                           tokens.kind(i - 1) == TokenKind::quote;
  if (is_doubled(i)) return free_before && word_follows ? Family::doubled_marks : Family::none;
  switch (character(i)) {
    case 0x201C:
    case 0x201F:
    case 0x300C:
    case 0x300E:
      return Family::double_marks;
    case 0x201E:
      return Family::low_marks;
    case 0x00AB:
      return Family::guillemets;
    // »Word«: the closing mark of others stands behind a word or a space, this one before a word.
    case 0x00BB:
      return free_before && word_follows ? Family::inward_guillemets : Family::none;
    case 0x2018:
    case 0x201A:
      return free_before && word_follows ? Family::single_marks : Family::none;
    // " Word ": spaces within the marks, as French sets them, only where speech begins.
    case '"': {
      const bool spaced = (i == first || tokens.is_mark(i - 1, ':')) && context_.is_capital(i + 1);
      return (free_before && word_follows) || spaced ? Family::straight : Family::none;
    }
    // A straight apostrophe opens only before a letter: '90s is a year.
    case '\'':
      return free_before && word_follows && context_.is_word(i + 1) ? Family::single_marks : Family::none;
    default:
      return Family::none;
  }
}

bool SpeechPass::closes(std::size_t i, Family family) const {
  if (!is_quote(i)) return false;
  const char32_t c = character(i);
  switch (family) {
    case Family::double_marks:
      return c == 0x201D || c == '"' || c == 0x300D || c == 0x300F;
    case Family::low_marks:
      return c == 0x201C || c == 0x201D || c == '"';
    case Family::guillemets:
      return c == 0x00BB;
    case Family::inward_guillemets:
      return c == 0x00AB;
    case Family::straight:
      return c == '"' || c == 0x201D;
    case Family::single_marks: {
      const bool word_follows = context_.tokens.glued(i + 1) && context_.is_word(i + 1);
      return (c == 0x2019 || c == '\'') && !word_follows;
    }
    case Family::doubled_marks:
      return is_doubled(i);
    case Family::none:
      return false;
  }
  return false;
}

void SpeechPass::read_block(std::uint32_t b, BlockKind kind) {
  const Range range = context_.blocks[b].range;
  const Family first = opens(range.first, range.first);
  if (kind == BlockKind::block_quote && first == Family::none && !is_quote(range.first)) {
    take_whole(b);
    return;
  }
  whole_group_ = 0;
  std::size_t i = range.first;
  if (pending_) {
    const bool continues = first != Family::none && first == family_;
    if (!continues) abandon();
  }
  std::size_t begin = range.first;
  bool inside = false;
  for (; i < range.end; ++i) {
    if (!is_quote(i)) continue;
    if (!inside) {
      const Family family = opens(i, range.first);
      if (family == Family::none) continue;
      if (!pending_ || i != range.first) {
        abandon();
        open_ = {};
        open_.first_block = b;
        family_ = family;
      }
      pending_ = false;
      inside = true;
      begin = i + 1;
    } else if (closes(i, family_)) {
      add_part({begin, i}, b);
      finish();
      inside = false;
    }
  }
  if (!inside) return;
  // Not closed in its paragraph: an apostrophe, or speech that goes on in the next one.
  if (family_ == Family::single_marks) {
    open_ = {};
    return;
  }
  add_part({begin, range.end}, b);
  pending_ = true;
}

// A block quotation without marks is speech as a whole; its paragraphs share a group.
void SpeechPass::take_whole(std::uint32_t b) {
  const std::uint32_t group = context_.document.blocks[context_.blocks[b].block].group;
  const bool continues = whole_group_ != 0 && group == whole_group_ && !context_.speech.empty() &&
                         context_.speech.back().whole_block && context_.speech.back().last_block + 1 == b;
  abandon();
  if (continues) {
    open_ = context_.speech.back();
    context_.speech.pop_back();
  } else {
    open_ = {};
    open_.first_block = b;
    open_.whole_block = true;
  }
  whole_group_ = group;
  add_part(context_.blocks[b].range, b);
  finish();
}

void SpeechPass::add_part(Range range, std::uint32_t b) {
  if (range.empty()) return;
  open_.parts.push_back(range);
  open_.spans.push_back(context_.span(range));
  open_.last_block = b;
}

void SpeechPass::finish() {
  if (!open_.parts.empty()) {
    for (const Range& part : open_.parts)
      for (std::size_t i = part.first; i < part.end; ++i) context_.in_speech[i] = true;
    context_.speech.push_back(open_);
  }
  open_ = {};
  pending_ = false;
}

// Speech that is never closed counts where it is all its paragraphs: the last mark was forgotten.
void SpeechPass::abandon() {
  const bool whole = pending_ && !open_.parts.empty() &&
                     open_.parts.front().first == context_.blocks[open_.first_block].range.first + 1;
  if (pending_ && !whole && !open_.parts.empty())
    context_.reject(FactKind::quotation, open_.parts.front(), "quotations.not_closed");
  if (whole) finish();
  open_ = {};
  pending_ = false;
}

}  // namespace

void find_speech(Context& context) { SpeechPass(context).run(); }

}  // namespace herald::facts
