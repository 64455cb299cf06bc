// The passes of facts, in the order in which extract() runs them. Each is a file of its own that says
// what it reads and by which rules; all take their words from the pack.
#pragma once

#include "core/facts/context.hpp"

namespace herald::facts {

/// Direct speech by its marks, joined over paragraphs; fills Context::speech.
void find_speech(Context& context);

/// Dates of the text, resolved against the date of publication. Claims their tokens.
void find_dates(Context& context);

/// Named people with role, organisation and country; later mentions linked. Claims names.
void find_people(Context& context);

/// Speech behind a verb of saying and a colon, in scripts without capitals; fills Context::statements.
void find_unmarked_speech(Context& context);

/// Who speaks, and which marked words are no quotation at all.
void attribute_speech(Context& context);

/// Countries, the dateline's place, places behind "in".
void find_places(Context& context);

/// Figures with what they count. Leaves alone what others have claimed.
void find_figures(Context& context);

/// Named meetings: the one the release is about, and the next.
void find_events(Context& context);

/// Named bodies, with the abbreviation that the release introduces.
void find_organisations(Context& context);

/// Whom to ask, from the contact blocks (a context of their own, Part::contacts) or, of a context of the release, the
/// mail addresses that its text gives.
void find_contacts(Context& context);

/// Web addresses: links with their words, and addresses that stand bare in the text or in the contact lines.
void find_links(Context& release, Context& contacts);

/// Three to five sentences to put before the reader.
void choose_points(Context& context);

}  // namespace herald::facts
