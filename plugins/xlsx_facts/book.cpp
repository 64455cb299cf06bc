// Makes the sheets in the template's order, so that the first of them is the one that opens.
#include "plugins/xlsx_facts/book.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "formats/xlsx/names.hpp"
#include "formats/xlsx/text.hpp"

namespace herald::plugins {
namespace {

// formats/xlsx refuses more than 200; the rest is for the sheets' own.
constexpr std::size_t maximum_number_formats = 150;

std::string description_of(const Source& source) {
  const std::string file = file_name(source.uri);
  return file.empty() ? fmt::format("SHA-256 {}", source.sha256) : fmt::format("{} (SHA-256 {})", file, source.sha256);
}

xlsx::Properties properties_of(const ExportRequest& request) {
  return {.title = request.document.metadata.title,
          .subject = std::string(request.resources.label("sheet.heading")),
          .author = "Herald",
          .keywords = {},
          .comments = description_of(request.document.source),
          .created = request.creation_time};
}

bool any_manual(const Facts& facts) {
  const auto manual = [](const Provenance& provenance) { return provenance.origin != Origin::extracted; };
  const auto stated = [&](const auto& fact) { return manual(fact.provenance); };
  const auto mentioned = [&](const auto& fact) {
    return std::any_of(fact.mentions.begin(), fact.mentions.end(), manual);
  };
  const auto any = [](const auto& list, const auto& test) { return std::any_of(list.begin(), list.end(), test); };
  return any(facts.figures, stated) || any(facts.quotations, stated) || any(facts.dates, stated) ||
         any(facts.events, stated) || any(facts.people, mentioned) || any(facts.places, mentioned) ||
         any(facts.organisations, mentioned) || any(facts.contacts, stated) || any(facts.links, stated);
}

// Printed as a page of text; the tables of facts have more columns than stand upright.
bool is_read_as_page(SheetKind kind) {
  return kind == SheetKind::summary || kind == SheetKind::text || kind == SheetKind::about;
}

}  // namespace

std::string file_name(const std::string& uri) {
  if (uri == "-") return {};
  const std::size_t slash = uri.find_last_of("/\\");
  return slash == std::string::npos ? uri : uri.substr(slash + 1);
}

Book::Book(const ExportRequest& request, Theme theme, Profile profile)
    : request_(request),
      theme_(std::move(theme)),
      profile_(profile),
      workbook_(properties_of(request)),
      text_rows_(lay_out_text(request.document)),
      has_manual_facts_(any_manual(request.document.facts)) {
  const bool right_to_left = text_direction(document().metadata.language) == "rtl";
  std::vector<std::string> names;
  for (const SheetKind kind : theme_.sheets) {
    names.push_back(xlsx::safe_sheet_name(label(sheet_key(kind)), names));
    xlsx::Sheet& sheet = workbook_.add_sheet(names.back());
    sheet.settings().direction = right_to_left ? xlsx::Direction::right_to_left : xlsx::Direction::left_to_right;
    sheet.settings().paper = theme_.paper;
    sheet.settings().orientation = is_read_as_page(kind) ? xlsx::Orientation::portrait : xlsx::Orientation::landscape;
    if (profile_ == Profile::analysis) {
      sheet.settings().footer_start = fmt::format("{} · {}", document().metadata.title, names.back());
      sheet.settings().footer_end = "&P / &N";
    }
    sheets_[kind] = &sheet;
  }
  for (std::uint32_t i = 0; i < text_rows_.size(); ++i)
    if (text_rows_[i].sentence) row_of_sentence_.emplace(*text_rows_[i].sentence, i + 1);
}

std::string Book::label(std::string_view key) const {
  return std::string(request_.resources.label(fmt::format("sheet.{}", key)));
}

xlsx::Style Book::base_style() const {
  return {.font = theme_.font_for(document().metadata.language), .size = theme_.font_size, .colour = theme_.ink};
}

xlsx::Style Book::link_style() const {
  xlsx::Style style = base_style();
  style.colour = theme_.accent;
  style.underline = xlsx::Underline::yes;
  style.align = xlsx::Align::start;
  return style;
}

std::string Book::number_format(std::string wanted) {
  if (wanted.size() > 200) return "#,##0.##";
  if (number_formats_.count(wanted) > 0) return wanted;
  if (number_formats_.size() >= maximum_number_formats) return "#,##0.##";
  number_formats_.insert(wanted);
  return wanted;
}

std::string Book::sentence_id(std::uint32_t sentence) const { return fmt::format("S{}", std::uint64_t{sentence} + 1); }

std::uint32_t Book::paragraph(std::uint32_t sentence) const {
  return sentence < document().sentences.size() ? paragraph_number(document(), sentence) : 0;
}

xlsx::Content Book::sentence_link(std::uint32_t sentence) const {
  const auto row = row_of_sentence_.find(sentence);
  if (row == row_of_sentence_.end()) return xlsx::Text{sentence_id(sentence)};
  xlsx::Content link = sheet_link(SheetKind::text, sentence_id(sentence), {row->second, 0});
  // The sentence itself when the pointer rests on its number: as much as Excel shows there.
  constexpr std::size_t tip_units = 250;
  if (auto* target = std::get_if<xlsx::SheetLink>(&link)) {
    const std::string text = sentence_text(document(), sentence);
    target->tip = xlsx::utf16_prefix(text, tip_units);
    if (target->tip.size() < text.size()) target->tip += "…";
  }
  return link;
}

xlsx::Content Book::sheet_link(SheetKind kind, std::string text, xlsx::Position target) const {
  const auto found = sheets_.find(kind);
  if (found == sheets_.end()) return xlsx::Text{std::move(text)};
  return xlsx::SheetLink{std::move(text), found->second->name(), target, {}};
}

const std::vector<FactPlace>* Book::facts_of(std::uint32_t sentence) const {
  const auto found = facts_.find(sentence);
  return found == facts_.end() ? nullptr : &found->second;
}

}  // namespace herald::plugins
