// From the name of an input to a document with its facts: reading, then facts, or a document JSON as it is; then what
// a person has corrected.
#pragma once

#include <string>
#include <vector>

#include "core/facts/trace.hpp"
#include "core/jobs/load_corrections.hpp"
#include "core/language/pack.hpp"
#include "core/reading/read.hpp"
#include "herald/document.hpp"
#include "herald/result.hpp"

namespace herald::jobs {

/// How an input is read, and which corrections count.
struct LoadOptions {
  reading::ReadOptions reading = {};
  CorrectionsChoice corrections = {};
};

/// `uri` is a path or "-". A herald-document/1 JSON keeps its own facts; a release gets them extracted; corrections
/// apply to both. The document's source is named without its folders: where a release lies must not change what is
/// written. The failure's location names the input as `uri` does, or the corrections file that is wrong.
/// `trace` is as for facts::extract(); nothing is known of why a document JSON has its facts, so that it stays empty.
Result<Document> load_document(const std::string& uri, const language::Packs& packs, const LoadOptions& options = {},
                               facts::Trace* trace = nullptr);

/// The same with options.reading.several: each release of the input as a document of its own, at least one. Of the
/// corrections those apply to a release whose words it has; what found its place in none is said in the first.
Result<std::vector<Document>> load_documents(const std::string& uri, const language::Packs& packs,
                                             const LoadOptions& options = {}, facts::Trace* trace = nullptr);

}  // namespace herald::jobs
