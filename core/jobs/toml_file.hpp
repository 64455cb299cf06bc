// A TOML file as flat text values: tables joined with dots, as labels and template heads use it.
#pragma once

#include <filesystem>
#include <string>

#include "herald/presentation.hpp"
#include "herald/result.hpp"

namespace herald::jobs {

/// A whole small file; data_missing where it cannot be read or is over 1 MiB.
Result<std::string> read_small_file(const std::filesystem::path& path);

/// "section.key" → string value, for all string values of the file; other types are passed over.
/// template_invalid with "FILE:LINE:COLUMN" as location where it does not parse.
Result<Labels> read_flat_toml(const std::filesystem::path& path);

}  // namespace herald::jobs
