// See markdown.hpp.
#include "markdown.hpp"

#include "writer.hpp"

namespace herald_markdown {

void Markdown::export_document(const herald::ExportRequest& request, herald::Output& output,
                               herald::Diagnostics& diagnostics) {
  if (request.document.metadata.title.empty()) {
    herald::warn(diagnostics, "markdown-no-title", "the release has no title; the page begins without a heading");
  }
  output.main().write(Writer(request).write());
}

}  // namespace herald_markdown
