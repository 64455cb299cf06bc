// The door of the readers of office documents: the bytes of a .docx or .odt in, its text in blocks out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/reading/draft.hpp"
#include "core/reading/office/content.hpp"
#include "herald/result.hpp"

namespace herald::reading {

class Archive;

/// What an archive holds by its own signs: a .docx by its content types, an OpenDocument text by its mimetype.
enum class OfficeFormat : std::uint8_t { docx, odt };

/// Refuses with input_binary, and the way out, what is another kind of document or archive.
Result<OfficeFormat> office_format(Archive& archive);

/// Both take no more than `most_bytes` of text out of the document, and say so in OfficeContent::too_long.
Result<OfficeContent> read_word(Archive& archive, std::uint64_t most_bytes);
Result<OfficeContent> read_open_document(Archive& archive, std::uint64_t most_bytes);

/// The text of the blocks, a blank line between paragraphs: what becomes Source::text.
std::string text_of(const OfficeContent& content);

/// Drafts of the blocks; reading.source must be text_of(content).
void draft_office(Reading& reading, const OfficeContent& content);

/// After the passes: what the document's properties say and the text does not.
void complete_from_properties(Reading& reading, const OfficeContent& content, OfficeFormat format);

}  // namespace herald::reading
