// What an exporter does, in one line: take the document from the request, make bytes of it, write them to
// the output. The host reads the input, checks the options, opens and renames the file, and catches what
// is thrown here; nothing of that is the plugin's work.
#include "plugins/json_document/json_document.hpp"

#include "herald/document_json.hpp"

namespace herald::plugins {

void JsonDocument::export_document(const ExportRequest& request, Output& output, Diagnostics&) {
  // All that may be read is in `request`: the document, the checked options (request.options, none here),
  // the template's files and the words of the document's language (request.resources), and the only clock
  // (request.creation_time). That is what makes the same request give the same bytes.
  //
  // A remark that does not stop the export goes into the third argument (herald::warn); what must stop it
  // is thrown as herald::Error. A failing write() throws by itself: let it pass.
  output.main().write(to_json(request.document));
}

}  // namespace herald::plugins
