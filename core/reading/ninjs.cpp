// Names of members are taken whatever their case: ninjs 3 writes "versionCreated" for "versioncreated", and items in
// use mix both. Of several bodies the one with marks is read, since the plain one has lost its paragraphs.
#include "core/reading/ninjs.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "core/language/text.hpp"
#include "core/reading/iso_day.hpp"
#include "core/reading/words.hpp"

namespace herald::reading {
namespace {

using Json = nlohmann::json;

// An item nests associations in associations; hostile JSON nests without end.
constexpr int deepest = 32;
constexpr std::size_t most_pictures = 200;

bool equal_names(std::string_view member, std::string_view name) {
  return std::equal(member.begin(), member.end(), name.begin(), name.end(),
                    [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a - 'A' + 'a' : a) == b; });
}

/// The member by its name in small letters; null where there is none.
const Json* find(const Json& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  for (auto member = object.begin(); member != object.end(); ++member) {
    if (equal_names(member.key(), name)) return &*member;
  }
  return nullptr;
}

/// The words of a member, white space folded; "" where it is no text.
std::string words(const Json& object, std::string_view name) {
  const Json* member = find(object, name);
  return member != nullptr && member->is_string() ? language::fold_space(member->get_ref<const std::string&>()) : "";
}

/// "value" of the first object of an array whose role contains one of two words; of any where `role` is "".
std::string by_role(const Json& item, std::string_view array, std::string_view role, std::string_view or_role = {}) {
  const Json* all = find(item, array);
  if (all == nullptr || !all->is_array()) return {};
  for (const Json& one : *all) {
    const std::string has = language::fold_case(words(one, "role"));
    const bool fits =
        has.find(role) != std::string::npos || (!or_role.empty() && has.find(or_role) != std::string::npos);
    if (!fits) continue;
    if (std::string value = words(one, "value"); !value.empty()) return value;
  }
  return {};
}

std::string first_of(std::initializer_list<std::string> values) {
  for (const std::string& value : values) {
    if (!value.empty()) return value;
  }
  return {};
}

/// The first of the members that says something, under the name of the item's member.
Said first_said(std::initializer_list<std::pair<const char*, std::string>> members) {
  for (const auto& [name, value] : members) {
    if (!value.empty()) return {value, std::string("ninjs:") + name};
  }
  return {};
}

/// The text of a headline that has marks in it.
std::string without_tags(const std::string& text) {
  std::string plain;
  bool inside = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool opens = text[i] == '<' && i + 1 < text.size() &&
                       (std::isalpha(static_cast<unsigned char>(text[i + 1])) != 0 || text[i + 1] == '/');
    inside = inside || opens;
    if (!inside) plain += text[i];
    if (text[i] == '>') inside = false;
  }
  return language::fold_space(plain);
}

struct Body {
  const std::string* text = nullptr;
  bool is_html = false;
  int rank = 0;  // the highest is read
};

void consider(Body& best, const Json* text, bool is_html, int rank) {
  if (text == nullptr || !text->is_string()) return;
  const auto& value = text->get_ref<const std::string&>();
  if (language::trim(value).empty() || rank <= best.rank) return;
  best = {&value, is_html, rank};
}

Body choose_body(const Json& item) {
  constexpr int plain = 10;
  constexpr int marked = 20;
  Body best;
  if (const Json* bodies = find(item, "bodies"); bodies != nullptr && bodies->is_array()) {
    for (const Json& body : *bodies) {
      const std::string type = language::fold_case(words(body, "contenttype"));
      const std::string role = language::fold_case(words(body, "role"));
      const bool is_html =
          type.find("html") != std::string::npos || (type.empty() && role.find("html") != std::string::npos);
      // NITF and other XML have marks of their own.
      if (!is_html && !type.empty() && !type.starts_with("text/plain")) continue;
      consider(best, find(body, "value"), is_html, (is_html ? marked : plain) + (role == "main" ? 1 : 0));
    }
  }
  consider(best, find(item, "body_xhtml"), true, marked);
  consider(best, find(item, "body_html"), true, marked);
  consider(best, find(item, "body_text"), false, plain);
  return best;
}

std::string file_name(std::string_view address) {
  address = address.substr(0, address.find_first_of("?#"));
  return std::string(address.substr(address.rfind('/') + 1));
}

std::string picture_name(const Json& picture) {
  if (const Json* renditions = find(picture, "renditions"); renditions != nullptr && renditions->is_structured()) {
    for (const Json& rendition : *renditions) {
      std::string name = first_of({words(rendition, "originalfilename"), file_name(words(rendition, "href"))});
      if (!name.empty()) return name;
    }
  }
  return first_of({file_name(words(picture, "uri")), words(picture, "name"), words(picture, "headline")});
}

void read_pictures(const Json& item, const std::string& body, std::vector<NinjsPicture>& pictures) {
  const Json* associations = find(item, "associations");
  if (associations == nullptr || !associations->is_structured()) return;
  for (const Json& one : *associations) {
    const std::string type = language::fold_case(words(one, "type"));
    if ((type != "picture" && type != "graphic") || pictures.size() >= most_pictures) continue;
    NinjsPicture picture{picture_name(one),
                         first_of({by_role(one, "descriptions", "caption"), words(one, "description_caption"),
                                   words(one, "description_text"), by_role(one, "descriptions", "")})};
    // The body shows it at its place.
    const bool is_shown = (!picture.caption.empty() && body.find(picture.caption) != std::string::npos) ||
                          (!picture.name.empty() && body.find(picture.name) != std::string::npos);
    if (!picture.name.empty() && !is_shown) pictures.push_back(std::move(picture));
  }
}

