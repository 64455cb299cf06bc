// The door of the reading room: bytes of a release in, a document without facts out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/language/pack.hpp"
#include "herald/document.hpp"
#include "herald/result.hpp"

namespace herald::reading {

struct ReadOptions {
  std::uint64_t size_limit_bytes = 64ULL * 1024 * 1024;
};

/// The bytes of a file, or of standard input for "-". Refuses a missing file, a folder, one without
/// permission and one over the limit, without reading more than the limit.
Result<std::string> load_bytes(const std::string& uri, const ReadOptions& options);

/// Reads a release: decodes, finds blocks, front matter, dateline, sentences, paragraph numbers.
/// `uri` is kept in the document and used in messages. Refuses (input_empty, input_binary,
/// input_undecodable) what is not a release; whatever is text gives a document.
/// A herald-document/1 JSON is read back as it is, facts included.
Result<Document> read_release(std::string bytes, std::string uri, const language::Packs& packs,
                              const ReadOptions& options = {});

}  // namespace herald::reading
