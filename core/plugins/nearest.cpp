// The "did you mean …?" of every name that a user can mistype: plugins, formats, options, choices.
#include <algorithm>
#include <limits>

#include "core/plugins/catalogue.hpp"

namespace herald::plugins {
namespace {

// A name is at most 64 bytes (manifest.cpp); what is longer was not a mistyped name, and the table
// below grows with the square.
constexpr std::size_t max_length = 64;

char folded(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c == '_' ? '-' : c; }

/// Optimal string alignment distance (Damerau 1964): insertions, deletions, substitutions and swaps
/// of neighbours count one each. Bytes, not letters: names are ASCII.
std::size_t distance(std::string_view left, std::string_view right) {
  std::vector<std::vector<std::size_t>> cost(left.size() + 1, std::vector<std::size_t>(right.size() + 1));
  for (std::size_t i = 0; i <= left.size(); ++i) cost[i][0] = i;
  for (std::size_t j = 0; j <= right.size(); ++j) cost[0][j] = j;
  for (std::size_t i = 1; i <= left.size(); ++i) {
    for (std::size_t j = 1; j <= right.size(); ++j) {
      const bool same = folded(left[i - 1]) == folded(right[j - 1]);
      cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + (same ? 0 : 1)});
      if (i > 1 && j > 1 && folded(left[i - 1]) == folded(right[j - 2]) &&
          folded(left[i - 2]) == folded(right[j - 1])) {
        cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
      }
    }
  }
  return cost[left.size()][right.size()];
}

bool begins_with(std::string_view text, std::string_view head) {
  return text.size() >= head.size() &&
         std::equal(head.begin(), head.end(), text.begin(), [](char a, char b) { return folded(a) == folded(b); });
}

}  // namespace

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
  if (word.empty() || word.size() > max_length) return {};
  // One slip in a short word, one in three letters of a longer one: beyond that the guess is noise.
  const std::size_t limit = std::max<std::size_t>(1, word.size() / 3);
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  const std::string* best = nullptr;
  for (const std::string& candidate : candidates) {
    if (candidate.size() > max_length) continue;
    std::size_t cost = distance(word, candidate);
    // A word cut short or drawn out ("markdow", "html5") is as good as one slip.
    if (word.size() >= 3 && (begins_with(candidate, word) || (candidate.size() >= 3 && begins_with(word, candidate)))) {
      cost = std::min<std::size_t>(cost, 1);
    }
    // In a two-letter word one slip leaves nothing that was meant.
    if (cost > limit || cost >= std::max(word.size(), candidate.size()) || cost >= best_distance) continue;
    best = &candidate;
    best_distance = cost;
  }
  return best == nullptr ? std::string() : *best;
}

}  // namespace herald::plugins
