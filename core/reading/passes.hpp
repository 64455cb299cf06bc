// The passes of reading, in the order in which read.cpp runs them. Each has a file of its own and may
// rely on the kinds that the passes before it have settled. A pass never adds or drops a character of
// the source: it names drafts, splits or joins them.
#pragma once

#include <string_view>
#include <vector>

#include "core/reading/draft.hpp"
#include "core/reading/lines.hpp"

namespace herald::reading {

/// Drafts of paragraphs, list items and table rows from the lines, hard-wrapped lines joined.
void draft_paragraphs(Reading& reading, const std::vector<Line>& lines);

/// "###", "-30-", "ENDS".
bool is_end_mark(std::string_view text, const language::Packs& packs);  // ends.cpp

void mark_end_marks_and_ornaments(Reading& reading);  // ends.cpp
void mark_pictures(Reading& reading);                 // pictures.cpp
void mark_furniture(Reading& reading);                // furniture.cpp
void read_mail_head(Reading& reading);                // mail_head.cpp
void read_header_lines(Reading& reading);             // header_lines.cpp
void mark_lists(Reading& reading);                    // lists.cpp
void detect_language(Reading& reading);               // language.cpp
void mark_contacts_at_top(Reading& reading);          // contacts.cpp
void read_front_matter(Reading& reading);             // front_matter.cpp
void take_title_from_mail(Reading& reading);          // mail_head.cpp
void mark_page_tail(Reading& reading);                // page_tail.cpp
void mark_contacts(Reading& reading);                 // contacts.cpp
void mark_quotations(Reading& reading);               // quotations.cpp
void mark_headings(Reading& reading);                 // headings.cpp
void mark_boilerplate(Reading& reading);              // boilerplate.cpp
void number_paragraphs(Reading& reading);             // numbering.cpp
void detect_block_languages(Reading& reading);        // language.cpp

}  // namespace herald::reading