/// A page's title is the heading that stands for it; without the headline above it, the body's first one would be.
std::string with_headline(const std::string& body, const std::string& headline) {
  if (headline.empty() || language::fold_case(body).find("<h1") != std::string::npos) return body;
  std::string page = "<h1>";
  for (const char c : headline) page += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
  return page + "</h1>\n" + body;
}

Failure no_ninjs(std::string message) {
  return {ErrorCode::input_invalid,
          std::move(message),
          "give a news item in IPTC's ninjs 2 or 3, or a document of herald inspect (herald-document/1)",
          {}};
}

}  // namespace

Result<NinjsItem> read_ninjs(std::string_view json) {
  if (json.starts_with("\xEF\xBB\xBF")) json.remove_prefix(3);
  bool too_deep = false;
  const auto shallow = [&](int depth, Json::parse_event_t, Json&) {
    too_deep = too_deep || depth > deepest;
    return depth <= deepest;
  };
  const Json item = Json::parse(json, shallow, false);
  if (item.is_discarded() || !item.is_object())
    return no_ninjs("not JSON: the object of a news item is cut off or damaged");
  if (too_deep) return no_ninjs("the JSON nests deeper than any news item");

  NinjsItem read;
  const Body body = choose_body(item);
  if (body.text == nullptr) {
    return no_ninjs("the news item has no text: neither bodies nor body_text nor body_xhtml hold any");
  }
  read.body = *body.text;
  std::replace(read.body.begin(), read.body.end(), '\0', ' ');  // no later pass meets a NUL
  read.is_html = body.is_html;
  read.headline = first_said({{"headlines", by_role(item, "headlines", "main")},
                              {"headline", words(item, "headline")},
                              {"headlines", by_role(item, "headlines", "")}});
  read.headline.value = without_tags(read.headline.value);
  read.subheadline = first_said({{"headlines", by_role(item, "headlines", "sub", "deck")},
                                 {"headline_sub", words(item, "headline_sub")},
                                 {"subheadline", words(item, "subheadline")}});
  read.subheadline.value = without_tags(read.subheadline.value);
  read.language = words(item, "language");
  read.embargoed = words(item, "embargoed");
  read.published = first_said({{"contentcreated", words(item, "contentcreated")},
                               {"firstcreated", words(item, "firstcreated")},
                               {"versioncreated", words(item, "versioncreated")}});
  read.published.value = iso_day(read.published.value);
  read.status = words(item, "pubstatus");
  if (language::fold_case(read.status) == "usable") read.status.clear();
  read.dateline = first_said({{"dateline", words(item, "dateline")}, {"located", words(item, "located")}});
  read_pictures(item, read.body, read.pictures);
  if (read.is_html) {
    std::string body = with_headline(read.body, read.headline.value);
    read.is_headline_added = body.size() != read.body.size();
    read.body = std::move(body);
  }
  return read;
}

std::string text_of(const NinjsItem& item) {
  std::string text = item.body;
  for (const NinjsPicture& picture : item.pictures) {
    text.append("\n\n").append(picture.name);
    if (!picture.caption.empty()) text.append(1, '\n').append(picture.caption);
  }
  return text;
}

void draft_pictures(Reading& reading, const NinjsItem& item) {
  auto at = static_cast<std::uint32_t>(item.body.size());
  const auto add = [&](BlockKind kind, std::uint32_t size) {
    Draft draft;
    draft.span = draft.content = {at, at + size};
    draft.text.append_source(reading.source, draft.span);
    draft.blank_before = kind == BlockKind::image;
    settle(draft, kind);
    reading.drafts.push_back(std::move(draft));
    at += size;
  };
  for (const NinjsPicture& picture : item.pictures) {
    at += 2;
    add(BlockKind::image, static_cast<std::uint32_t>(picture.name.size()));
    if (picture.caption.empty()) continue;
    at += 1;
    add(BlockKind::caption, static_cast<std::uint32_t>(picture.caption.size()));
  }
}

void complete_from_item(Reading& reading, const NinjsItem& item) {
  Metadata& metadata = reading.metadata;
  if (metadata.language.empty()) take(reading, &Metadata::language, "language", {item.language, "ninjs:language"});
  if (metadata.title.empty()) take(reading, &Metadata::title, "title", item.headline);
  if (item.is_headline_added && metadata.title == item.headline.value) metadata.origins["title"] = item.headline.origin;
  if (metadata.standfirst.empty()) take(reading, &Metadata::standfirst, "standfirst", item.subheadline);
  if (!metadata.dateline && !item.dateline.empty() && !reading.drafts.empty()) {
    Dateline dateline;
    dateline.text = dateline.place = item.dateline.value;
    // It stands in the item, not in the text: an empty stretch before the first word.
    const std::uint32_t begin = reading.drafts.front().span.begin;
    dateline.span = {begin, begin};
    metadata.dateline = std::move(dateline);
    metadata.origins["dateline"] = item.dateline.origin;
  }
  if (!item.embargoed.empty()) {
    take(reading, &Metadata::embargo, "embargo", {iso_minute(item.embargoed), "ninjs:embargoed"});
    warn(reading.diagnostics, "embargoed", "the news item is under embargo until " + item.embargoed,
         "do not send on what is made of it before");
  }
  if (!item.status.empty()) {
    if (metadata.status.empty()) take(reading, &Metadata::status, "status", {item.status, "ninjs:pubstatus"});
    warn(reading.diagnostics, "not-usable", "the news item's publication status is \"" + item.status + "\"",
         "ask who sent it whether it may be used");
  }
}

}  // namespace herald::reading
