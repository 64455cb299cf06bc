// One export, from options and template to bytes.
#include "plugins/pdf_brief/pdf_brief.hpp"

#include <algorithm>

#include "formats/pdf/pdf.hpp"
#include "formats/typeset/flow.hpp"
#include "herald/version.hpp"
#include "plugins/pdf_brief/compose.hpp"
#include "plugins/pdf_brief/pages.hpp"
#include "plugins/pdf_brief/tools.hpp"

namespace herald::plugins {

namespace {

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
    if (!is_blank(title)) break;
    if (is_body(block.kind)) title = shortened(printable(plain_text(block)), 120);
  }
  if (is_blank(title)) title = std::string(resources.label("brief.untitled"));
  return title;
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
  // The words that Herald prints itself are English where the release's own language is not known.
  const std::string tag = language_tag(request.document.metadata.language);
  const std::string language = tag.empty() ? "en" : tag;
  const Styles styles = make_styles(theme, language, settings.print_size, length_of(title));

  typeset::Flow flow({.language = language});
  Context context(request, settings, theme, styles, flow);
  context.title = title;
  compose(context);
  const typeset::Layout layout = lay_out(context, tools_->fonts, diagnostics);
  output.main().write(tools_->writer.write(layout, information_of(context)));
}

}  // namespace herald::plugins
