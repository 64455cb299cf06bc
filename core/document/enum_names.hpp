// The names under which enumerations stand in the JSON form: one table, read in both directions.
#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "herald/diagnostics.hpp"
#include "herald/document.hpp"
#include "herald/facts.hpp"

namespace herald::document {

template <typename E, std::size_t N>
using NameTable = std::array<std::pair<E, std::string_view>, N>;

inline constexpr NameTable<InlineKind, 5> inline_kind_names = {{{InlineKind::text, "text"},
                                                                {InlineKind::emphasis, "emphasis"},
                                                                {InlineKind::strong, "strong"},
                                                                {InlineKind::link, "link"},
                                                                {InlineKind::line_break, "line_break"}}};

inline constexpr NameTable<BlockKind, 15> block_kind_names = {{{BlockKind::title, "title"},
                                                               {BlockKind::standfirst, "standfirst"},
                                                               {BlockKind::date_line, "date_line"},
                                                               {BlockKind::status, "status"},
                                                               {BlockKind::heading, "heading"},
                                                               {BlockKind::paragraph, "paragraph"},
                                                               {BlockKind::list_item, "list_item"},
                                                               {BlockKind::block_quote, "block_quote"},
                                                               {BlockKind::image, "image"},
                                                               {BlockKind::caption, "caption"},
                                                               {BlockKind::table, "table"},
                                                               {BlockKind::contact, "contact"},
                                                               {BlockKind::boilerplate, "boilerplate"},
                                                               {BlockKind::end_mark, "end_mark"},
                                                               {BlockKind::noise, "noise"}}};

inline constexpr NameTable<Origin, 3> origin_names = {
    {{Origin::extracted, "extracted"}, {Origin::corrected, "corrected"}, {Origin::manual, "manual"}}};

inline constexpr NameTable<FigureKind, 7> figure_kind_names = {{{FigureKind::count, "count"},
                                                                {FigureKind::money, "money"},
                                                                {FigureKind::percent, "percent"},
                                                                {FigureKind::duration, "duration"},
                                                                {FigureKind::measure, "measure"},
                                                                {FigureKind::ordinal, "ordinal"},
                                                                {FigureKind::ratio, "ratio"}}};

inline constexpr NameTable<Qualifier, 6> qualifier_names = {{{Qualifier::exact, "exact"},
                                                             {Qualifier::more_than, "more_than"},
                                                             {Qualifier::less_than, "less_than"},
                                                             {Qualifier::about, "about"},
                                                             {Qualifier::at_least, "at_least"},
                                                             {Qualifier::at_most, "at_most"}}};

inline constexpr NameTable<DatePrecision, 3> date_precision_names = {
    {{DatePrecision::year, "year"}, {DatePrecision::month, "month"}, {DatePrecision::day, "day"}}};

inline constexpr NameTable<DateRole, 5> date_role_names = {{{DateRole::mentioned, "mentioned"},
                                                            {DateRole::published, "published"},
                                                            {DateRole::event, "event"},
                                                            {DateRole::deadline, "deadline"},
                                                            {DateRole::period, "period"}}};

inline constexpr NameTable<EventStatus, 3> event_status_names = {
    {{EventStatus::past, "past"}, {EventStatus::ongoing, "ongoing"}, {EventStatus::planned, "planned"}}};

inline constexpr NameTable<Severity, 3> severity_names = {
    {{Severity::note, "note"}, {Severity::warning, "warning"}, {Severity::error, "error"}}};

template <typename E, std::size_t N>
constexpr std::string_view name_of(const NameTable<E, N>& table, E value) {
  for (const auto& [candidate, name] : table)
    if (candidate == value) return name;
  return table.front().second;
}

template <typename E, std::size_t N>
constexpr std::optional<E> value_of(const NameTable<E, N>& table, std::string_view name) {
  for (const auto& [candidate, candidate_name] : table)
    if (candidate_name == name) return candidate;
  return std::nullopt;
}

}  // namespace herald::document
