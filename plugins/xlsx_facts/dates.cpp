// When and where: dates, events and places. A date that is less precise than a day keeps its ISO form
// as text and gets its first and last possible day as real dates beside it, so that it can be filtered.
#include <fmt/format.h>

#include <array>
#include <string>

#include "plugins/xlsx_facts/sheets.hpp"
#include "plugins/xlsx_facts/table_sheet.hpp"

namespace herald::plugins {
namespace {

constexpr std::array<std::string_view, 3> precision_keys = {"precision_year", "precision_month", "precision_day"};
constexpr std::array<std::string_view, 5> role_keys = {"role_mentioned", "role_published", "role_event",
                                                       "role_deadline", "role_period"};
constexpr std::array<std::string_view, 3> status_keys = {"status_past", "status_ongoing", "status_planned"};

std::string iso_range(const std::string& start, const std::string& end) {
  return end.empty() ? start : fmt::format("{}/{}", start, end);  // ISO 8601-1, 5.5.2
}

// The last day: of the range, or of a month or year that stands alone. A single day has none.
xlsx::Content last_day(const std::string& start, const std::string& end) {
  constexpr std::size_t day_length = 10;
  if (!end.empty()) return day_content(end, DateEdge::high);
  return start.size() < day_length ? day_content(start, DateEdge::high) : xlsx::Content();
}

}  // namespace

void write_dates(Book& book) {
  TableSheet sheet(book, SheetKind::dates,
                   with_provenance(book, {{"id", ColumnKind::text},
                                          {"as_written", ColumnKind::text},
                                          {"first_day", ColumnKind::date},
                                          {"last_day", ColumnKind::date},
                                          {"iso", ColumnKind::text},
                                          {"precision", ColumnKind::text},
                                          {"date_role", ColumnKind::text},
                                          {"relative", ColumnKind::text}}));
  for (const DateMention& date : book.document().facts.dates) {
    std::vector<TableCell> cells = {
        {xlsx::Text{date.id}, {}},
        {xlsx::Text{date.as_written}, {}},
        {day_content(date.start, DateEdge::low), {}},
        {last_day(date.start, date.end), {}},
        {xlsx::Text{iso_range(date.start, date.end)}, {}},
        {xlsx::Text{book.label(precision_keys[static_cast<std::size_t>(date.precision)])}, {}},
        {xlsx::Text{book.label(role_keys[static_cast<std::size_t>(date.role)])}, {}},
        {xlsx::Text{book.label(date.relative ? "yes" : "no")}, {}}};
    append_provenance(book, date.provenance, cells);
    book.add_fact(date.provenance.sentence, {date.id, SheetKind::dates, sheet.next_row()});
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

void write_events(Book& book) {
  TableSheet sheet(book, SheetKind::events,
                   with_provenance(book, {{"id", ColumnKind::text},
                                          {"event", ColumnKind::reading},
                                          {"first_day", ColumnKind::date},
                                          {"last_day", ColumnKind::date},
                                          {"iso", ColumnKind::text},
                                          {"place", ColumnKind::text},
                                          {"event_status", ColumnKind::text}}));
  for (const Event& event : book.document().facts.events) {
    std::vector<TableCell> cells = {{xlsx::Text{event.id}, {}},
                                    {xlsx::Text{event.name}, {}},
                                    {day_content(event.start, DateEdge::low), {}},
                                    {last_day(event.start, event.end), {}},
                                    {xlsx::Text{iso_range(event.start, event.end)}, {}},
                                    {xlsx::Text{event.place}, {}},
                                    {xlsx::Text{book.label(status_keys[static_cast<std::size_t>(event.status)])}, {}}};
    append_provenance(book, event.provenance, cells);
    book.add_fact(event.provenance.sentence, {event.id, SheetKind::events, sheet.next_row()});
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

void write_places(Book& book) {
  TableSheet sheet(book, SheetKind::places,
                   with_provenance(book, {{"id", ColumnKind::text},
                                          {"place", ColumnKind::text},
                                          {"country_code", ColumnKind::text},
                                          {"mentions", ColumnKind::number},
                                          {"mentioned_in", ColumnKind::text}}));
  for (const Place& place : book.document().facts.places) {
    std::vector<TableCell> cells = {
        {xlsx::Text{place.id}, {}}, {xlsx::Text{place.name}, {}}, {xlsx::Text{place.country_code}, {}}};
    append_mentions(book, {place.id, SheetKind::places, sheet.next_row()}, place.mentions, cells);
    sheet.add_row(std::move(cells));
  }
  sheet.finish();
}

}  // namespace herald::plugins
