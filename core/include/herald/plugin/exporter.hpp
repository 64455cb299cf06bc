// The one interface that a plugin implements: a document and options in, bytes and diagnostics out.
// It has no global state and opens no files, so that the host may run it in a process of its own.
// What goes around it (plugin.json, the handshake) is made by herald_add_plugin() of core/sdk.
//
//     class TitleExporter final : public herald::Exporter {
//      public:
//       void export_document(const herald::ExportRequest& request, herald::Output& output,
//                            herald::Diagnostics&) override {
//         output.main().write(request.document.metadata.title + "\n");
//       }
//     };
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "herald/api.hpp"
#include "herald/diagnostics.hpp"
#include "herald/document.hpp"
#include "herald/options.hpp"
#include "herald/output.hpp"
#include "herald/presentation.hpp"

namespace herald {

/// What the host has read for the plugin. `files` holds the chosen template's folder, by path inside
/// it with '/' between folders, empty for a plugin without templates; `template_name` is for messages.
/// `labels` are the words that the output itself needs ("Key figures"), in the document's language.
struct Resources {
  std::string template_name;
  std::map<std::string, std::string, std::less<>> files;
  Labels labels;

  /// The label, or the key itself where there is none, so that a missing one is seen and harmless.
  std::string_view label(std::string_view key) const {
    const auto found = labels.find(key);
    return found == labels.end() ? key : std::string_view(found->second);
  }
};

/// `format` is the name of the one of the plugin's formats that is asked for ("pdf").
/// `creation_time` is in seconds since 1970-01-01T00:00Z and is the only clock that an exporter may
/// read: the same request gives the same bytes.
struct ExportRequest {
  std::string_view format;
  const Document& document;
  const Options& options;
  const Resources& resources;
  std::int64_t creation_time = 0;
};

/// One object serves any number of documents, one after the other, in one thread: it may keep caches
/// (fonts, parsed templates) as members.
class HERALD_API Exporter {
 public:
  Exporter() = default;
  Exporter(const Exporter&) = delete;
  Exporter& operator=(const Exporter&) = delete;
  virtual ~Exporter();

  /// Writes the document to output. Throws herald::Error for what ends the job; anything else that
  /// it throws is reported as a failure of the plugin.
  virtual void export_document(const ExportRequest& request, Output& output, Diagnostics& diagnostics) = 0;

  /// Growth without a new virtual function: an object of an interface with that id, or null.
  virtual void* extension(std::string_view id);
};

}  // namespace herald
