// One walk over the blocks; at most a few findings are kept, a broken pass breaks many blocks at once.
#include "core/reading/invariants.hpp"

#include <string_view>

#include "core/language/text.hpp"

namespace herald::reading {
namespace {

constexpr std::size_t most_findings = 20;

class Checker {
 public:
  explicit Checker(const Document& document) : document_(document), text_(document.source.text) {}

  std::vector<std::string> run() {
    check_coverage();
    check_blocks();
    check_sentences();
    check_dateline();
    return std::move(findings_);
  }

 private:
  void find(const std::string& what, Span span) {
    if (findings_.size() >= most_findings) return;
    findings_.push_back(what + " at bytes " + std::to_string(span.begin) + "-" + std::to_string(span.end));
  }

  bool is_edge(std::uint32_t offset) const {
    return offset == text_.size() ||
           (offset < text_.size() && (static_cast<unsigned char>(text_[offset]) & 0xC0) != 0x80);
  }

  bool is_valid(Span span) const {
    return span.begin <= span.end && span.end <= text_.size() && is_edge(span.begin) && is_edge(span.end);
  }

  void check_gap(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end;) {
      const language::CodePoint point = language::code_point_at(text_, at);
      if (!language::is_space(point.value)) find("a character in no block", {at, at + point.length});
      at += point.length;
    }
  }

  void check_coverage() {
    std::uint32_t at = 0;
    for (const Block& block : document_.blocks) {
      if (!is_valid(block.span) || block.span.empty()) {
        find("a block outside the text or empty", block.span);
        return;
      }
      if (block.span.begin < at) {
        find("a block that overlaps the one before it", block.span);
        return;
      }
      check_gap(at, block.span.begin);
      at = block.span.end;
    }
    check_gap(at, static_cast<std::uint32_t>(text_.size()));
  }

  void check_blocks() {
    for (const Block& block : document_.blocks) {
      std::uint32_t at = block.span.begin;
      for (const Inline& run : block.inlines) {
        if (!is_valid(run.span) || !block.span.contains(run.span)) find("an inline outside its block", run.span);
        if (run.span.begin < at) find("an inline out of order", run.span);
        at = run.span.begin;
      }
    }
  }

  void check_sentences() {
    Span before{};
    for (const Sentence& sentence : document_.sentences) {
      if (sentence.block >= document_.blocks.size() || !is_valid(sentence.span) || sentence.span.empty() ||
          !document_.blocks[sentence.block].span.contains(sentence.span)) {
        find("a sentence outside its block", sentence.span);
      } else if (sentence.span.begin < before.end) {
        find("a sentence that overlaps the one before it", sentence.span);
      }
      before = sentence.span;
    }
  }

  void check_dateline() {
    if (!document_.metadata.dateline) return;
    const Dateline& dateline = *document_.metadata.dateline;
    if (dateline.block >= document_.blocks.size() || !is_valid(dateline.span) ||
        !document_.blocks[dateline.block].span.contains(dateline.span)) {
      find("a dateline outside its block", dateline.span);
    }
  }

  const Document& document_;
  std::string_view text_;
  std::vector<std::string> findings_;
};

}  // namespace

std::vector<std::string> check_invariants(const Document& document) { return Checker(document).run(); }

}  // namespace herald::reading
