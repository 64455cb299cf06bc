// Bodies and how to reach people: organisations, contacts and web addresses.
#include <fmt/format.h>

#include <string>

#include "plugins/xlsx_facts/sheets.hpp"
#include "plugins/xlsx_facts/table_sheet.hpp"

namespace herald::plugins {

void write_organisations(Book& book) {
  TableSheet sheet(book, SheetKind::organisations,
                   with_provenance(book, {{"id", ColumnKind::text},
                                          {"organisation_name", ColumnKind::reading},
                                          {"abbreviation", ColumnKind::text},
                                          {"mentions", ColumnKind::number},
                                          {"mentioned_in", ColumnKind::text}}));
  for (const Organisation& organisation : book.document().facts.organisations) {
    std::vector<TableCell> cells = {{xlsx::Text{organisation.id}, {}},
                                    {xlsx::Text{organisation.name}, {}},
                                    {xlsx::Text{organisation.abbreviation}, {}}};
    append_mentions(book, {organisation.id, SheetKind::organisations, sheet.next_row()}, organisation.mentions, cells);
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

void write_contacts(Book& book) {
  TableSheet sheet(book, SheetKind::contacts,
                   with_provenance(book, {{"id", ColumnKind::text},
                                          {"contact", ColumnKind::text},
                                          {"post", ColumnKind::text},
                                          {"organisation", ColumnKind::text},
                                          {"email", ColumnKind::text},
                                          {"phone", ColumnKind::text}}));
  for (const Contact& contact : book.document().facts.contacts) {
    std::vector<TableCell> cells = {{xlsx::Text{contact.id}, {}},
                                    {xlsx::Text{contact.name}, {}},
                                    {xlsx::Text{contact.role}, {}},
                                    {xlsx::Text{contact.affiliation}, {}},
                                    {xlsx::Text{fmt::format("{}", fmt::join(contact.emails, "; "))}, {}},
                                    {xlsx::Text{fmt::format("{}", fmt::join(contact.phones, "; "))}, {}}};
    append_provenance(book, contact.provenance, cells);
    book.add_fact(contact.provenance.sentence, {contact.id, SheetKind::contacts, sheet.next_row()});
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

// Addresses stand as text: a workbook's reader decides what to open, and a release is anybody's words.
void write_links(Book& book) {
  TableSheet sheet(
      book, SheetKind::links,
      with_provenance(
          book, {{"id", ColumnKind::text}, {"link_text", ColumnKind::reading}, {"address", ColumnKind::reading}}));
  for (const Link& link : book.document().facts.links) {
    std::vector<TableCell> cells = {
        {xlsx::Text{link.id}, {}}, {xlsx::Text{link.text}, {}}, {xlsx::Text{link.target}, {}}};
    append_provenance(book, link.provenance, cells);
    book.add_fact(link.provenance.sentence, {link.id, SheetKind::links, sheet.next_row()});
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

}  // namespace herald::plugins
