// The head of the briefing and the order of its sections.
#include "plugins/pdf_brief/compose.hpp"

#include <algorithm>

#include "herald/edges.hpp"
#include "herald/presentation.hpp"

namespace herald::plugins {

namespace {

/// "Valletta, Malta": the dateline's place as the release has it.
std::string place_of(const Context& context) {
  const Document& document = context.document;
  if (!document.metadata.dateline) return {};
  const Dateline& dateline = *document.metadata.dateline;
  if (dateline.place.empty()) return printable(dateline.text);
  const bool names_country = dateline.place.find(dateline.country) != std::string::npos;
  return printable(joined(context, {dateline.place, names_country ? std::string() : dateline.country}));
}

void compose_section(Context& context, Section section) {
  switch (section) {
    case Section::points:
      return compose_points(context);
    case Section::figures:
      return compose_figures(context);
    case Section::watch:
      return compose_watch(context);
    case Section::quotations:
      return compose_quotations(context);
    case Section::people:
      return compose_people(context);
    case Section::dates:
      return compose_dates(context);
    case Section::text:
      return compose_text(context);
    case Section::source:
      return compose_source(context);
  }
}

}  // namespace

void compose_head(Context& context) {
  const Styles& styles = context.styles;
  if (!context.embargo.empty()) {
    context.flow.callout(styles.embargo,
                         [&] { context.flow.paragraph(typeset::Text(context.embargo), styles.embargo_text); });
  }
  typeset::Text label{std::string(context.word("label"))};
  // Running heads are artifacts, which assistive technology passes over: the marking is said here once.
  if (context.settings.marking) label.add("  ·  " + context.settings.marking->text);
  context.flow.paragraph(label, styles.label);
  context.flow.heading(1, typeset::Text(context.title), styles.title, {.name = "top"});
  const std::string standfirst = printable(context.document.metadata.standfirst);
  if (!standfirst.empty() && standfirst != context.title) {
    context.flow.paragraph(typeset::Text(standfirst), styles.standfirst);
  }

  std::vector<std::string> parts;
  const Metadata& metadata = context.document.metadata;
  if (std::string place = place_of(context); !place.empty()) parts.push_back(std::move(place));
  if (!metadata.published.empty()) parts.push_back(present_date(metadata.published, "", context.resources.labels));
  const std::string status = printable(present_status(metadata.status));
  if (!status.empty() && status != context.embargo) parts.push_back(status);
  if (!context.settings.author.empty()) {
    parts.push_back(std::string(context.word("prepared_by")) + " " + printable(context.settings.author));
  }
  typeset::Text line;
  for (const std::string& part : parts) {
    if (!line.empty()) line.colored("   |   ", context.theme.hairline);
    line.add(part);
  }
  if (!line.empty()) context.flow.paragraph(line, styles.dateline);
  context.flow.rule(styles.head_rule);
}

void compose(Context& context) {
  context.embargo = printable(embargo_of(context.document, context.resources.labels));
  survey_text(context);
  compose_head(context);
  for (const Section section : context.theme.sections) compose_section(context, section);
}

}  // namespace herald::plugins
