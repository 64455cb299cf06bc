// A news item in IPTC's ninjs (News in JSON), versions 2 and 3, and 1 where it has a text: the body that is read as
// the release, and what the item says of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/reading/draft.hpp"
#include "herald/result.hpp"

namespace herald::reading {

struct NinjsPicture {
  std::string name;  // the file's, without its folders
  std::string caption;
};

struct NinjsItem {
  std::string body;
  bool is_html = false;
  Said headline;
  bool is_headline_added = false;  // the body is a page without a title of its own and has the headline above it
  Said subheadline;
  std::string language;   // BCP 47
  Said published;         // ISO 8601, the date alone
  std::string embargoed;  // ISO 8601, as the item has it
  std::string status;     // pubStatus where it is not "usable"
  Said dateline;          // what the text may lack: "Valletta, Malta"
  std::vector<NinjsPicture> pictures;
};

/// Refuses (input_invalid) what is no JSON object, and an item without a text.
Result<NinjsItem> read_ninjs(std::string_view json);

/// The body with the pictures that it does not name itself behind it, each a line with its caption below: what
/// becomes Source::text. The pictures' part begins at `body_size`.
std::string text_of(const NinjsItem& item);

/// Drafts of the pictures, behind those of the body; reading.source must be text_of(item).
void draft_pictures(Reading& reading, const NinjsItem& item);

/// After the passes: what the item says and its text does not.
void complete_from_item(Reading& reading, const NinjsItem& item);

}  // namespace herald::reading
