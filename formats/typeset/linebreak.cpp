#include "formats/typeset/linebreak.hpp"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>

namespace herald::typeset {
namespace {

// TeX's plain values.
constexpr double line_penalty = 10;
constexpr double double_hyphen_demerits = 10'000;
constexpr double final_hyphen_demerits = 5'000;
constexpr double adjacent_demerits = 10'000;
constexpr double worst_badness = 10'000;
// A last line under an eighth of the measure looks like a mistake; worth a slightly looser paragraph.
constexpr double runt_share = 0.125;
constexpr double runt_demerits = 4'000;
// Sums of floating-point widths; far below what a printer can show.
constexpr Points tolerance_of_width = 1e-6;

// How many places at once a line may begin at, as far as the search has seen. A line of prose has a dozen, one
// of ideographs or of an address that may break anywhere some two hundred; thousands are the work of signs
// without width (U+200B, U+00AD), and each of them would be compared with each.
constexpr std::size_t most_active_nodes = 1024;

constexpr std::size_t no_node = static_cast<std::size_t>(-1);
constexpr std::size_t fitness_classes = 4;

struct Node {
  std::size_t breakpoint = no_node;  // no_node: the paragraph's beginning
  std::size_t previous = no_node;
  double demerits = 0;
  std::uint8_t fitness = 1;
};

/// How a line from one node to a breakpoint would look.
struct Trial {
  double ratio = 0;  // of stretch or shrink used
  double badness = 0;
  bool overfull = false;
};

class Search {
 public:
  Search(std::span<const Breakpoint> breakpoints, const LineSetting& setting, double tolerance)
      : breakpoints_(breakpoints), setting_(setting), tolerance_(tolerance) {
    nodes_.push_back({});
    active_.push_back(0);
  }

  std::vector<std::size_t> run() {
    for (std::size_t at = 0; at < breakpoints_.size(); ++at) {
      visit(at);
      if (active_.empty()) return {};
      if (active_.size() > most_active_nodes) return break_greedily(breakpoints_, setting_);
    }
    return best_path();
  }

 private:
  bool is_last(std::size_t at) const { return at + 1 == breakpoints_.size(); }

  Trial attempt(const Node& node, std::size_t at) const {
    const Breakpoint& end = breakpoints_[at];
    const LineMeasure start = node.breakpoint == no_node ? LineMeasure{} : breakpoints_[node.breakpoint].after;
    const Points measure = (node.breakpoint == no_node ? setting_.first_width : setting_.width) + end.hang;
    const Points natural = end.before.width - start.width + end.hyphen_width;
    const Points slack = measure - natural;
    Trial trial;
    if (setting_.fit == LineFit::ragged) {
      trial.overfull = slack < -tolerance_of_width;
      trial.ratio = is_last(at) ? 0 : std::max(0.0, slack) / setting_.rag;
    } else if (slack < 0) {
      const Points shrink = end.before.shrink - start.shrink;
      trial.overfull = slack + shrink < -tolerance_of_width;
      trial.ratio = shrink > 0 ? slack / shrink : (slack < -tolerance_of_width ? -2 : 0);
    } else if (!is_last(at)) {
      const Points stretch = end.before.stretch - start.stretch;
      trial.ratio = stretch > 0 ? slack / stretch : (slack > tolerance_of_width ? 1e6 : 0);
    }
    const double size = std::abs(trial.ratio);
    trial.badness = std::min(worst_badness, 100 * size * size * size);
    return trial;
  }

  static std::uint8_t fitness_of(double ratio) {
    if (ratio < -0.5) return 0;  // tight
    if (ratio <= 0.5) return 1;
    return ratio <= 1 ? 2 : 3;  // loose, very loose
  }

