// The exporter that plugin.json names: a document in, Markdown out. How the text is put together is
// writer.hpp's work, how it is kept from being read as markup escape.hpp's.
#pragma once

#include <herald/plugin/exporter.hpp>

namespace herald_markdown {

class Markdown final : public herald::Exporter {
 public:
  void export_document(const herald::ExportRequest& request, herald::Output& output,
                       herald::Diagnostics& diagnostics) override;
};

}  // namespace herald_markdown
