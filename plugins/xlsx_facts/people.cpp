// People with their posts, and what they said.
#include <string>

#include "herald/highlights.hpp"
#include "plugins/xlsx_facts/sheets.hpp"
#include "plugins/xlsx_facts/table_sheet.hpp"

namespace herald::plugins {
namespace {

// Who speaks, as a name where the release gives one, else in its own words.
std::string speaker_of(const Facts& facts, const Quotation& quotation) {
  if (quotation.speaker && *quotation.speaker < facts.people.size()) return facts.people[*quotation.speaker].name;
  return capitalised(quotation.speaker_text);
}

std::string post_of(const Facts& facts, const Quotation& quotation) {
  if (quotation.speaker && *quotation.speaker < facts.people.size())
    return capitalised(facts.people[*quotation.speaker].role);
  return {};
}

}  // namespace

void write_people(Book& book) {
  TableSheet sheet(book, SheetKind::people,
                   with_provenance(book, {{"id", ColumnKind::text},
                                          {"name", ColumnKind::text},
                                          {"post", ColumnKind::text},
                                          {"organisation", ColumnKind::text},
                                          {"country", ColumnKind::text},
                                          {"mentions", ColumnKind::number},
                                          {"mentioned_in", ColumnKind::text}}));
  for (const Person& person : book.document().facts.people) {
    std::vector<TableCell> cells = {{xlsx::Text{person.id}, {}},
                                    {xlsx::Text{person.name}, {}},
                                    {xlsx::Text{capitalised(person.role)}, {}},
                                    {xlsx::Text{person.affiliation}, {}},
                                    {xlsx::Text{person.country}, {}}};
    append_mentions(book, {person.id, SheetKind::people, sheet.next_row()}, person.mentions, cells);
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

void write_quotations(Book& book) {
  const Facts& facts = book.document().facts;
  TableSheet sheet(book, SheetKind::quotations,
                   with_provenance(book, {{"id", ColumnKind::text},
                                          {"speaker", ColumnKind::text},
                                          {"post", ColumnKind::text},
                                          {"quotation", ColumnKind::reading},
                                          {"partial", ColumnKind::text}}));
  for (const Quotation& quotation : facts.quotations) {
    std::vector<TableCell> cells = {{xlsx::Text{quotation.id}, {}},
                                    {xlsx::Text{speaker_of(facts, quotation)}, {}},
                                    {xlsx::Text{post_of(facts, quotation)}, {}},
                                    {xlsx::Text{quoted_words(quotation)}, {}},
                                    {xlsx::Text{book.label(quotation.partial ? "yes" : "no")}, {}}};
    append_provenance(book, quotation.provenance, cells);
    book.add_fact(quotation.provenance.sentence, {quotation.id, SheetKind::quotations, sheet.next_row()});
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

}  // namespace herald::plugins
