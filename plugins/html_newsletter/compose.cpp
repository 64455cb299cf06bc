// Puts the sections of a newsletter together.
#include "plugins/html_newsletter/compose.hpp"

#include <algorithm>
#include <string>

#include "formats/template/escape.hpp"
#include "herald/edges.hpp"
#include "herald/highlights.hpp"
#include "plugins/html_newsletter/highlights.hpp"
#include "plugins/html_newsletter/text_blocks.hpp"
#include "plugins/html_newsletter/words.hpp"

namespace herald::plugins::newsletter {
namespace {

using herald::Document;
using herald::ExportRequest;
using herald::templates::Data;

std::string checked_address(const ExportRequest& request, const char* option, herald::Diagnostics& diagnostics) {
  const std::string& address = request.options.text(option);
  if (address.empty()) return {};
  if (auto safe = herald::templates::safe_address(address)) return *std::move(safe);
  herald::warn(diagnostics, "newsletter-link-dropped",
               std::string("the option ") + option + " is no http, https or mailto address, so there is no link",
               std::string("give --set ") + option + "=https://…");
  return {};
}

std::vector<std::size_t> shown_blocks(const ExportRequest& request) {
  const std::string& text = request.options.text("text");
  if (text == "none") return {};
  return text == "opening" ? opening_blocks(request.document) : body_blocks(request.document);
}

ShownParagraphs paragraphs_of(const Document& document, const std::vector<std::size_t>& blocks) {
  ShownParagraphs shown;
  for (const std::size_t index : blocks) shown.last = std::max(shown.last, document.blocks[index].number);
  return shown;
}

/// Only the file's name: where it lay on a disk is nobody's business.
std::string file_name(const std::string& uri) {
  if (uri == "-") return {};
  const std::size_t slash = uri.find_last_of("/\\");
  return slash == std::string::npos ? uri : uri.substr(slash + 1);
}

std::string preheader(const Document& document) {
  constexpr std::size_t longest = 140;  // what inboxes show at most
  if (!document.metadata.standfirst.empty()) return shortened(document.metadata.standfirst, longest);
  if (document.facts.points.empty()) return {};
  return shortened(herald::standing_sentence(document, document.facts.points.front().sentence), longest);
}

void set_language(Data& page, const Document& document) {
  const std::string language = language_tag(document.metadata.language);
  const bool right_to_left = herald::text_direction(language) == "rtl";
  page.set("language", Data::text(language.empty() ? "und" : language));  // BCP 47: undetermined
  page.set("direction", Data::text(right_to_left ? "rtl" : "ltr"));
  page.set("is_rtl", Data::flag(right_to_left));
  page.set("start", Data::text(right_to_left ? "right" : "left"));
  page.set("end", Data::text(right_to_left ? "left" : "right"));
}

void set_head(Data& page, const ExportRequest& request) {
  const herald::Metadata& metadata = request.document.metadata;
  const std::string& organisation = request.options.text("organisation");
  const std::string release(request.resources.label("newsletter.masthead"));
  page.set("preheader", Data::text(preheader(request.document)));
  page.set("masthead", Data::text(organisation.empty() ? release : organisation));
  page.set("kicker", Data::text(organisation.empty() ? "" : release));
  const herald::Labels& labels = request.resources.labels;
  const std::string embargo = herald::embargo_of(request.document, labels);
  // What the masthead says already, and what the band of the embargo says, is not said again.
  const std::string status = herald::present_status(metadata.status);
  const bool told = herald::is_release_word(status, labels) || status == embargo;
  page.set("embargo", Data::text(embargo));
  page.set("status", Data::text(told ? "" : status));
  page.set("title", Data::text(metadata.title.empty() ? release : metadata.title));
  page.set("standfirst", Data::text(metadata.standfirst));
  std::string place = metadata.dateline ? metadata.dateline->place : "";
  if (metadata.dateline && !metadata.dateline->country.empty())
    place +=
        (place.empty() ? "" : std::string(request.resources.label("newsletter.comma"))) + metadata.dateline->country;
  page.set("place", Data::text(std::move(place)));
  page.set("published", Data::text(herald::present_date(metadata.published, "", request.resources.labels)));
  page.set("published_iso", Data::text(metadata.published));
  page.set("intro", Data::text(request.options.text("intro")));
}

Data edge_section(const ExportRequest& request, herald::BlockKind kind, const MarkupContext& context) {
  const herald::EdgeText text = herald::edge_text(request.document, kind, request.resources.labels);
  Data items = edge_items(text, context);
  if (items.is_empty_list()) return Data::flag(false);
  Data section = Data::object();
  section.set("names_itself", Data::flag(text.names_itself));
  section.set("items", std::move(items));
  return section;
}

void set_foot(Data& page, const ExportRequest& request, const MarkupContext& context) {
  const Document& document = request.document;
  page.set("contact", edge_section(request, herald::BlockKind::contact, context));
  page.set("boilerplate", edge_section(request, herald::BlockKind::boilerplate, context));
  const std::string file = file_name(document.source.uri);
  Data source = Data::object();
  source.set("file", Data::text(file));
  source.set("sha256", Data::text(document.source.sha256));
  source.set("address", Data::text(checked_address(request, "source_url", context.diagnostics)));
  page.set("source", std::move(source));
  page.set("unsubscribe_link", Data::text(checked_address(request, "unsubscribe_url", context.diagnostics)));
  // The file's name is of use to those who made the newsletter; its readers are told where it is online.
  page.set("made_from", Data::text(std::string(request.resources.label("newsletter.made"))));
}

Data text_section(const ExportRequest& request, const std::vector<std::size_t>& blocks, const MarkupContext& context) {
  if (blocks.empty()) return Data::flag(false);
  Data text = Data::object();
  text.set("is_opening", Data::flag(blocks.size() < body_blocks(request.document).size()));
  text.set("blocks", text_blocks(request.document, blocks, context));
  return text;
}

Data labels_of(const herald::Resources& resources) {
  constexpr std::string_view section = "newsletter.";
  Data labels = Data::object();
  for (const auto& [key, words] : resources.labels)
    if (key.starts_with(section)) labels.set(key.substr(section.size()), Data::text(words));
  return labels;
}

}  // namespace

Data compose(const ExportRequest& request, const Style& style, herald::Diagnostics& diagnostics) {
  const auto accent =
      std::find_if(style.begin(), style.end(), [](const auto& entry) { return entry.first == "accent"; });
  const MarkupContext context{accent->second, diagnostics};
  const std::vector<std::size_t> blocks = shown_blocks(request);
  const ShownParagraphs shown = paragraphs_of(request.document, blocks);
  Data page = Data::object();
  set_language(page, request.document);
  set_head(page, request);
  page.set("points", points_section(request, shown));
  page.set("figures", figures_section(request, shown));
  page.set("quotations", quotations_section(request, shown));
  page.set("people", people_section(request, shown));
  page.set("dates", dates_section(request, shown));
  page.set("text", text_section(request, blocks, context));
  set_foot(page, request, context);
  Data theme = Data::object();
  for (const auto& [name, value] : style) theme.set(name, Data::text(value));
  page.set("theme", std::move(theme));
  page.set("labels", labels_of(request.resources));
  return page;
}

}  // namespace herald::plugins::newsletter
