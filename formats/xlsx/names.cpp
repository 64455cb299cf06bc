// Rules as Excel states them when a sheet is renamed or a table named.
#include "formats/xlsx/names.hpp"

#include <algorithm>
#include <cctype>

#include "formats/xlsx/text.hpp"

namespace herald::xlsx {
namespace {

constexpr std::string_view forbidden_in_sheet_names = "[]:*?/\\";

// "A1", "XFD12", "R1C1", "r2", "C": names that read as a place on a sheet.
bool looks_like_reference(std::string_view name) {
  const std::string folded = fold_capitals(name);
  if (folded == "r" || folded == "c") return true;
  const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
  const auto letters = std::find_if(folded.begin(), folded.end(), [](char c) { return c < 'a' || c > 'z'; });
  const bool digits_follow = letters != folded.end() && std::all_of(letters, folded.end(), is_digit);
  if (digits_follow && letters - folded.begin() >= 1 && letters - folded.begin() <= 3) return true;
  return folded.front() == 'r' && folded.find('c') != std::string::npos &&
         std::all_of(folded.begin(), folded.end(), [&](char c) { return c == 'r' || c == 'c' || is_digit(c); });
}

bool taken_by(const std::vector<std::string>& taken, std::string_view name) {
  const std::string folded = fold_capitals(name);
  return std::any_of(taken.begin(), taken.end(),
                     [&](const std::string& other) { return fold_capitals(other) == folded; });
}

std::string_view trim(std::string_view name) {
  const auto edge = [](char c) { return c == ' ' || c == '\''; };
  while (!name.empty() && edge(name.front())) name.remove_prefix(1);
  while (!name.empty() && edge(name.back())) name.remove_suffix(1);
  return name;
}

}  // namespace

std::string sheet_name_problem(std::string_view name) {
  if (name.empty()) return "is empty";
  if (utf16_length(name) > maximum_sheet_name_units) return "is longer than 31 UTF-16 units";
  if (name.find_first_of(forbidden_in_sheet_names) != std::string_view::npos)
    return "has one of the characters []:*?/\\";
  if (name.front() == '\'' || name.back() == '\'') return "begins or ends with an apostrophe";
  if (fold_capitals(name) == "history") return "is reserved by Excel";
  Changes changes;
  if (clean_line(name, changes, maximum_cell_units) != name) return "has characters that a name cannot hold";
  return {};
}

std::string table_name_problem(std::string_view name) {
  if (name.empty()) return "is empty";
  if (utf16_length(name) > 255) return "is longer than 255 UTF-16 units";
  const auto plain = [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
           c == '.' || c == '\\';
  };
  if (!std::all_of(name.begin(), name.end(), plain)) return "has characters other than letters, digits, '_' and '.'";
  if ((name.front() >= '0' && name.front() <= '9') || name.front() == '.') return "does not begin with a letter";
  if (looks_like_reference(name)) return "reads as a cell";
  return {};
}

std::string safe_sheet_name(std::string_view wish, const std::vector<std::string>& taken) {
  Changes changes;
  std::string name = clean_line(wish, changes, maximum_cell_units);
  std::replace_if(
      name.begin(), name.end(), [](char c) { return forbidden_in_sheet_names.find(c) != std::string_view::npos; }, ' ');
  name = trim(utf16_prefix(trim(name), maximum_sheet_name_units));
  if (name.empty() || fold_capitals(name) == "history") name = "Sheet";
  std::string unique = name;
  for (std::size_t number = 2; taken_by(taken, unique); ++number) {
    const std::string ending = " " + std::to_string(number);
    unique = std::string(utf16_prefix(name, maximum_sheet_name_units - ending.size())) + ending;
  }
  return unique;
}

}  // namespace herald::xlsx
