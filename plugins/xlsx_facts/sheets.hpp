// One function a sheet. Those of the facts come before the text's, which links back to them, and the
// legend's comes last.
#pragma once

#include "herald/diagnostics.hpp"
#include "plugins/xlsx_facts/book.hpp"

namespace herald::plugins {

void write_figures(Book& book, Diagnostics& diagnostics);
void write_people(Book& book);
void write_quotations(Book& book);
void write_dates(Book& book);
void write_events(Book& book);
void write_places(Book& book);
void write_organisations(Book& book);
void write_contacts(Book& book);
void write_links(Book& book);
void write_text(Book& book);
void write_summary(Book& book);
void write_about(Book& book);

}  // namespace herald::plugins
