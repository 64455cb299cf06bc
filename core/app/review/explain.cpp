// What both forms of an explanation share: which fact is meant, and what counts as near it.
#include "core/app/review/explain.hpp"

#include <algorithm>

#include "core/app/review/rules.hpp"
#include "core/plugins/catalogue.hpp"

namespace herald::app::review {
namespace {

// "f1 to f12, p1 to p3": the first and last of each kind.
std::string ids_in_words(const Review& review) {
  std::string words;
  for (std::size_t first = 0; first < review.findings.size();) {
    std::size_t end = first;
    while (end < review.findings.size() && review.findings[end].kind == review.findings[first].kind) ++end;
    words += (words.empty() ? "" : ", ") + review.findings[first].id;
    if (end > first + 1) words += " to " + review.findings[end - 1].id;
    first = end;
  }
  return words;
}

}  // namespace

Result<std::size_t> find_finding(const Review& review, const std::string& id) {
  std::vector<std::string> known;
  for (std::size_t f = 0; f < review.findings.size(); ++f) {
    if (review.findings[f].id == id) return f;
    known.push_back(review.findings[f].id);
  }
  if (known.empty())
    return Failure{ErrorCode::usage,
                   "there is no fact \"" + id + "\": nothing was found in this release",
                   "leave the id out to see what was looked at",
                   {}};
  const std::string nearest = plugins::nearest(id, known);
  return Failure{ErrorCode::usage,
                 "there is no fact \"" + id + "\"; there are " + ids_in_words(review),
                 nearest.empty() ? "herald facts shows what was found" : "did you mean \"" + nearest + "\"?",
                 {}};
}

std::vector<facts::Rejection> rejections_near(const Review& review, std::size_t finding) {
  std::vector<std::uint32_t> sentences;
  for (const Mention& mention : review.findings[finding].mentions) sentences.push_back(mention.sentence);
  std::sort(sentences.begin(), sentences.end());
  std::vector<facts::Rejection> near;
  for (const facts::Rejection& rejection : review.rejections) {
    const std::uint32_t before = rejection.sentence == 0 ? 0 : rejection.sentence - 1;
    const auto at = std::lower_bound(sentences.begin(), sentences.end(), before);
    if (at != sentences.end() && *at <= rejection.sentence + 1) near.push_back(rejection);
  }
  return near;
}

std::string why(std::string_view rule) {
  const std::string_view sentence = rule_sentence(rule);
  return sentence.empty() ? "a rule that this Herald does not know" : std::string(sentence);
}

std::string refusal(FactKind kind) { return "no " + std::string(kind_name(kind)); }

}  // namespace herald::app::review