  double demerits_of(const Node& node, std::size_t at, const Trial& trial, std::uint8_t fitness) const {
    const Breakpoint& end = breakpoints_[at];
    const double cost = line_penalty + trial.badness + end.penalty;
    double demerits = cost * cost;
    const bool after_hyphen = node.breakpoint != no_node && breakpoints_[node.breakpoint].hyphen;
    if (after_hyphen && end.hyphen) demerits += double_hyphen_demerits;
    if (after_hyphen && is_last(at)) demerits += final_hyphen_demerits;
    if (setting_.fit == LineFit::justified && std::abs(fitness - node.fitness) > 1) demerits += adjacent_demerits;
    if (is_last(at) && node.breakpoint != no_node) {
      const Points width = end.before.width - breakpoints_[node.breakpoint].after.width;
      if (width < runt_share * setting_.width) demerits += runt_demerits;
    }
    return demerits + node.demerits;
  }

  void visit(std::size_t at) {
    std::array<Node, fitness_classes> best;
    std::array<bool, fitness_classes> found{};
    std::size_t last_dropped = no_node;
    std::size_t kept = 0;
    for (const std::size_t index : active_) {
      const Trial trial = attempt(nodes_[index], at);
      if (trial.overfull) {
        last_dropped = index;
        continue;
      }
      active_[kept++] = index;
      if (trial.badness > tolerance_) continue;
      const std::uint8_t fitness = fitness_of(trial.ratio);
      const double demerits = demerits_of(nodes_[index], at, trial, fitness);
      if (!found[fitness] || demerits < best[fitness].demerits) {
        best[fitness] = {at, index, demerits, fitness};
        found[fitness] = true;
      }
    }
    active_.resize(kept);
    // The end closes every line: what is still active there and did not fit it leads nowhere.
    if (is_last(at)) active_.clear();
    for (std::size_t fitness = 0; fitness < fitness_classes; ++fitness) {
      if (found[fitness]) add(best[fitness]);
    }
    // One box alone is wider than the measure: it has to stand, and the search goes on after it.
    if (active_.empty() && last_dropped != no_node && tolerance_ >= any_tolerance) {
      add({at, last_dropped, nodes_[last_dropped].demerits + worst_badness * worst_badness, 0});
    }
  }

  void add(const Node& node) {
    nodes_.push_back(node);
    active_.push_back(nodes_.size() - 1);
  }

  std::vector<std::size_t> best_path() const {
    std::size_t best = no_node;
    for (const std::size_t index : active_) {
      if (best == no_node || nodes_[index].demerits < nodes_[best].demerits) best = index;
    }
    std::vector<std::size_t> path;
    for (; best != no_node && nodes_[best].breakpoint != no_node; best = nodes_[best].previous) {
      path.push_back(nodes_[best].breakpoint);
    }
    std::reverse(path.begin(), path.end());
    return path;
  }

