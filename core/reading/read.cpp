// Runs the passes in their order; each is explained in its own file.
#include "core/reading/read.hpp"

#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <utility>

#include "core/language/text.hpp"
#include "core/reading/decode.hpp"
#include "core/reading/formats.hpp"
#include "core/reading/kind.hpp"
#include "core/reading/ninjs.hpp"
#include "core/reading/office/archive.hpp"
#include "core/reading/office/office.hpp"
#include "core/reading/passes.hpp"
#include "core/reading/releases.hpp"
#include "core/reading/sentences.hpp"
#include "core/reading/sha256.hpp"
#include "core/reading/versions.hpp"
#include "herald/document_json.hpp"

namespace herald::reading {
namespace {

/// The bounds within which an input is read: spans are of 32 bits, and decoding may double the bytes.
std::uint64_t most_bytes(const ReadOptions& options) {
  return std::min<std::uint64_t>(options.size_limit_bytes, std::numeric_limits<std::uint32_t>::max() / 4);
}

Failure too_large(std::string what, const ReadOptions& options, const std::string& uri) {
  return {ErrorCode::input_too_large,
          std::move(what) + " is larger than the limit of " + std::to_string(most_bytes(options)) + " bytes",
          "a release is a few pages of text: check that this is the right file", uri};
}

Failure empty(std::string message, const std::string& uri) {
  return {ErrorCode::input_empty, std::move(message), "give the text of a release", uri};
}

Failure located(Failure failure, const std::string& uri) {
  failure.location = failure.location.empty() ? uri : uri + failure.location;
  return failure;
}

Result<std::vector<Input>> read_back(std::string_view text, const std::string& uri) {
  Result<Document> document = from_json(text);
  if (document) return std::vector<Input>{{*std::move(document), InputKind::document}};
  Failure failure = located(document.error(), uri);
  if (uri.ends_with(".herald.json") || text.find("\"herald-corrections/") != std::string_view::npos) {
    failure.message = "these are corrections of a release, and no release";
    failure.hint = "name the release: its corrections are found beside it, or with --corrections";
    return failure;
  }
  if (kind_of_text(text, {}) != SourceKind::herald_json)
    failure.hint = "of JSON, Herald reads what it wrote itself (herald-document/1) and IPTC's ninjs 2 and 3";
  return failure;
}

struct Drafted {
  std::string media_type;
  std::string text;         // of a source with marks, what it says without them; else ""
  std::vector<Draft> rest;  // what stands behind the first release of several
};

/// Makes the drafts by the marks of the source's format.
Drafted draft_source(Reading& reading, SourceKind kind, Several several) {
  if (kind == SourceKind::markdown) return {"text/markdown", draft_markdown(reading), {}};
  if (kind == SourceKind::html) {
    std::string text = draft_html(reading);
    if (!text.empty()) return {"text/html", std::move(text), {}};
    warn(reading.diagnostics, "html-without-text", "the web page shows no text of its own: it is read as plain text",
         "save the page again once it stands complete in the browser, or paste its words into a .txt file");
  }
  std::vector<Line> lines = split_lines(reading.source);
  Drafted drafted{"text/plain", {}, {}};
  if (several == Several::first) drafted.rest = cut_after_first_release(reading, lines);
  draft_paragraphs(reading, lines);
  return drafted;
}

void run_passes(Reading& reading) {
  detect_language(reading);
  mark_end_marks_and_ornaments(reading);
  mark_pictures(reading);
  mark_furniture(reading);
  read_mail_head(reading);
  read_header_lines(reading);
  mark_lists(reading);
  mark_contacts_at_top(reading);
  read_front_matter(reading);
  take_title_from_mail(reading);
  mark_page_tail(reading);
  mark_contacts(reading);
  mark_quotations(reading);
  mark_headings(reading);
  mark_boilerplate(reading);
  number_paragraphs(reading);
  detect_block_languages(reading);
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

/// From drafts to the document.
void finish(Reading& reading, Document& document) {
  document.sentences = cut_sentences(reading);
  place_dateline(reading);
  document.blocks = assemble(std::move(reading.drafts));
  document.metadata = std::move(reading.metadata);
}

/// A message about a place behind the end of the text keeps its words alone.
void forget_lost_places(Document& document) {
  for (Diagnostic& diagnostic : document.diagnostics)
    if (diagnostic.span && diagnostic.span->end > document.source.text.size()) diagnostic.span.reset();
}

/// One call of read_inputs(): what it was given, and the releases so far.
class InputReader {
 public:
  InputReader(const language::Packs& packs, const ReadOptions& options) : packs_(packs), options_(options) {}

  std::optional<Failure> read_office(std::string_view bytes, Document document, std::optional<SourceKind> from) {
    const std::string& uri = document.source.uri;
    Result<Archive> archive = Archive::open(bytes);
    if (!archive) return located(archive.error(), uri);
    OfficeFormat format = from == SourceKind::docx ? OfficeFormat::docx : OfficeFormat::odt;
    if (!from) {
      const Result<OfficeFormat> found = office_format(*archive);
      if (!found) return located(found.error(), uri);
      format = *found;
    }
    const std::uint64_t most = most_bytes(options_);
    const Result<OfficeContent> content =
        format == OfficeFormat::docx ? read_word(*archive, most) : read_open_document(*archive, most);
    if (!content) return located(content.error(), uri);
    document.source.text = text_of(*content);
    if (content->too_long || document.source.text.size() > most)
      return too_large("the text of the document", options_, uri);
    if (is_blank(document.source.text)) return empty("the document holds no text", uri);
    document.source.encoding = "UTF-8";
    document.source.media_type = format == OfficeFormat::docx
                                     ? "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
                                     : "application/vnd.oasis.opendocument.text";
    Reading reading = begin(document);
    draft_office(reading, *content);
    const std::vector<Version> others = part_versions(reading, document);
    run_passes(reading);
    complete_from_properties(reading, *content, format);
    keep(reading, document, others);
    return std::nullopt;
  }

  std::optional<Failure> read_item(std::string_view json, Document document) {
    Result<NinjsItem> item = read_ninjs(json);
    if (!item) return located(item.error(), document.source.uri);
    document.source.media_type = "application/json";
    const std::string body = item->body;
    Reading reading(body, packs_, document.diagnostics);
    reading.metadata.language = options_.language;
    // An item is one release, whatever its body holds.
    Drafted drafted = draft_source(reading, item->is_html ? SourceKind::html : SourceKind::text, Several::first);
    std::move(drafted.rest.begin(), drafted.rest.end(), std::back_inserter(reading.drafts));
    if (!drafted.text.empty()) item->body = std::move(drafted.text);
    document.source.text = text_of(*item);
    reading.source = document.source.text;
    for (Diagnostic& diagnostic : document.diagnostics) diagnostic.span.reset();
    draft_pictures(reading, *item);
    if (!item->headline.empty()) reading.title_from_source = item->headline;
    if (!item->published.empty()) reading.published_from_source = item->published;
    run_passes(reading);
    if (reading.metadata.published.empty())
      take(reading, &Metadata::published, "published", reading.published_from_source);
    complete_from_item(reading, *item);
    keep(reading, document, {});
    return std::nullopt;
  }

  /// A text, a Markdown text or a page, which stands in document.source.text.
  void read_text(Document document, SourceKind kind) {
    if (kind != SourceKind::text || options_.several == Several::first) return read_one(std::move(document), kind);
    const std::string text = std::move(document.source.text);
    for (const Span span : release_spans(text, packs_)) {
      document.source.text = text.substr(span.begin, span.size());
      forget_lost_places(document);
      read_one(document, kind);
      document.diagnostics.clear();  // they are the file's, and said once
    }
  }

  std::vector<Input> take_releases() { return std::move(inputs_); }

 private:
  Reading begin(Document& document) const {
    Reading reading(document.source.text, packs_, document.diagnostics);
    if (inputs_.empty()) reading.metadata.language = options_.language;
    return reading;
  }

  void read_one(Document document, SourceKind kind) {
    Reading reading = begin(document);
    Drafted drafted = draft_source(reading, kind, options_.several);
    document.source.media_type = std::move(drafted.media_type);
    if (!drafted.text.empty()) {
      document.source.text = std::move(drafted.text);
      reading.source = document.source.text;
      // They counted in the file; their messages say where.
      for (Diagnostic& diagnostic : document.diagnostics) diagnostic.span.reset();
    }
    const std::vector<Version> others = part_versions(reading, document);
    run_passes(reading);
    std::move(drafted.rest.begin(), drafted.rest.end(), std::back_inserter(reading.drafts));
    if (reading.metadata.published.empty())
      take(reading, &Metadata::published, "published", reading.published_from_source);
    keep(reading, document, others);
  }

  /// Takes the other languages' versions from the drafts: to be read as well, or to be noise.
  std::vector<Version> part_versions(Reading& reading, Document& document) const {
    std::vector<Version> others = take_other_versions(reading);
    if (others.empty() || options_.several == Several::all) return others;
    std::vector<std::uint32_t> begins;
    std::uint32_t end = 0;
    for (std::size_t i = 0; i < others.size(); ++i) {
      end = i + 1 < others.size() ? others[i + 1].begin : others[i].drafts.back().span.end;
      reading.drafts.push_back(rest_draft(reading.source, {others[i].begin, end}));
      begins.push_back(others[i].begin);
    }
    report_rest(document.diagnostics, "versions of the release, in different languages", begins, end);
    return {};
  }

  /// The finished release, with its versions in other languages behind it.
  void keep(Reading& reading, Document& document, const std::vector<Version>& others) {
    finish(reading, document);
    if (others.empty()) {
      inputs_.push_back({std::move(document), InputKind::release});
      return;
    }
    const Source source = document.source;
    document.source.text.resize(others.front().begin);
    forget_lost_places(document);
    inputs_.push_back({std::move(document), InputKind::release});
    for (std::size_t i = 0; i < others.size(); ++i) {
      const std::size_t end = i + 1 < others.size() ? others[i + 1].begin : source.text.size();
      Document other;
      other.source = {source.uri, source.media_type, source.encoding, source.sha256,
                      source.text.substr(others[i].begin, end - others[i].begin)};
      Reading version(other.source.text, packs_, other.diagnostics);
      version.drafts = moved_to_front(others[i].drafts, others[i].begin);
      version.wrap_width = reading.wrap_width;
      version.has_markup = reading.has_markup;
      version.metadata.title = others[i].title;
      version.title_is_marked = !others[i].title.empty();
      version.next_group = reading.next_group;
      run_passes(version);
      finish(version, other);
      inputs_.push_back({std::move(other), InputKind::release});
    }
  }

  const language::Packs& packs_;
  const ReadOptions& options_;
  std::vector<Input> inputs_;
};

}  // namespace

Result<std::vector<Input>> read_inputs(std::string bytes, std::string uri, const language::Packs& packs,
                                       const ReadOptions& options) {
  const std::optional<SourceKind> from = kind_by_name(options.from);
  if (!from && !options.from.empty()) {
    return Failure{ErrorCode::usage, "\"" + options.from + "\" is no kind of input", "the kinds: " + kind_names(), {}};
  }
  if (bytes.size() > most_bytes(options)) return too_large("the input", options, uri);
  Document document;
  document.source.sha256 = sha256(bytes);
  document.source.uri = std::move(uri);
  InputReader reader(packs, options);
  const bool is_office = from == SourceKind::docx || from == SourceKind::odt;
  if (is_archive(bytes) && (!from || is_office)) {
    if (std::optional<Failure> failure = reader.read_office(bytes, std::move(document), from)) return *failure;
    return reader.take_releases();
  }

  Result<Decoded> decoded = decode(std::move(bytes), document.source.uri, document.diagnostics);
  if (!decoded) return decoded.error();
  if (is_office) {
    return Failure{ErrorCode::input_invalid, "this is not a ." + options.from + ", which is a ZIP archive",
                   "leave out --from " + options.from, document.source.uri};
  }
  const SourceKind kind = from.value_or(kind_of_text(decoded->text, document.source.uri));
  if (kind == SourceKind::herald_json) return read_back(decoded->text, document.source.uri);
  if (is_blank(decoded->text)) return empty("the file holds nothing but white space", document.source.uri);
  document.source.encoding = std::move(decoded->encoding);
  if (kind == SourceKind::ninjs) {
    if (std::optional<Failure> failure = reader.read_item(decoded->text, std::move(document))) return *failure;
    return reader.take_releases();
  }
  document.source.text = std::move(decoded->text);
  const std::string name = document.source.uri;
  reader.read_text(std::move(document), kind);
  std::vector<Input> releases = reader.take_releases();
  // "---\n---": Markdown that is front matter and nothing else.
  if (releases.front().document.blocks.empty()) return empty("the file holds no text beside its front matter", name);
  return releases;
}

Result<Input> read_input(std::string bytes, std::string uri, const language::Packs& packs, const ReadOptions& options) {
  ReadOptions first = options;
  first.several = Several::first;
  Result<std::vector<Input>> inputs = read_inputs(std::move(bytes), std::move(uri), packs, first);
  if (!inputs) return inputs.error();
  return std::move(inputs->front());
}

Result<Document> read_release(std::string bytes, std::string uri, const language::Packs& packs,
                              const ReadOptions& options) {
  Result<Input> input = read_input(std::move(bytes), std::move(uri), packs, options);
  if (!input) return input.error();
  return std::move(input->document);
}

}  // namespace herald::reading
