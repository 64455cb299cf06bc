// Facts as a person reads them at a terminal: a table a kind, each row with its paragraph.
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <limits>

#include "core/app/facts_report.hpp"
#include "core/app/text_table.hpp"

namespace herald::app {
namespace {

constexpr std::size_t width_without_terminal = 100;

std::string paragraph_of(const Document& document, const Provenance& provenance) {
  const std::uint32_t number = document.blocks[provenance.block].number;
  return number == 0 ? "–" : std::to_string(number);
}

std::string first_paragraph(const Document& document, const std::vector<Provenance>& mentions) {
  return mentions.empty() ? "–" : paragraph_of(document, mentions.front());
}

std::string speaker_of(const Document& document, const Quotation& quotation) {
  if (!quotation.speaker) return quotation.speaker_text.empty() ? "–" : quotation.speaker_text;
  return document.facts.people[*quotation.speaker].name;
}

std::string head(const Document& document, const Labels& labels) {
  const Metadata& metadata = document.metadata;
  std::string text = (metadata.title.empty() ? "(no title)" : metadata.title) + "\n";
  if (!metadata.standfirst.empty()) text += metadata.standfirst + "\n";
  std::string line;
  if (metadata.dateline) {
    line = metadata.dateline->place;
    if (!metadata.dateline->country.empty()) line += (line.empty() ? "" : ", ") + metadata.dateline->country;
  }
  if (!metadata.published.empty()) line += (line.empty() ? "" : " · ") + present_date(metadata.published, "", labels);
  return line.empty() ? text : text + line + "\n";
}

std::string joined(const std::vector<std::string>& texts) {
  std::string line;
  for (const std::string& text : texts) line += (line.empty() ? "" : ", ") + text;
  return line;
}

void append(std::string& text, const char* title, const TextTable& table, std::size_t width) {
  if (!table.empty()) text += "\n" + std::string(title) + "\n" + table.render(width);
}

}  // namespace

std::string facts_table(const Document& document, const Labels& labels, std::size_t width) {
  const Facts& facts = document.facts;
  std::string text = head(document, labels);

  TextTable figures({"Value", "What is counted", "As written", "¶"});
  for (const Figure& figure : facts.figures)
    figures.add_row(
        {present_value(figure, labels), figure.counted, figure.as_written, paragraph_of(document, figure.provenance)});
  append(text, "FIGURES", figures, width);

  TextTable people({"Name", "Post", "Organisation", "Country", "¶"});
  for (const Person& person : facts.people)
    people.add_row(
        {person.name, person.role, person.affiliation, person.country, first_paragraph(document, person.mentions)});
  append(text, "PEOPLE", people, width);

  TextTable quotations({"Speaker", "Quotation", "¶"});
  for (const Quotation& quotation : facts.quotations)
    quotations.add_row({speaker_of(document, quotation), quotation.text, paragraph_of(document, quotation.provenance)});
  append(text, "QUOTATIONS", quotations, width);

  TextTable dates({"Date", "As written", "¶"});
  for (const DateMention& date : facts.dates)
    dates.add_row({present_date(date.start, date.end, labels) + (is_doubted(date.provenance) ? " ?" : ""),
                   date.as_written, paragraph_of(document, date.provenance)});
  append(text, "DATES", dates, width);

  TextTable places({"Place", "Country", "Mentions", "¶"});
  for (const Place& place : facts.places)
    places.add_row({place.name, place.country_code, std::to_string(place.mentions.size()),
                    first_paragraph(document, place.mentions)});
  append(text, "PLACES", places, width);

  TextTable events({"Event", "When", "Where", "¶"});
  for (const Event& event : facts.events)
    events.add_row({event.name, event.start.empty() ? "" : present_date(event.start, event.end, labels), event.place,
                    paragraph_of(document, event.provenance)});
  append(text, "EVENTS", events, width);

  TextTable organisations({"Organisation", "Short", "Mentions", "¶"});
  for (const Organisation& organisation : facts.organisations)
    organisations.add_row({organisation.name, organisation.abbreviation, std::to_string(organisation.mentions.size()),
                           first_paragraph(document, organisation.mentions)});
  append(text, "ORGANISATIONS", organisations, width);

  TextTable contacts({"Contact", "Post", "E-mail", "Telephone"});
  for (const Contact& contact : facts.contacts)
    contacts.add_row({contact.name.empty() ? contact.affiliation : contact.name, contact.role, joined(contact.emails),
                      joined(contact.phones)});
  append(text, "CONTACTS", contacts, width);

  TextTable links({"Link", "Address", "¶"});
  for (const Link& link : facts.links) links.add_row({link.text, link.target, paragraph_of(document, link.provenance)});
  append(text, "LINKS", links, width);

  if (facts == Facts{}) text += "\nNo facts found.\n";
  return text;
}

std::size_t output_width(PipedWidth piped) {
  winsize size{};
  if (::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return std::max<std::size_t>(size.ws_col, 40);  // narrower, the columns would be single words
  return piped == PipedWidth::unbounded ? std::numeric_limits<std::size_t>::max() : width_without_terminal;
}

}  // namespace herald::app
