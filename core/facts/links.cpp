// Web addresses of the release: each target once, where it first stands.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/facts/passes.hpp"

namespace herald::facts {
namespace {

// The address with its scheme; "" for what leads into the page itself or to no page (mail, scripts, files).
std::string web_target(std::string_view written) {
  std::string scheme(written.substr(0, 8));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  if (scheme.starts_with("http://") || scheme.starts_with("https://")) return std::string(written);
  if (scheme.starts_with("www.")) return "https://" + std::string(written);
  return {};
}

class LinkPass {
 public:
  explicit LinkPass(Document& document) : document_(document) {}

  void read_marked() {
    for (std::uint32_t b = 0; b < document_.blocks.size(); ++b) {
      const Block& block = document_.blocks[b];
      if (block.kind == BlockKind::noise) continue;
      for (const Inline& run : block.inlines)
        if (run.kind == InlineKind::link) add(run.text, web_target(run.target), run.span, b, "links.marked", 1.0);
    }
  }

  void read_bare(const Context& context) {
    for (std::size_t i = 0; i < context.tokens.size(); ++i) {
      if (context.tokens.kind(i) != TokenKind::address) continue;
      const std::string_view written = context.tokens.source(i);
      if (context.sentence_of[i] >= document_.sentences.size()) continue;
      add(std::string(written), web_target(written), context.tokens[i].span(),
          document_.sentences[context.sentence_of[i]].block, "links.bare", 0.95);
    }
  }

  void put_in_order() {
    std::vector<Link>& links = document_.facts.links;
    std::stable_sort(links.begin(), links.end(),
                     [](const Link& a, const Link& b) { return a.provenance.span.begin < b.provenance.span.begin; });
    for (std::size_t i = 0; i < links.size(); ++i) links[i].id = next_id('k', i);
  }

 private:
  void add(std::string text, std::string target, Span span, std::uint32_t block, const char* rule, double confidence) {
    if (target.empty() || span.empty()) return;
    // The last sentence that begins before the link; a link's span may begin within the marks around it.
    const auto behind =
        std::upper_bound(document_.sentences.begin(), document_.sentences.end(), span.end - 1,
                         [](std::uint32_t offset, const Sentence& sentence) { return offset < sentence.span.begin; });
    if (behind == document_.sentences.begin() || (behind - 1)->block != block) return;
    if (!seen_.insert(target).second) return;
    Link link;
    link.text = std::move(text);
    link.target = std::move(target);
    link.provenance.span = span;
    link.provenance.sentence = static_cast<std::uint32_t>(behind - 1 - document_.sentences.begin());
    link.provenance.block = block;
    link.provenance.rule = rule;
    link.provenance.confidence = confidence;
    document_.facts.links.push_back(std::move(link));
  }

  Document& document_;
  std::unordered_set<std::string> seen_;
};

}  // namespace

void find_links(Context& release, Context& contacts) {
  LinkPass pass(release.document);
  pass.read_marked();
  pass.read_bare(release);
  pass.read_bare(contacts);
  pass.put_in_order();
}

}  // namespace herald::facts
