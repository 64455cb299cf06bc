// Check, then write, then look whether all of it was written.
#include "formats/xlsx/workbook.hpp"

#include <fmt/format.h>

#include <utility>

#include "formats/xlsx/checks.hpp"
#include "formats/xlsx/mends.hpp"
#include "formats/xlsx/scratch.hpp"
#include "formats/xlsx/writer.hpp"

namespace herald::xlsx {
namespace {

// The most that libxlsxwriter may have in one temporary file: all texts at once, or the cells' markup.
std::uint64_t scratch_bytes(const Workbook& workbook) {
  constexpr std::uint64_t cell_markup = 160;  // <c r="XFD1048576" s="1234" t="s"><v>…</v></c>, and a link to it
  constexpr std::uint64_t fixed_parts = std::uint64_t{256} * 1024;
  std::uint64_t bytes = fixed_parts;
  for (const Sheet& sheet : workbook.sheets())
    for (const PlacedCell& cell : sheet.cells()) {
      bytes += cell_markup;
      if (const auto* text = std::get_if<Text>(&cell.content)) bytes += text->value.size();
    }
  return bytes;
}

}  // namespace

Workbook::Workbook(Properties properties) : properties_(std::move(properties)) {}

Sheet& Workbook::add_sheet(std::string name) { return sheets_.emplace_back(std::move(name)); }

StyleId Workbook::style(const Style& style) {
  const auto [entry, is_new] = style_numbers_.try_emplace(style, static_cast<StyleId>(styles_.size()));
  if (is_new) styles_.push_back(style);
  return entry->second;
}

Result<std::string> Workbook::write(Diagnostics& diagnostics) const {
  if (const std::vector<std::string> violations = find_violations(*this); !violations.empty())
    return Failure{ErrorCode::format_violation,
                   fmt::format("the workbook breaks {} rule{} of its format: {}", violations.size(),
                               violations.size() == 1 ? "" : "s", fmt::join(violations, "; ")),
                   "the plugin or its template has to be put right",
                   {}};
  const ScratchFile file;
  Mends mends;
  write_with_library(*this, file.path(), choose_scratch_folder(scratch_folders(), scratch_bytes(*this)), mends);
  std::string bytes = file.read_all();
  check_parts_are_whole(bytes);
  mends.report(diagnostics);
  return bytes;
}

}  // namespace herald::xlsx
