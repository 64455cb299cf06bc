// The plugin for the format "pdf": a release and its facts as a briefing for officials. What stands in it,
// and in which order, is decided in compose.hpp and the template; how pages are made, in formats/typeset;
// how a PDF is written, in formats/pdf.
#pragma once

#include <memory>

#include "herald/plugin/exporter.hpp"
#include "herald/plugin/self_check.hpp"

namespace herald::plugins {

class PdfBrief final : public Exporter, public SelfCheck {
 public:
  PdfBrief();
  ~PdfBrief() override;

  /// Throws herald::Error: template_invalid for a theme that does not parse, option_invalid for a marking
  /// that cannot be printed, font_missing where a font of the theme is not installed.
  void export_document(const ExportRequest& request, Output& output, Diagnostics& diagnostics) override;

  void self_check(Diagnostics& diagnostics) override;
  void* extension(std::string_view id) override;

 private:
  struct Tools;
  std::unique_ptr<Tools> tools_;  // fonts and writer, warm from one document to the next
};

}  // namespace herald::plugins
