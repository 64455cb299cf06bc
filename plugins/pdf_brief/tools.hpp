// What the exporter keeps warm from one document to the next.
#pragma once

#include "formats/pdf/pdf.hpp"
#include "formats/typeset/font.hpp"
#include "plugins/pdf_brief/pdf_brief.hpp"

namespace herald::plugins {

struct PdfBrief::Tools {
  typeset::FontLibrary fonts;
  pdf::Writer writer;
};

}  // namespace herald::plugins
