// Fetches and reads an input, and finds the facts of what does not bring its own.
#include "core/jobs/load_document.hpp"

#include <utility>

#include "core/corrections/apply.hpp"
#include "core/corrections/remarks.hpp"
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

Result<std::vector<Document>> load_documents(const std::string& uri, const language::Packs& packs,
                                             const LoadOptions& options, facts::Trace* trace) {
  if (uri.empty())
    return Failure{ErrorCode::input_missing, "the name of this input is empty", "name a file, or - for standard input",
                   "\"\""};
  Result<std::string> bytes = reading::load_bytes(uri, options.reading);
  if (!bytes) return located(bytes.error(), uri);
  const Result<corrections::Corrections> corrections = load_corrections(uri, options.corrections);
  if (!corrections) return corrections.error();
  reading::ReadOptions how = options.reading;
  if (how.language.empty()) how.language = corrections::corrected_language(*corrections);
  Result<std::vector<reading::Input>> inputs = reading::read_inputs(*std::move(bytes), uri, packs, how);
  if (!inputs) return located(inputs.error(), uri);
  corrections::Application application(*corrections);
  std::vector<Document> documents;
  for (reading::Input& input : *inputs) {
    Document& document = input.document;
    application.correct_metadata(document, documents.empty());
    if (input.kind == reading::InputKind::release) {
      document.source.uri = name_in_document(uri);
      facts::extract(document, packs, trace);
    }
    application.correct_facts(document);
    documents.push_back(std::move(document));
  }
  for (Diagnostic& remark : application.unplaced())
    corrections::add_remark(documents.front().diagnostics, std::move(remark));
  return documents;
}

Result<Document> load_document(const std::string& uri, const language::Packs& packs, const LoadOptions& options,
                               facts::Trace* trace) {
  LoadOptions first = options;
  first.reading.several = reading::Several::first;
  Result<std::vector<Document>> documents = load_documents(uri, packs, first, trace);
  if (!documents) return documents.error();
  return std::move(documents->front());
}

}  // namespace herald::jobs
