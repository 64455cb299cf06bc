// What all sheets share: the workbook, the theme's styles, the words, the names of the sheets, and the
// ways from a fact to its sentence and back. What a sheet shows is its own file's business.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "formats/xlsx/workbook.hpp"
#include "herald/plugin/exporter.hpp"
#include "plugins/xlsx_facts/text_rows.hpp"
#include "plugins/xlsx_facts/theme.hpp"

namespace herald::plugins {

/// `accessible` follows the advice of the UK Government Analysis Function for spreadsheets: no filter,
/// no frozen panes, no footer, everything wrapped.
enum class Profile : std::uint8_t { analysis, accessible };

/// Only the name of the release's file, nothing where it came through standard input: where it lay on a
/// disk is nobody's business, and would give the same release other bytes.
std::string file_name(const std::string& uri);

/// A line of the legend on the sheet About.
struct LegendEntry {
  std::string sheet;
  std::string column;
  std::string meaning;
};

/// A fact as the sheet Text names it.
struct FactPlace {
  std::string id;
  SheetKind sheet = SheetKind::figures;
  std::uint32_t row = 0;
};

class Book {
 public:
  Book(const ExportRequest& request, Theme theme, Profile profile);

  const Document& document() const noexcept { return request_.document; }
  const ExportRequest& request() const noexcept { return request_; }
  const Theme& theme() const noexcept { return theme_; }
  Profile profile() const noexcept { return profile_; }
  const std::vector<TextRow>& text_rows() const noexcept { return text_rows_; }
  xlsx::Workbook& workbook() noexcept { return workbook_; }

  /// The word for a key of the labels' section "sheet".
  std::string label(std::string_view key) const;

  /// Whether a person has corrected or added any fact of the document.
  bool has_manual_facts() const noexcept { return has_manual_facts_; }

  bool shows(SheetKind kind) const { return sheets_.count(kind) > 0; }
  xlsx::Sheet& sheet(SheetKind kind) { return *sheets_.at(kind); }

  /// The plain look of the theme, from which every other is made.
  xlsx::Style base_style() const;
  xlsx::Style link_style() const;
  xlsx::StyleId style(const xlsx::Style& style) { return workbook_.style(style); }

  /// The number format, or one without ornaments where the workbook already has as many as Excel can
  /// bear (a release full of rare currencies).
  std::string number_format(std::string wanted);

  /// The number or its identifier of a sentence, as a link to its row on Text where that is shown.
  xlsx::Content sentence_link(std::uint32_t sentence) const;
  std::string sentence_id(std::uint32_t sentence) const;
  std::uint32_t paragraph(std::uint32_t sentence) const;

  /// A link to a sheet's cell, or only its text where the template leaves that sheet out.
  xlsx::Content sheet_link(SheetKind kind, std::string text, xlsx::Position target) const;

  /// Remembers where a fact stands, for the way back from its sentence.
  void add_fact(std::uint32_t sentence, FactPlace place) { facts_[sentence].push_back(std::move(place)); }
  const std::vector<FactPlace>* facts_of(std::uint32_t sentence) const;

  void add_legend(LegendEntry entry) { legend_.push_back(std::move(entry)); }
  const std::vector<LegendEntry>& legend() const noexcept { return legend_; }

 private:
  const ExportRequest& request_;
  Theme theme_;
  Profile profile_;
  xlsx::Workbook workbook_;
  std::map<SheetKind, xlsx::Sheet*> sheets_;
  std::vector<TextRow> text_rows_;
  bool has_manual_facts_ = false;
  std::map<std::uint32_t, std::uint32_t> row_of_sentence_;  // on Text, counted from its header as 0
  std::map<std::uint32_t, std::vector<FactPlace>> facts_;
  std::set<std::string> number_formats_;
  std::vector<LegendEntry> legend_;
};

}  // namespace herald::plugins
