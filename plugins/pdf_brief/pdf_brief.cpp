// One export, from options and template to bytes.
#include "plugins/pdf_brief/pdf_brief.hpp"

#include <algorithm>
#include <array>

#include "formats/pdf/pdf.hpp"
#include "formats/typeset/flow.hpp"
#include "herald/version.hpp"
#include "plugins/pdf_brief/compose.hpp"
#include "plugins/pdf_brief/tools.hpp"

namespace herald::plugins {

namespace {

// What fits in a running head, alone and beside a marking.
constexpr std::size_t running_title_length = 100;
constexpr std::size_t running_title_beside_marking = 70;

Theme theme_of(const Resources& resources, Diagnostics& diagnostics) {
  const auto found = resources.files.find("template.toml");
  const std::string place = resources.template_name + "/template.toml";
  if (found == resources.files.end()) {
    throw Error({ErrorCode::template_invalid, "the template has no template.toml",
                 "copy templates/brief/standard and change it", resources.template_name});
  }
  return read_theme(found->second, place, diagnostics).value_or_throw();
}

Settings settings_of(const Options& options, const Theme& theme) {
  Settings settings;
  settings.page_size = options.text("page_size") == "letter" ? typeset::letter : typeset::a4;
  settings.marking = parse_marking(printable(options.text("marking")), theme.heads).value_or_throw();
  settings.author = options.text("author");
  settings.print_size = options.flag("large_print") ? PrintSize::large : PrintSize::standard;
  return settings;
}

/// The release's title; without one, its first words, so that the briefing never stands nameless.
std::string title_of(const Document& document, const Resources& resources) {
  std::string title = printable(document.metadata.title);
  for (const Block& block : document.blocks) {
    if (title.find_first_not_of(' ') != std::string::npos) break;
    if (is_body(block.kind)) title = shortened(printable(plain_text(block)), 120);
  }
  if (title.find_first_not_of(' ') == std::string::npos) title = std::string(resources.label("brief.untitled"));
  return title;
}

typeset::PageTemplate page_template(const Context& context) {
  typeset::PageTemplate page;
  page.size = context.settings.page_size;
  page.margins = {.top = context.theme.margin_top,
                  .end = context.theme.margin_side,
                  .bottom = context.theme.margin_bottom,
                  .start = context.theme.margin_side};
  const auto marking = [&context] {
    typeset::Text text;
    if (!context.settings.marking) return text;
    const typeset::TextStyle& style = context.styles.marking.text;
    typeset::Inline part{.text = context.settings.marking->text,
                         .scale = style.size / context.styles.running.text.size};
    part.weight = typeset::Weight::bold;
    part.color = context.settings.marking->color;
    text.add(std::move(part));
    return text;
  };
  page.header = [&context, marking](typeset::PageNumber number) {
    typeset::RunningLine line;
    line.style = context.styles.running;
    if (!number.is_first())
      line.start = typeset::Text(
          shortened(context.title, context.settings.marking ? running_title_beside_marking : running_title_length));
    line.end = marking();
    return typeset::RunningContent{.lines = {line}};
  };
  page.footer = [&context, marking](typeset::PageNumber number) {
    typeset::RunningLine line;
    line.style = context.styles.running;
    line.start = typeset::Text(
        context.phrase("page", {{"number", std::to_string(number.number)}, {"total", std::to_string(number.total)}}));
    line.end = marking();
    return typeset::RunningContent{.lines = {line}};
  };
  return page;
}

/// How far down its text area the last page is filled, 0 to 1; running heads and feet aside.
double fill_of_last_page(const typeset::Layout& layout, const typeset::PageTemplate& page) {
  typeset::Points lowest = page.margins.top;
  for (const typeset::PageItem& item : layout.pages.back().items) {
    if (item.element == typeset::artifact && item.artifact_kind == typeset::ArtifactKind::pagination) continue;
    if (const auto* run = std::get_if<typeset::GlyphRun>(&item.content)) lowest = std::max(lowest, run->origin.y);
  }
  return (lowest - page.margins.top) / (page.size.height - page.margins.top - page.margins.bottom);
}

/// The layout; where a few lines would stand alone on a last page, the margins give way for them.
typeset::Layout lay_out(const typeset::Flow& flow, typeset::PageTemplate page, typeset::FontLibrary& fonts,
                        Diagnostics& diagnostics) {
  constexpr double lonely = 0.25;                                // of a page: a contact and a source note
  constexpr std::array<typeset::Points, 2> given_way = {12, 8};  // at top and bottom, one after the other
  Diagnostics remarks;
  typeset::Layout layout = flow.layout(page, fonts, remarks);
  for (const typeset::Points points : given_way) {
    if (layout.pages.size() < 2 || fill_of_last_page(layout, page) > lonely) break;
    page.margins.top -= points;
    page.margins.bottom -= points;
    Diagnostics tighter_remarks;
    typeset::Layout tighter = flow.layout(page, fonts, tighter_remarks);
    if (tighter.pages.size() == layout.pages.size()) continue;
    layout = std::move(tighter);
    remarks = std::move(tighter_remarks);
    break;
  }
  diagnostics.insert(diagnostics.end(), remarks.begin(), remarks.end());
  return layout;
}

pdf::Information information_of(const Context& context) {
  pdf::Information information;
  information.title = context.title;
  information.author = printable(context.settings.author);
  information.subject = printable(context.document.metadata.standfirst);
  if (context.settings.marking) information.keywords.push_back(context.settings.marking->text);
  information.creator = "Herald " + std::string(version());
  information.producer = information.creator;
  information.creation_time = context.creation_time;
  return information;
}

}  // namespace

PdfBrief::PdfBrief() : tools_(std::make_unique<Tools>()) {}
PdfBrief::~PdfBrief() = default;

void PdfBrief::export_document(const ExportRequest& request, Output& output, Diagnostics& diagnostics) {
  Theme theme = theme_of(request.resources, diagnostics);
  if (!request.options.flag("full_text")) std::erase(theme.sections, Section::text);
  const Settings settings = settings_of(request.options, theme);
  const std::string title = title_of(request.document, request.resources);
  const std::string language = request.document.metadata.language.empty() ? "en" : request.document.metadata.language;
  const Styles styles = make_styles(theme, language, settings.print_size, length_of(title));

  typeset::Flow flow({.language = language});
  Context context(request, settings, theme, styles, flow);
  context.title = title;
  compose(context);
  typeset::Layout layout = lay_out(flow, page_template(context), tools_->fonts, diagnostics);
  if (settings.marking) paint_background(layout, *settings.marking);
  output.main().write(tools_->writer.write(layout, information_of(context)));
}

}  // namespace herald::plugins
