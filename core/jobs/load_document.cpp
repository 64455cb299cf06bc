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

Result<Document> load_document(const std::string& uri, const language::Packs& packs, const LoadOptions& options) {
  if (uri.empty())
    return Failure{ErrorCode::input_missing, "the name of this input is empty", "name a file, or - for standard input",
                   "\"\""};
  Result<std::string> bytes = reading::load_bytes(uri, options.reading);
  if (!bytes) return located(bytes.error(), uri);
  const Result<corrections::Corrections> corrections = load_corrections(uri, options.corrections);
  if (!corrections) return corrections.error();
  reading::ReadOptions how = options.reading;
  if (how.language.empty()) how.language = corrections::corrected_language(*corrections);
  Result<reading::Input> input = reading::read_input(*std::move(bytes), uri, packs, how);
  if (!input) return located(input.error(), uri);
  Document& document = input->document;
  corrections::Application application(*corrections);
  application.correct_metadata(document, true);
  if (input->kind == reading::InputKind::release) {
    document.source.uri = name_in_document(uri);
    facts::extract(document, packs);
  }
  application.correct_facts(document);
  for (Diagnostic& remark : application.unplaced()) corrections::add_remark(document.diagnostics, std::move(remark));
  return std::move(document);
}

}  // namespace herald::jobs
