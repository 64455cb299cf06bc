// Places: countries by their names in the release's language, the dateline's place, and capitalised
// names behind "in" or before a word for a kind of place. Inside people's and organisations' names a
// place is not meant and is left alone.
#include <unordered_map>

#include "core/facts/names.hpp"
#include "core/facts/passes.hpp"
#include "core/language/text.hpp"

namespace herald::facts {
namespace {

constexpr double doubted = 0.5;  // is_doubted(): such a place stands in the workbook alone

class PlacePass {
 public:
  explicit PlacePass(Context& context) : context_(context), names_(context) {}

  void run() {
    take_dateline();
    for (std::size_t i = 0; i < context_.tokens.size();) {
      std::size_t end = i;
      if (context_.claims[i] == Claim::none && context_.is_word(i) && !context_.in_organisation[i]) {
        end = take_country(i);
        if (end == i) end = take_named(i);
      }
      i = std::max(end, i + 1);
    }
  }

 private:
  void take_dateline();
  std::size_t take_country(std::size_t i);
  std::size_t take_named(std::size_t i);
  bool inside_longer_name(std::size_t first, std::size_t end) const;
  void add(Range range, std::string name, std::string_view code, const char* rule, double confidence);

  Context& context_;
  NameReader names_;
  std::unordered_map<std::string, std::size_t> known_;  // folded name to index
};

void PlacePass::add(Range range, std::string name, std::string_view code, const char* rule, double confidence) {
  std::vector<Place>& places = context_.document.facts.places;
  const auto [entry, fresh] = known_.emplace(language::fold_case(name), places.size());
  if (fresh) {
    Place place;
    place.id = next_id('l', places.size());
    place.name = std::move(name);
    place.country_code = code;
    places.push_back(std::move(place));
  }
  places[entry->second].mentions.push_back(context_.provenance(range, rule, confidence));
  context_.claim(range, Claim::place);
}

// Datelines are set in capitals; the name is given back in the usual case of names.
void PlacePass::take_dateline() {
  const auto& dateline = context_.document.metadata.dateline;
  if (!dateline || dateline->place.empty()) return;
  std::size_t first = 0;
  while (first < context_.tokens.size() && context_.tokens[first].begin < dateline->span.begin) ++first;
  const std::vector<std::string> words = language::phrase_words(dateline->place);
  for (std::size_t i = first; i < context_.tokens.size() && context_.tokens[i].end <= dateline->span.end; ++i) {
    std::size_t k = 0;
    while (k < words.size() && context_.tokens.folded(i + k) == words[k]) ++k;
    if (words.empty() || k < words.size() || context_.claims[i] == Claim::rejected) continue;
    std::string_view code;
    if (const Match country = names_.country(i)) code = country.phrase->code;
    add({i, i + k}, dateline->place, code, "places.dateline", 0.97);
    return;
  }
}

// "New Mexico", "Mexico City", "Bank of Canada Act": the country is part of another name.
bool PlacePass::inside_longer_name(std::size_t first, std::size_t end) const {
  const Tokens& tokens = context_.tokens;
  if (context_.is_title_case(first)) {
    // Among capitals only some neighbours tell: "NEW MEXICO", "MEXICO CITY".
    const bool other_name = first > 0 && context_.is_capital(first - 1) &&
                            context_.is(first - 1, WordClass::not_name) &&
                            !context_.is(first - 1, WordClass::function_word);
    return other_name || (context_.is(end, WordClass::place_noun) && context_.is_capital(end));
  }
  const bool before = first > 0 && tokens.kind(first - 1) == TokenKind::word && context_.is_capital(first - 1) &&
                      !context_.opens_sentence(first - 1) && !context_.is(first - 1, WordClass::function_word) &&
                      tokens.folded(first - 1) != "'s";
  // Where nouns have capitals, only one that names a body or a place makes a longer name of it.
  const bool noun =
      context_.pack.capital_nouns && !tokens.is_any(end, mask(WordClass::organisation) | mask(WordClass::place_noun));
  const bool behind = context_.is_capital(end) && tokens.kind(end) == TokenKind::word && tokens.folded(end) != "'s" &&
                      context_.person_at[end] == Context::no_person && !noun;
  // "UK government", "U.S. troops": an abbreviation before a noun is an adjective.
  const bool adjective = tokens[first].all_caps && end == first + 1 && context_.is_word(end) &&
                         !tokens[end].newline_before && !context_.is(end, WordClass::function_word) &&
                         tokens.folded(end) != "'s";
  const bool hyphen = (tokens.kind(end) == TokenKind::dash && tokens.glued(end) && tokens.glued(end + 1)) ||
                      (first > 0 && tokens.kind(first - 1) == TokenKind::dash && tokens.glued(first));
  return before || behind || hyphen || adjective;
}

std::size_t PlacePass::take_country(std::size_t i) {
  const Match country = names_.country(i);
  if (!country) return i;
  const std::size_t end = i + country.count;
  std::size_t first = i;
  while (first < end && context_.is(first, WordClass::determiner)) ++first;
  if (inside_longer_name(i, end)) return names_.capital_run(i, context_.sentence_range(i).end).end;
  add({first, end}, context_.text({first, end}), country.phrase->code, "places.country", 0.95);
  return end;
}

// "in Porto", "in Porto, Portugal", "Otero County".
std::size_t PlacePass::take_named(std::size_t i) {
  if (!context_.is_capital(i) || context_.is_title_case(i) || context_.tokens.kind(i) != TokenKind::word) return i;
  if (context_.tokens.is_any(i, mask(WordClass::not_place) | mask(WordClass::weekday) | mask(WordClass::month) |
                                    mask(WordClass::function_word)))
    return i;
  const std::size_t limit = context_.sentence_range(i).end;
  std::size_t end = i;
  bool organisation = false;
  bool kind_of_place = false;
  while (end < limit && end - i < 5 && context_.tokens.kind(end) == TokenKind::word && context_.is_capital(end) &&
         context_.claims[end] == Claim::none && context_.tokens.folded(end) != "'s") {
    const bool place = context_.is(end, WordClass::place_noun);
    kind_of_place = kind_of_place || (place && end > i);
    organisation = organisation ||
                   (!place && context_.tokens.is_any(
                                  end, mask(WordClass::organisation) | mask(WordClass::event) | mask(WordClass::role)));
    ++end;
    // "St. Gallen": the stop of an abbreviation.
    if (context_.tokens.is_mark(end, '.') && context_.is(end - 1, WordClass::name_particle) && end + 1 < limit &&
        context_.is_capital(end + 1))
      ++end;
  }
  if (end == i) return i;
  const bool led = i > 0 && context_.tokens.match_before(i, WordClass::place_leader) && !context_.opens_sentence(i);
  const bool acronym = end == i + 1 && context_.tokens[i].all_caps;
  const bool part_of_more = context_.tokens.kind(end) == TokenKind::dash && context_.tokens.glued(end);
  const bool in_marks = i > 0 && context_.tokens.kind(i - 1) == TokenKind::quote;
  // "in Porto, Portugal" is sure; "in Porto" alone is not an organisation, an acronym or a title.
  const bool with_country = context_.is_comma(end) && names_.country(end + 1);
  if (organisation || acronym || part_of_more || in_marks || context_.tokens.kind(end) == TokenKind::number) return end;
  if (kind_of_place && context_.tokens.is_any(end - 1, mask(WordClass::place_noun))) {
    add({i, end}, context_.text({i, end}), {}, "places.kind_of_place", 0.8);
    return end;
  }
  if (!led) return end;
  std::string_view code;
  if (with_country) code = names_.country(end + 1).phrase->code;
  // Where every noun has a capital, one word behind "in" is as likely a thing as a place.
  const bool noun = context_.pack.capital_nouns && !with_country && end == i + 1;
  add({i, end}, context_.text({i, end}), code, "places.behind_preposition", with_country ? 0.92 : noun ? doubted : 0.8);
  return end;
}

}  // namespace

void find_places(Context& context) { PlacePass(context).run(); }

}  // namespace herald::facts
