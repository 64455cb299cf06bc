// From the name of an input to a document with its facts: reading, then facts, or a document JSON as it is.
#pragma once

#include <string>

#include "core/facts/trace.hpp"
#include "core/language/pack.hpp"
#include "core/reading/read.hpp"
#include "herald/document.hpp"
#include "herald/result.hpp"

namespace herald::jobs {

/// `uri` is a path or "-". A herald-document/1 JSON keeps its own facts; a release gets them extracted.
/// The document's source is named without its folders: where a release lies must not change what is written.
/// The failure's location names the input as `uri` does. `trace` is as for facts::extract(); nothing is known of why a
/// document JSON has its facts, so that it stays empty.
Result<Document> load_document(const std::string& uri, const language::Packs& packs,
                               const reading::ReadOptions& options = {}, facts::Trace* trace = nullptr);

}  // namespace herald::jobs
