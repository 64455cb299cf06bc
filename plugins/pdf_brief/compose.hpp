// A release as a briefing: which sections stand in it, and what each says. The form follows the Cabinet
// Office briefs of 1979 and 1982: points to make, then the factual background, on two to four sides.
// Sections come in the order of the theme; one without content leaves no trace.
#pragma once

#include "plugins/pdf_brief/context.hpp"

namespace herald::plugins {

/// The whole briefing into context.flow.
void compose(Context& context);

void compose_head(Context& context);
void compose_points(Context& context);
void compose_figures(Context& context);
void compose_watch(Context& context);
void compose_quotations(Context& context);
void compose_people(Context& context);
void compose_dates(Context& context);
void compose_text(Context& context);
void compose_source(Context& context);

/// Counts what the text section leaves out, and finds the paragraphs that can be linked to.
void survey_text(Context& context);

}  // namespace herald::plugins
