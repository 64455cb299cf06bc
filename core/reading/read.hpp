// The door of the reading room: bytes of a release in, a document without facts out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/language/pack.hpp"
#include "herald/document.hpp"
#include "herald/result.hpp"

namespace herald::reading {

/// Which of several releases of one input are read; see releases.hpp and versions.hpp.
enum class Several : std::uint8_t { first, all };

/// What is measured of memory: prose takes 15 times its size from file to JSON, a file of nothing but short lines
/// 250 times. So the worst 16 MiB need 4 GiB, which a machine has; no release comes near a hundredth of it.
struct ReadOptions {
  std::uint64_t size_limit_bytes = 16ULL * 1024 * 1024;
  std::string from = {};  // a kind by its name (kind.hpp), whatever the content seems to be; empty: by content
  Several several = Several::first;
  std::string language = {};  // BCP 47 of the first release, where somebody has said it; empty: by the words
};

/// The bytes of a file, or of standard input for "-". Refuses a missing file, a folder, one without
/// permission and one over the limit, without reading more than the limit.
Result<std::string> load_bytes(const std::string& uri, const ReadOptions& options);

/// What the bytes were: a release, read just now and without facts, or a herald-document/1 JSON, read back as it
/// is, with the facts that it came with and whatever was corrected in them.
enum class InputKind : std::uint8_t { release, document };

struct Input {
  Document document;
  InputKind kind = InputKind::release;
};

/// Reads an input: decodes, finds blocks, front matter, dateline, sentences, paragraph numbers.
/// `uri` is kept in the document and used in messages. Refuses (input_empty, input_binary,
/// input_undecodable, input_invalid, input_too_large) what is not a release, (usage) an unknown `options.from`;
/// whatever is text gives a document. Of a .docx, an .odt or a news item in ninjs the document's source text is the
/// text that was taken out; its sum is that of the bytes always. Which kind an input is, kind.hpp decides.
Result<Input> read_input(std::string bytes, std::string uri, const language::Packs& packs,
                         const ReadOptions& options = {});

/// The same with options.several: each release is a document of its own, whose source text is its part of the input's.
/// At least one.
Result<std::vector<Input>> read_inputs(std::string bytes, std::string uri, const language::Packs& packs,
                                       const ReadOptions& options = {});

/// The document of read_input(), for who does not ask which kind it was.
Result<Document> read_release(std::string bytes, std::string uri, const language::Packs& packs,
                              const ReadOptions& options = {});

}  // namespace herald::reading
