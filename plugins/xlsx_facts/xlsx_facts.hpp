// The exporter of the format "xlsx": the facts of a release as a workbook that can be sorted, filtered
// and checked, each fact linked to its sentence. This file only decides the order of the work; what a
// sheet shows is in one file a sheet, how a workbook is made in formats/xlsx.
#pragma once

#include "herald/plugin/exporter.hpp"

namespace herald::plugins {

class XlsxFacts final : public Exporter {
 public:
  void export_document(const ExportRequest& request, Output& output, Diagnostics& diagnostics) override;
};

}  // namespace herald::plugins
