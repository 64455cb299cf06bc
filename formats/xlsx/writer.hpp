// Puts a checked workbook into libxlsxwriter: the only place that knows the library. It mends single
// texts and links on the way and relies on checks.hpp for everything else.
#pragma once

#include <string>

#include "formats/xlsx/mends.hpp"

namespace herald::xlsx {

class Workbook;

/// Writes the workbook to `path`; temporary files go to `scratch_folder`. Throws herald::Error
/// (disk_full, output_unwritable, internal).
void write_with_library(const Workbook& workbook, const std::string& path, const std::string& scratch_folder,
                        Mends& mends);

}  // namespace herald::xlsx
