// The two ways in: a document JSON, which is taken as it is, and a release, which is read.
#include "core/jobs/load_document.hpp"

#include <utility>

#include "core/facts/extract.hpp"
#include "herald/document_json.hpp"

namespace herald::jobs {
namespace {

// A release does not begin with a brace. Where one does, it lacks the schema's name, and the reading
// room decides what it is.
bool is_document_json(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{' &&
         bytes.find("\"herald-document/") != std::string_view::npos;
}

Failure located(Failure failure, const std::string& uri) {
  if (failure.location.empty()) failure.location = uri;
  if (failure.location == "-") failure.location = "standard input";
  return failure;
}

}  // namespace

Result<Document> load_document(const std::string& uri, const language::Packs& packs,
                               const reading::ReadOptions& options) {
  Result<std::string> bytes = reading::load_bytes(uri, options);
  if (!bytes) return located(bytes.error(), uri);
  if (is_document_json(*bytes)) {
    std::string_view json = *bytes;
    if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
    Result<Document> document = from_json(json);
    if (!document) return located(document.error(), uri);
    return document;
  }
  Result<Document> document = reading::read_release(*std::move(bytes), uri, packs, options);
  if (!document) return located(document.error(), uri);
  facts::extract(*document, packs);
  return document;
}

}  // namespace herald::jobs
