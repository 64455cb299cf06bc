// Theme, then sheets, then bytes.
#include "plugins/xlsx_facts/xlsx_facts.hpp"

#include <fmt/format.h>

#include <utility>

#include "herald/error.hpp"
#include "plugins/xlsx_facts/book.hpp"
#include "plugins/xlsx_facts/sheets.hpp"
#include "plugins/xlsx_facts/theme.hpp"

namespace herald::plugins {
namespace {

Theme theme_of(const Resources& resources) {
  const auto file = resources.files.find("template.toml");
  if (file == resources.files.end())
    throw Error({ErrorCode::template_invalid, "the template has no template.toml",
                 "copy it from templates/sheet/standard", resources.template_name});
  return read_theme(file->second, resources.template_name).value_or_throw();
}

void write_sheet(SheetKind kind, Book& book, Diagnostics& diagnostics) {
  switch (kind) {
    case SheetKind::summary:
      return write_summary(book);
    case SheetKind::figures:
      return write_figures(book, diagnostics);
    case SheetKind::people:
      return write_people(book);
    case SheetKind::quotations:
      return write_quotations(book);
    case SheetKind::dates:
      return write_dates(book);
    case SheetKind::events:
      return write_events(book);
    case SheetKind::places:
      return write_places(book);
    case SheetKind::organisations:
      return write_organisations(book);
    case SheetKind::contacts:
      return write_contacts(book);
    case SheetKind::links:
      return write_links(book);
    case SheetKind::text:
      return write_text(book);
    case SheetKind::about:
      return write_about(book);
  }
}

}  // namespace

void XlsxFacts::export_document(const ExportRequest& request, Output& output, Diagnostics& diagnostics) {
  const Profile profile = request.options.text("profile") == "accessible" ? Profile::accessible : Profile::analysis;
  Book book(request, theme_of(request.resources), profile);
  // In the order of who needs whom, whatever the order of the sheets: the text lists the facts of each
  // sentence, and the sheet About the columns of all others.
  for (const SheetKind kind : {SheetKind::summary, SheetKind::figures, SheetKind::people, SheetKind::quotations,
                               SheetKind::dates, SheetKind::events, SheetKind::places, SheetKind::organisations,
                               SheetKind::contacts, SheetKind::links, SheetKind::text, SheetKind::about})
    if (book.shows(kind)) write_sheet(kind, book, diagnostics);
  output.main().write(book.workbook().write(diagnostics).value_or_throw());
}

}  // namespace herald::plugins
