// Points to make: three to five sentences for someone who reads nothing else. Each rule adds or takes
// weight and can be said in a word: the lead, decisions, figures, what comes next; not speech, not
// openings that lean on the sentence before, nothing said twice.
#include <algorithm>
#include <string>
#include <unordered_set>

#include "core/facts/passes.hpp"

namespace herald::facts {
namespace {

constexpr std::size_t fewest_words = 6;  // shorter is a label
constexpr std::size_t most_words = 60;   // longer cannot be taken in
constexpr std::size_t most_points = 5;
constexpr std::size_t fewest_points = 3;
constexpr double worth_saying = 1.5;  // a point beyond the third must have this weight

struct Candidate {
  std::uint32_t sentence = 0;
  double weight = 0;
  std::string reason;
};

class PointPass {
 public:
  explicit PointPass(Context& context)
      : context_(context), figures_(count_by_sentence()), planned_(planned_sentences()) {}

  void run() {
    std::vector<Candidate> candidates = weigh();
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const Candidate& a, const Candidate& b) { return a.weight > b.weight; });
    std::vector<Candidate> chosen;
    for (Candidate& candidate : candidates) {
      if (chosen.size() >= most_points || (chosen.size() >= fewest_points && candidate.weight < worth_saying)) break;
      if (candidate.weight <= 0) break;
      const bool repeated = std::any_of(chosen.begin(), chosen.end(), [&](const Candidate& other) {
        return alike(candidate.sentence, other.sentence);
      });
      if (!repeated) chosen.push_back(std::move(candidate));
    }
    std::sort(chosen.begin(), chosen.end(),
              [](const Candidate& a, const Candidate& b) { return a.sentence < b.sentence; });
    std::vector<Point>& points = context_.document.facts.points;
    for (Candidate& candidate : chosen)
      points.push_back({next_id('s', points.size()), candidate.sentence, std::move(candidate.reason)});
  }

 private:
  std::vector<double> count_by_sentence() const;
  std::vector<bool> planned_sentences() const;
  std::vector<Candidate> weigh() const;
  Candidate weigh_one(std::uint32_t s, std::size_t position, bool lead) const;
  std::unordered_set<std::uint32_t> content(std::uint32_t s) const;
  bool alike(std::uint32_t a, std::uint32_t b) const;

  Context& context_;
  std::vector<double> figures_;
  std::vector<bool> planned_;
};

std::vector<double> PointPass::count_by_sentence() const {
  std::vector<double> weights(context_.sentences.size(), 0);
  for (const Figure& figure : context_.document.facts.figures) {
    // Sums weigh most, durations least; three figures are enough for any sentence.
    const double weight = figure.kind == FigureKind::money ? 1.5 : figure.kind == FigureKind::duration ? 0.2 : 0.8;
    double& sum = weights[figure.provenance.sentence];
    sum = std::min(sum + weight, 2.5);
  }
  return weights;
}

std::vector<bool> PointPass::planned_sentences() const {
  std::vector<bool> planned(context_.sentences.size(), false);
  for (const Event& event : context_.document.facts.events)
    if (event.status == EventStatus::planned) planned[event.provenance.sentence] = true;
  return planned;
}

Candidate PointPass::weigh_one(std::uint32_t s, std::size_t position, bool lead) const {
  const Range range = context_.sentences[s];
  Candidate candidate{s, 1.0, "position"};
  std::size_t words = 0;
  std::size_t spoken = 0;
  bool decision = false;
  for (std::size_t i = range.first; i < range.end; ++i) {
    if (!context_.is_word(i)) continue;
    ++words;
    spoken += context_.in_speech[i] ? 1 : 0;
    decision = decision || (!context_.in_speech[i] && context_.match(i, WordClass::decision));
  }
  if (words < fewest_words || words > most_words) candidate.weight -= 3;
  if (spoken * 2 > words) candidate.weight -= 4;
  // A quotation that goes on behind the sentence would be cut open.
  const bool cut_open =
      range.end < context_.in_speech.size() && context_.in_speech[range.end - 1] && context_.in_speech[range.end];
  if (cut_open) candidate.weight -= 6;
  if (context_.is_title_case(range.first)) candidate.weight -= 2;
  if (context_.tokens.is_mark(range.end - 1, ':') || context_.tokens.is_mark(range.end - 1, '?')) candidate.weight -= 2;
  if (context_.match(range.first, WordClass::weak_opening)) candidate.weight -= 1.2;
  candidate.weight -= 0.06 * static_cast<double>(std::min<std::size_t>(position, 30));  // what matters stands first
  if (figures_[s] > 0) {
    candidate.weight += figures_[s];
    candidate.reason = "figure";
  }
  if (decision) {
    candidate.weight += 1.5;
    if (figures_[s] < 1.5) candidate.reason = "decision";
  }
  if (planned_[s]) {
    candidate.weight += 2.5;
    candidate.reason = "next event";
  }
  if (lead) {
    candidate.weight += 6;
    candidate.reason = "lead";
  }
  return candidate;
}

std::vector<Candidate> PointPass::weigh() const {
  std::vector<Candidate> candidates;
  std::size_t position = 0;
  bool lead = true;
  for (std::uint32_t s = 0; s < context_.sentences.size(); ++s) {
    const BlockKind kind = context_.document.blocks[context_.document.sentences[s].block].kind;
    if (kind != BlockKind::paragraph || context_.sentences[s].empty()) continue;
    Candidate candidate = weigh_one(s, position++, lead);
    const Range range = context_.sentences[s];
    // The lead is the first sentence that says something; a line of speech or a label is none.
    if (lead && range.end - range.first >= fewest_words && candidate.weight > 3) lead = false;
    candidates.push_back(std::move(candidate));
  }
  return candidates;
}

// The words of a sentence that carry meaning, by their place in the vocabulary.
std::unordered_set<std::uint32_t> PointPass::content(std::uint32_t s) const {
  std::unordered_set<std::uint32_t> words;
  const Range range = context_.sentences[s];
  for (std::size_t i = range.first; i < range.end && i < range.first + 2 * most_words; ++i)
    if (context_.is_word(i) && !context_.tokens.is_any(i, mask(WordClass::function_word) | mask(WordClass::determiner)))
      words.insert(context_.tokens[i].word);
  return words;
}

bool PointPass::alike(std::uint32_t a, std::uint32_t b) const {
  const auto first = content(a);
  const auto second = content(b);
  if (first.empty() || second.empty()) return false;
  const auto shared = static_cast<std::size_t>(
      std::count_if(first.begin(), first.end(), [&](std::uint32_t word) { return second.contains(word); }));
  // Half of the shorter sentence's words: the same thing said again.
  return shared * 2 >= std::min(first.size(), second.size());
}

}  // namespace

void choose_points(Context& context) { PointPass(context).run(); }

}  // namespace herald::facts
