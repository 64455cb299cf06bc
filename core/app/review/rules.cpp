// In the order of the passes; of each the rules that find, then those that reject.
#include "core/app/review/rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace herald::app::review {
namespace {

constexpr auto sentences = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"figures.count", "a number of things"},
    {"figures.money", "a number with a currency beside it"},
    {"figures.percent", "a number with a percent sign, or a word for it, behind it"},
    {"figures.duration", "a number with a unit of time behind it"},
    {"figures.measure", "a number with a unit behind it"},
    {"figures.ratio", "a part and its whole (\"one in five\"), kept as both numbers"},
    {"figures.fraction", "a number of parts of a whole (\"two-thirds\")"},
    {"figures.in_date", "the numbers belong to a date or a period"},
    {"figures.in_name", "the number is part of a person's name"},
    {"figures.set_apart", "it stands in a title between quotation marks"},
    {"figures.phrase", "the words are a set phrase that counts nothing"},
    {"figures.unreadable", "it is a code or a version, or too large or cut in too many parts for a number"},
    {"figures.letter_before", "the letter before it is a name's or a road's rather than a currency's"},
    {"figures.phone", "the groups of digits are a telephone number"},
    {"figures.list_number", "it numbers an item or a note"},
    {"figures.reference", "the word or sign beside it makes it a reference: an article, a page, a number of something"},
    {"figures.reference_list", "it goes on with the reference before it"},
    {"figures.part_of_name", "the capitalised word before it makes it part of a name"},
    {"figures.code", "what is glued to it makes it a code, a score or a time of day"},
    {"figures.letters_behind", "the letters behind it are no unit: an ordinal or a code"},
    {"figures.other_calendar", "it is a year, of this calendar or another"},
    {"figures.no_such_day", "it is written as a day of a month, and the month has no such day"},
    {"figures.time", "it is a time of day"},
    {"figures.score", "two numbers with a dash, the second not larger: a vote or a result, no range"},
    {"figures.year", "four digits that read as a year"},
    {"figures.address", "it is the number of a house in a street"},
    {"figures.part_of_whole", "a part of a whole that is not known, or less than the part"},
    {"figures.age", "it says how old somebody is"},
    {"figures.one", "the word for one counts nothing that is worth a figure"},
    {"figures.none", "nought of something is no figure"},
    {"figures.nothing_counted", "nothing that it counts stands beside it"},

    {"people.post_dash_name", "a line that has a post, a dash or colon, and a name"},
    {"people.name_dash_post", "a line that has a name, a dash, colon or comma, and a post"},
    {"people.role_name", "a post stands right before the name"},
    {"people.role_comma_name", "a post with a comma stands before the name, and a mark closes it"},
    {"people.name_role", "a post stands right behind the name"},
    {"people.honorific", "a form of address stands before the name"},
    {"people.attribution", "a verb of saying stands beside the name, and speech is near"},
    {"people.age", "an age stands behind the name"},
    {"people.name_of_body", "a small word and a body between commas follow the name"},
    {"people.appointed", "a verb that gives people a post follows the name"},
    {"people.relative", "a clause that only a person has follows the name"},
    {"people.agent", "the name of who did what only people do"},
    {"people.roster", "the name stands in a row of names, each with a body in brackets behind it"},
    {"people.group", "the name stands behind a word for people, alone or in a list"},
    {"people.statement", "a line or sentence that has a name, a colon and what the person says"},
    {"people.full_name", "the full name of a person who is known from elsewhere in the release"},
    {"people.surname", "the surname of a person who is known from elsewhere in the release"},
    {"people.listed", "the name stands in a list with a person's"},
    {"people.shared_role", "the name shares a post in the plural with the one before"},
    {"people.organisation", "the capitals go on with a word for a body or a thing, which ends no person's name"},
    {"people.acronym", "capitals throughout are an abbreviation"},
    {"people.single_word", "a single name needs a form of address or a post before it"},
    {"people.ends_in_acronym", "a name that ends in an abbreviation is an organisation's"},
    {"people.nothing_beside", "capitalised words, but no post, form of address, age or verb of saying beside them"},

    {"quotations.said_after", "words between quotation marks, and a verb of saying behind them"},
    {"quotations.said_before", "words between quotation marks, and a verb of saying before them"},
    {"quotations.said_inside", "speech within whose marks a verb of saying and who speaks are named"},
    {"quotations.dash_after", "words between quotation marks, and a dash that leads to their speaker"},
    {"quotations.colon", "words between quotation marks behind a colon that a verb of saying leads to"},
    {"quotations.colon_line", "words between quotation marks below a line that ends in a colon"},
    {"quotations.last_speaker", "a paragraph of speech below another's: the same person speaks on"},
    {"quotations.person_above", "a paragraph of speech below one that names a single person"},
    {"quotations.statement", "a line that has a name, a colon and what the person says"},
    {"quotations.paragraph", "speech that fills its paragraph; who says it is not said"},
    {"quotations.not_closed", "the marks are opened and not closed"},
    {"quotations.caption_or_table", "marked words of a caption or a table are no speech"},
    {"quotations.title", "most of its words have capitals: the title of something"},
    {"quotations.few_words", "a few words that no verb of saying leads to with a comma or colon: a name or a slogan"},
    {"quotations.nobody_says", "nobody is said to say it, and it does not fill its paragraph"},
    {"quotations.too_short", "nobody is said to say it, and it is too short for a statement"},

    {"dates.written", "a date that is written whole"},
    {"dates.without_year", "a date without its year, which is the one nearest to the day of publication"},
    {"dates.day_list", "a day of a list whose last has the month"},
    {"dates.relative_day", "a word that counts from the day of publication"},
    {"dates.weekday", "a weekday, next to the day of publication"},
    {"dates.shifted_period", "a year or month that counts from the day of publication"},
    {"dates.no_such_day", "the calendar has no such day"},
    {"dates.no_day_to_count_from", "the release does not say when it was published, so there is no day to count from"},
    {"dates.month_in_speech", "a month without year in somebody's words may be every year's"},
    {"dates.weekday_in_title", "a weekday of a title may be part of a name"},
    {"dates.weekday_in_speech", "a weekday in somebody's words may be any week's"},
    {"dates.week_or_season", "a week or a season is no day, month or year that could be written down"},

    {"places.dateline", "the place of the dateline"},
    {"places.country", "the name of a country"},
    {"places.kind_of_place", "a capitalised name that ends in a word for a kind of place"},
    {"places.behind_preposition", "a capitalised name behind a word that leads to a place"},
    {"places.listed", "the name stands in a list with a place's"},
    {"places.known", "the name of a place that the language's pack knows"},
    {"places.part_of_longer_name", "it is part of a longer name or a compound"},
    {"places.organisation", "the name has a word for an organisation, an occasion or a post"},
    {"places.acronym", "capitals throughout are an abbreviation"},
    {"places.in_marks", "it stands between quotation marks"},

    {"organisations.kind_of_body", "a capitalised name with a word for a kind of body"},
    {"organisations.abbreviated", "a capitalised name whose first letters are the abbreviation behind it"},
    {"organisations.abbreviation", "the abbreviation in brackets behind the name"},
    {"organisations.name_country", "a capitalised name that ends in a country's"},
    {"organisations.post_in_body", "a post that is held in it stands before the name"},
    {"organisations.acronym", "an abbreviation that speaks, or that has a post behind it"},
    {"organisations.acronym_agent", "an abbreviation by which something is done"},
    {"organisations.acronym_listed", "an abbreviation in a list with an organisation's"},
    {"organisations.boilerplate", "the name in the heading of what the release says about its issuer"},
    {"organisations.known_name", "a name or abbreviation that is known from elsewhere in the release"},
    {"organisations.no_body", "its last word is that of a law, a programme or a thing and not of a body"},
    {"organisations.other_initials", "the abbreviation behind it has not the first letters of these words"},
    {"organisations.acronym_does_nothing", "an abbreviation that neither speaks nor acts may be of anything"},

    {"events.planned", "a word for an occasion, and words that announce it"},
    {"events.dated", "a word for an occasion, and its day beside it"},
    {"events.no_name", "words that announce something, and no word for an occasion near them"},
    {"events.no_day", "the sentence of the occasion has no day"},
    {"events.over", "the day of what is announced lies before the day of publication"},
    {"events.modifies", "the word stands before a noun and says whose that is"},
    {"events.day_too_far", "the day in its sentence stands too far from the name"},
    {"events.small_letters", "an occasion that is not to come needs a name with capitals"},

    {"contacts.line", "a number or an address in the lines that say whom to ask"},
    {"contacts.address_in_text", "a mail address in the text"},

    {"links.marked", "words that the release links"},
    {"links.bare", "an address that stands in the text"},

    {"points.lead", "the first sentence of the text that says something"},
    {"points.figure", "it has figures that weigh"},
    {"points.decision", "it says what was decided or done"},
    {"points.next event", "it announces what comes next"},
    {"points.position", "it stands near the beginning, where releases say what matters"},
});

}  // namespace

std::string_view rule_sentence(std::string_view rule) {
  const auto* known =
      std::find_if(sentences.begin(), sentences.end(), [rule](const auto& entry) { return entry.first == rule; });
  return known == sentences.end() ? std::string_view{} : known->second;
}

std::vector<std::string_view> rule_names() {
  std::vector<std::string_view> names;
  for (const auto& [name, sentence] : sentences) names.push_back(name);
  return names;
}

}  // namespace herald::app::review
