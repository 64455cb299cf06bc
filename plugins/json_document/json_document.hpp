// The smallest plugin of Herald, and the one to copy: a class derived from herald::Exporter, named as
// "class" in plugin.json, declared in the file named there as "header". It has a constructor without
// arguments, so that the host can make it; one object then serves any number of documents.
#pragma once

#include "herald/plugin/exporter.hpp"

namespace herald::plugins {

class JsonDocument final : public Exporter {
 public:
  /// Writes the document in the schema herald-document/1, which `herald export` also reads.
  void export_document(const ExportRequest& request, Output& output, Diagnostics& diagnostics) override;
};

}  // namespace herald::plugins
