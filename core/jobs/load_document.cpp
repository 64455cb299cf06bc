// Fetches and reads an input, and finds the facts of what does not bring its own.
#include "core/jobs/load_document.hpp"

#include <utility>

#include "core/facts/extract.hpp"

namespace herald::jobs {
namespace {

Failure located(Failure failure, const std::string& uri) {
  if (failure.location.empty()) failure.location = uri;
  if (failure.location == "-") failure.location = "standard input";
  return failure;
}

// The same release from another folder is the same document: only the file's name is kept of its path.
std::string name_in_document(const std::string& uri) {
  const std::size_t slash = uri.rfind('/');
  return slash == std::string::npos ? uri : uri.substr(slash + 1);
}

}  // namespace

Result<Document> load_document(const std::string& uri, const language::Packs& packs,
                               const reading::ReadOptions& options, facts::Trace* trace) {
  if (uri.empty())
    return Failure{ErrorCode::input_missing, "the name of this input is empty", "name a file, or - for standard input",
                   "\"\""};
  Result<std::string> bytes = reading::load_bytes(uri, options);
  if (!bytes) return located(bytes.error(), uri);
  Result<reading::Input> input = reading::read_input(*std::move(bytes), uri, packs, options);
  if (!input) return located(input.error(), uri);
  if (input->kind == reading::InputKind::release) {
    input->document.source.uri = name_in_document(uri);
    facts::extract(input->document, packs, trace);
  }
  return std::move(input->document);
}

}  // namespace herald::jobs