  std::span<const Breakpoint> breakpoints_;
  LineSetting setting_;
  double tolerance_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> active_;
};

/// Iterators are costly to make (the rules are compiled) and bound to a thread.
icu::BreakIterator* line_iterator(std::string_view language) {
  thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>, std::less<>> iterators;
  // Only these have line rules of their own; all others share the root's.
  const std::string_view subtag = language.substr(0, language.find_first_of("-_"));
  const bool own = subtag == "ja" || subtag == "zh" || subtag == "ko" || subtag == "fi";
  const std::string key = own ? std::string(subtag) : std::string();
  std::unique_ptr<icu::BreakIterator>& iterator = iterators[key];
  if (iterator == nullptr) {
    UErrorCode status = U_ZERO_ERROR;
    iterator.reset(icu::BreakIterator::createLineInstance(icu::Locale(key.c_str()), status));
    if (U_FAILURE(status)) iterator.reset();
  }
  return iterator.get();
}

/// Signs and symbols of units that belong to the number before them: SI and its neighbours, percentages, currencies.
constexpr std::array<std::string_view, 53> units = {
    "%",   "‰",   "٪",   "°",   "°C", "°F", "€",  "£",  "$",   "¥",   "m",   "km",  "cm", "mm",
    "m²",  "m³",  "km²", "ha",  "g",  "kg", "mg", "t",  "kt",  "Mt",  "l",   "L",   "ml", "hl",
    "hm³", "s",   "min", "h",   "W",  "kW", "MW", "GW", "kWh", "MWh", "GWh", "TWh", "V",  "kV",
    "Hz",  "kHz", "MHz", "GHz", "kB", "MB", "GB", "TB", "Pa",  "kPa", "bar"};

/// The character that ends at byte `at`, 0 at the beginning.
UChar32 character_before(std::string_view text, std::int32_t at) {
  UChar32 c = 0;
  if (at > 0) U8_PREV(text.data(), 0, at, c);
  return c;
}

bool ends_a_word(UChar32 c) { return c <= ' ' || (u_isalnum(c) == 0 && c != 0xB0 && c != '%'); }

bool begins_with_unit(std::string_view text) {
  return std::any_of(units.begin(), units.end(), [text](std::string_view unit) {
    if (!text.starts_with(unit)) return false;
    UChar32 next = 0;
    auto at = static_cast<std::int32_t>(unit.size());
    if (unit.size() < text.size()) U8_NEXT(text.data(), at, static_cast<std::int32_t>(text.size()), next);
    return ends_a_word(next);
  });
}

/// Whether what stands on both sides of a break at byte `at`, behind a space, belongs together.
bool is_bound(std::string_view text, std::uint32_t at) {
  if (at < 2 || text[at - 1] != ' ') return false;
  const auto space = static_cast<std::int32_t>(at) - 1;
  const UChar32 before = character_before(text, space);
  if (u_isdigit(before) != 0) return begins_with_unit(text.substr(at));
  if (before != '.') return false;
  const UChar32 letter = character_before(text, space - 1);
  if (u_isupper(letter) == 0) return false;
  return u_isalnum(character_before(text, space - 1 - U8_LENGTH(letter))) == 0;
}

}  // namespace

std::vector<std::size_t> break_optimally(std::span<const Breakpoint> breakpoints, const LineSetting& setting,
                                         double tolerance) {
  if (breakpoints.empty()) return {};
  return Search(breakpoints, setting, tolerance).run();
}

std::vector<std::size_t> break_greedily(std::span<const Breakpoint> breakpoints, const LineSetting& setting) {
  std::vector<std::size_t> chosen;
  LineMeasure start;
  Points measure = setting.first_width;
  const auto fits = [&](const Breakpoint& end) {
    return end.before.width - start.width + end.hyphen_width <= measure + end.hang + tolerance_of_width;
  };
  std::size_t last_fit = no_node;
  for (std::size_t at = 0; at < breakpoints.size(); ++at) {
    while (!fits(breakpoints[at]) && last_fit != no_node) {
      chosen.push_back(last_fit);
      start = breakpoints[last_fit].after;
      measure = setting.width;
      // what lay between the fit and here may itself be a line
      const std::size_t resume = last_fit + 1;
      last_fit = no_node;
      for (std::size_t next = resume; next < at && fits(breakpoints[next]); ++next) last_fit = next;
    }
    last_fit = at;
  }
  if (!breakpoints.empty()) chosen.push_back(breakpoints.size() - 1);
  return chosen;
}

std::vector<std::uint32_t> break_opportunities(std::string_view text, const std::u16string& wide,
                                               std::string_view language) {
  std::vector<std::uint32_t> offsets;
  icu::BreakIterator* iterator = line_iterator(language);
  if (iterator == nullptr || text.empty()) return offsets;
  const icu::UnicodeString view(false, wide.data(), static_cast<std::int32_t>(wide.size()));  // an alias, no copy
  iterator->setText(view);
  std::int32_t narrow_at = 0;
  std::int32_t wide_at = 0;
  iterator->first();
  for (std::int32_t next = iterator->next(); next != icu::BreakIterator::DONE; next = iterator->next()) {
    while (wide_at < next) {
      UChar32 c = 0;
      U8_NEXT(text.data(), narrow_at, static_cast<std::int32_t>(text.size()), c);
      wide_at += U16_LENGTH(c);
    }
    const auto offset = static_cast<std::uint32_t>(narrow_at);
    if (offset < text.size() && !is_bound(text, offset)) offsets.push_back(offset);
  }
  return offsets;
}

}  // namespace herald::typeset
