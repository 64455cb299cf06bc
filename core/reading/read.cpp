// Runs the passes in their order; each is explained in its own file.
#include "core/reading/read.hpp"

#include <algorithm>
#include <limits>
#include <utility>

#include "core/language/text.hpp"
#include "core/reading/decode.hpp"
#include "core/reading/formats.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/sentences.hpp"
#include "core/reading/sha256.hpp"
#include "herald/document_json.hpp"

namespace herald::reading {
namespace {

bool has_ending(std::string_view uri, std::string_view ending) {
  return uri.size() >= ending.size() && uri.substr(uri.size() - ending.size()) == ending;
}

/// A document that Herald itself wrote: its name says JSON, whatever it holds (a broken document is to be refused,
/// not read as a release of brackets), or it is an object with Herald's schema. The schema may stand anywhere, as a
/// program that sorts members puts it behind the text, and with "\/", as some escape it.
bool is_document_json(std::string_view text, std::string_view uri) {
  if (has_ending(uri, ".json")) return true;
  if (text.substr(0, 3) == "\xEF\xBB\xBF") text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos || text[first] != '{') return false;
  return text.find("\"herald-document/") != std::string_view::npos ||
         text.find("\"herald-document\\/") != std::string_view::npos;
}

Result<Input> read_back(std::string_view text, const std::string& uri) {
  Result<Document> document = from_json(text);
  if (document) return Input{*std::move(document), InputKind::document};
  Failure failure = document.error();
  failure.location = failure.location.empty() ? uri : uri + failure.location;
  return failure;
}

struct Drafted {
  std::string media_type;
  std::string text;         // of a source with marks, what it says without them; else ""
  std::vector<Draft> rest;  // what stands behind the first release of several
};

/// Makes the drafts by the marks of the source's format.
Drafted draft_source(Reading& reading, std::string_view uri) {
  if (is_markdown(reading.source, uri)) return {"text/markdown", draft_markdown(reading), {}};
  if (is_html(reading.source, uri)) {
    std::string text = draft_html(reading);
    if (!text.empty()) return {"text/html", std::move(text), {}};
    warn(reading.diagnostics, "html-without-text", "the web page shows no text of its own: it is read as plain text",
         "save the page again once it stands complete in the browser, or paste its words into a .txt file");
  }
  std::vector<Line> lines = split_lines(reading.source);
  Drafted drafted{"text/plain", {}, cut_after_first_release(reading, lines)};
  draft_paragraphs(reading, lines);
  return drafted;
}

void run_passes(Reading& reading) {
  detect_language(reading);
  mark_end_marks_and_ornaments(reading);
  mark_pictures(reading);
  read_header_lines(reading);
  mark_lists(reading);
  mark_contacts_at_top(reading);
  read_front_matter(reading);
  mark_contacts(reading);
  mark_quotations(reading);
  mark_headings(reading);
  mark_boilerplate(reading);
  number_paragraphs(reading);
}

void place_dateline(Reading& reading) {
  if (!reading.metadata.dateline) return;
  Dateline& dateline = *reading.metadata.dateline;
  const auto after = std::upper_bound(reading.drafts.begin(), reading.drafts.end(), dateline.span.begin,
                                      [](std::uint32_t at, const Draft& draft) { return at < draft.span.begin; });
  if (after != reading.drafts.begin()) dateline.block = static_cast<std::uint32_t>(after - reading.drafts.begin() - 1);
}

bool is_blank(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  return language::trim(text).empty();
}

}  // namespace

Result<Input> read_input(std::string bytes, std::string uri, const language::Packs& packs, const ReadOptions& options) {
  // Spans are of 32 bits, and decoding may double the bytes.
  constexpr std::uint64_t most_bytes = std::numeric_limits<std::uint32_t>::max() / 4;
  if (bytes.size() > std::min(options.size_limit_bytes, most_bytes)) {
    return Failure{ErrorCode::input_too_large,
                   "the input is larger than the limit of " +
                       std::to_string(std::min(options.size_limit_bytes, most_bytes)) + " bytes",
                   "a release is a few pages of text: check that this is the right file", uri};
  }
  Document document;
  document.source.sha256 = sha256(bytes);
  Result<Decoded> decoded = decode(std::move(bytes), uri, document.diagnostics);
  if (!decoded) return decoded.error();
  if (is_document_json(decoded->text, uri)) return read_back(decoded->text, uri);
  if (is_blank(decoded->text)) {
    return Failure{ErrorCode::input_empty, "the file holds nothing but white space", "give the text of a release", uri};
  }
  document.source.uri = std::move(uri);
  document.source.encoding = std::move(decoded->encoding);
  document.source.text = std::move(decoded->text);

  Reading reading(document.source.text, packs, document.diagnostics);
  Drafted drafted = draft_source(reading, document.source.uri);
  document.source.media_type = std::move(drafted.media_type);
  if (!drafted.text.empty()) {
    document.source.text = std::move(drafted.text);
    reading.source = document.source.text;
  }
  run_passes(reading);
  std::move(drafted.rest.begin(), drafted.rest.end(), std::back_inserter(reading.drafts));
  document.sentences = cut_sentences(reading);
  place_dateline(reading);
  if (reading.metadata.published.empty()) reading.metadata.published = reading.published_from_source;
  document.blocks = assemble(std::move(reading.drafts));
  document.metadata = std::move(reading.metadata);
  return Input{std::move(document), InputKind::release};
}

Result<Document> read_release(std::string bytes, std::string uri, const language::Packs& packs,
                              const ReadOptions& options) {
  Result<Input> input = read_input(std::move(bytes), std::move(uri), packs, options);
  if (!input) return input.error();
  return std::move(input->document);
}

}  // namespace herald::reading
