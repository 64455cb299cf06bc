// The file is written by hand, by people who do not program: a word where an object could stand, numbers with or
// without quotation marks, comments and notes are all taken. What is wrong is said with its place and what may stand
// there, the first of it.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "core/corrections/members.hpp"
#include "core/language/dates.hpp"
#include "core/language/text.hpp"
#include "core/plugins/catalogue.hpp"

namespace herald::corrections {
namespace {

using Json = nlohmann::json;

// A release has some hundred facts; each entry is looked for in the whole text.
constexpr std::size_t most_entries = 5000;
constexpr std::size_t longest_words = 2000;

struct Refusal {
  std::string message;
  std::string hint;
};

[[noreturn]] void refuse(const std::string& pointer, const std::string& what, std::string hint = {}) {
  throw Refusal{"at " + (pointer.empty() ? std::string("the top") : pointer) + ": " + what, std::move(hint)};
}

/// RFC 6901: "/" and "~" of a name are written otherwise.
std::string below(const std::string& pointer, std::string_view name) {
  std::string path = pointer + "/";
  for (const char c : name) path += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return path;
}

std::string below(const std::string& pointer, std::size_t index) { return pointer + "/" + std::to_string(index); }

template <typename Names>
std::string listed(const Names& names) {
  std::string all;
  for (const auto& name : names) all.append(all.empty() ? "" : ", ").append(name);
  return all;
}

[[noreturn]] void refuse_name(const std::string& pointer, const std::string& what, const std::string& name,
                              const std::vector<std::string>& known) {
  const std::string nearest = plugins::nearest(name, known);
  refuse(pointer, "\"" + name + "\" is " + what,
         nearest.empty() ? "known are: " + listed(known) : "did you mean \"" + nearest + "\"?");
}

const Json::object_t& object(const Json& json, const std::string& pointer) {
  if (!json.is_object()) refuse(pointer, "an object { … } is wanted");
  return json.get_ref<const Json::object_t&>();
}

std::string text(const Json& json, const std::string& pointer) {
  if (!json.is_string()) refuse(pointer, "a text in quotation marks is wanted");
  return std::string(language::trim(json.get_ref<const std::string&>()));
}

std::uint32_t place_number(const Json& json, const std::string& pointer) {
  constexpr std::uint64_t largest = 1'000'000;
  if (!json.is_number_unsigned() || json.get<std::uint64_t>() == 0 || json.get<std::uint64_t>() > largest)
    refuse(pointer, "a whole number from 1 is wanted");
  return json.get<std::uint32_t>();
}

std::string decimal(const Json& json, const std::string& pointer) {
  const std::string written = json.is_number() ? json.dump() : text(json, pointer);
  const std::optional<Decimal> value = Decimal::parse(written);
  if (!value) refuse(pointer, "a number such as 1200 or 1.5 is wanted", "write it in digits, without separators");
  return value->to_string();
}

bool is_day(std::string_view date) {
  const std::size_t size = date.size();
  if (size != 4 && size != 7 && size != 10) return false;
  for (std::size_t i = 0; i < size; ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? date[i] != '-' : date[i] < '0' || date[i] > '9') return false;
  }
  const auto part = [&](std::size_t from, std::size_t length) {
    return from < size ? std::stoi(std::string(date.substr(from, length))) : 0;
  };
  const language::DateParts parts{part(0, 4), part(5, 2), part(8, 2)};
  const bool has_all = parts.year > 0 && (size < 7 || parts.month > 0) && (size < 10 || parts.day > 0);
  return has_all && language::is_calendar_date(parts);
}

std::string date(const Json& json, const std::string& pointer) {
  const std::string written = text(json, pointer);
  if (!written.empty() && !is_day(written))
    refuse(pointer, "\"" + written + "\" is no date of the calendar", "write 2026-03-12, 2026-03 or 2026");
  return written;
}

std::string time_of_day(const Json& json, const std::string& pointer) {
  std::string written = text(json, pointer);
  if (written.size() == 16 && written[10] == ' ') written[10] = 'T';
  bool fits = written.empty() || (written.size() == 10 && is_day(written));
  if (written.size() == 16 && written[10] == 'T' && written[13] == ':' && is_day(written.substr(0, 10))) {
    const std::string digits = written.substr(11, 2) + written.substr(14, 2);
    fits = digits.find_first_not_of("0123456789") == std::string::npos && digits.substr(0, 2) < "24" &&
           digits.substr(2) < "60";
  }
  if (!fits) refuse(pointer, "\"" + written + "\" is no day or time", "write 2026-03-12 or 2026-03-12T18:00");
  return written;
}

std::string language_tag(const Json& json, const std::string& pointer) {
  const std::string tag = text(json, pointer);
  const std::size_t primary = std::min(tag.find('-'), tag.size());
  const bool known_signs = std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
  if (!known_signs || primary < 2 || primary > 3)
    refuse(pointer, "\"" + tag + "\" is no language tag", "write en, fr or pt-BR");
  return tag;
}

std::string choice(const Json& json, const std::string& pointer, const MemberForm& form) {
  std::string name = text(json, pointer);
  for (char& c : name) c = c == ' ' || c == '-' ? '_' : c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  const std::vector<std::string> known(form.choices.begin(), form.choices.end());
  if (std::find(known.begin(), known.end(), name) == known.end())
    refuse_name(pointer, "no " + std::string(form.name), name, known);
  return name;
}

std::vector<std::string> texts(const Json& json, const std::string& pointer) {
  if (json.is_string()) return {text(json, pointer)};
  if (!json.is_array()) refuse(pointer, "a text or a list [\"…\", \"…\"] of texts is wanted");
  std::vector<std::string> all;
  for (std::size_t i = 0; i < json.size(); ++i) all.push_back(text(json[i], below(pointer, i)));
  return all;
}

Value value(const Json& json, const std::string& pointer, const MemberForm& form) {
  const bool is_empty =
      json.is_null() || (json.is_string() && language::trim(json.get_ref<const std::string&>()).empty());
  if (is_empty && form.is_optional) return {};
  if (is_empty) refuse(pointer, "\"" + std::string(form.name) + "\" may not be empty");
  switch (form.shape) {
    case Shape::text:
    case Shape::speaker:
      return text(json, pointer);
    case Shape::language:
      return language_tag(json, pointer);
    case Shape::decimal:
      return decimal(json, pointer);
    case Shape::date:
      return date(json, pointer);
    case Shape::time:
      return time_of_day(json, pointer);
    case Shape::flag:
      if (!json.is_boolean()) refuse(pointer, "true or false is wanted");
      return json.get<bool>();
    case Shape::texts:
      return texts(json, pointer);
    case Shape::choice:
      return choice(json, pointer, form);
  }
  return {};
}

Changes changes(const Json& json, const std::string& pointer, const std::vector<MemberForm>& forms,
                const std::string& of_what) {
  Changes all;
  for (const auto& [name, member] : object(json, pointer)) {
    const auto form = std::find_if(forms.begin(), forms.end(),
                                   [&wanted = name](const MemberForm& one) { return one.name == wanted; });
    if (form == forms.end()) {
      std::vector<std::string> known;
      for (const MemberForm& one : forms) known.emplace_back(one.name);
      refuse_name(below(pointer, name), "no member of " + of_what, name, known);
    }
    all.emplace_back(name, value(member, below(pointer, name), *form));
  }
  return all;
}

Address address(const Json& json, const std::string& pointer) {
  Address at;
  if (json.is_string()) {
    at.words = text(json, pointer);
  } else {
    for (const auto& [name, member] : object(json, pointer)) {
      const std::string place = below(pointer, name);
      if (name == "words")
        at.words = text(member, place);
      else if (name == "nth")
        at.nth = place_number(member, place);
      else if (name == "paragraph")
        at.paragraph = place_number(member, place);
      else if (name == "id")
        at.id = text(member, place);
      else
        refuse_name(place, "nothing that says where a fact stands", name, {"words", "nth", "paragraph", "id"});
    }
  }
  if (at.words.empty())
    refuse(pointer, "the words of the fact are missing", "give them as the release has them: \"words\": \"133 boats\"");
  if (at.words.size() > longest_words) refuse(pointer, "the words are too long", "the first of them will do");
  return at;
}

void need_members(const FactCorrection& correction, const std::string& pointer) {
  for (const MemberForm& form : forms_of(correction.kind)) {
    const bool given = std::any_of(correction.changes.begin(), correction.changes.end(),
                                   [&](const auto& change) { return change.first == form.name; });
    if (form.is_needed && !given)
      refuse(pointer, "the member \"" + std::string(form.name) + "\" is missing", "a fact that is added needs it");
  }
}

class EntryReader {
 public:
  explicit EntryReader(const std::string& pointer) { entry_.pointer = pointer; }

  FactCorrection read(const Json& json) {
    for (const auto& [name, member] : object(json, entry_.pointer)) {
      if (name == "note") continue;
      if (const auto kind = document::value_of(fact_kind_names, name))
        take_kind(*kind, name);
      else if (name == "set" || name == "add" || name == "remove")
        take_action(name);
      else
        refuse_name(below(entry_.pointer, name), "neither a kind of fact nor what to do with it", name, known_names());
    }
    if (kind_.empty()) refuse(entry_.pointer, "it is not said which fact is meant", "name one: " + listed(kinds()));
    if (action_.empty()) refuse(entry_.pointer, "it is not said what to do", "say \"set\", \"add\" or \"remove\"");
    entry_.at = address(json.at(kind_), below(entry_.pointer, kind_));
    take_changes(json.at(action_), below(entry_.pointer, action_));
    return std::move(entry_);
  }

 private:
  static std::vector<std::string> kinds() {
    std::vector<std::string> names;
    for (const auto& entry : fact_kind_names) names.emplace_back(entry.second);
    return names;
  }

  static std::vector<std::string> known_names() {
    std::vector<std::string> names = kinds();
    for (const char* other : {"set", "add", "remove", "note"}) names.emplace_back(other);
    return names;
  }

  void take_kind(FactKind kind, const std::string& name) {
    if (!kind_.empty())
      refuse(entry_.pointer, "both \"" + kind_ + "\" and \"" + name + "\" are meant", "give each an entry of its own");
    kind_ = name;
    entry_.kind = kind;
  }

  void take_action(const std::string& name) {
    if (!action_.empty())
      refuse(entry_.pointer, "both \"" + action_ + "\" and \"" + name + "\" are asked for", "say one of them");
    action_ = name;
    entry_.action = name == "set" ? Action::set : name == "add" ? Action::add : Action::remove;
  }

  void take_changes(const Json& json, const std::string& pointer) {
    if (entry_.action == Action::remove) {
      if (json != true) refuse(pointer, "true is wanted", "leave the entry out to keep the fact");
      return;
    }
    const bool add = entry_.action == Action::add;
    if (!(add && json == true)) entry_.changes = changes(json, pointer, forms_of(entry_.kind), "a " + kind_);
    if (add) return need_members(entry_, pointer);
    if (entry_.changes.empty()) refuse(pointer, "nothing is set", "name a member and its value");
  }

  FactCorrection entry_;
  std::string kind_;
  std::string action_;
};

MetadataCorrection read_metadata(const Json& json, const std::string& pointer) {
  MetadataCorrection read;
  read.pointer = pointer;
  Json members = json;
  if (!members.is_object()) refuse(pointer, "an object { … } is wanted");
  members.erase("note");
  if (const auto where = json.find("where"); where != json.end()) {
    read.where = text(*where, pointer + "/where");
    members.erase("where");
  }
  if (const auto dateline = json.find("dateline"); dateline != json.end()) {
    read.removes_dateline = dateline->is_null();
    if (!read.removes_dateline)
      read.dateline = changes(*dateline, pointer + "/dateline", forms_of<Dateline>(), "a dateline");
    members.erase("dateline");
  }
  std::vector<MemberForm> forms = forms_of<Metadata>();
  // Taken out above; here so that a name that is near them is answered with them.
  for (const char* name : {"dateline", "where", "note"}) forms.push_back({name});
  read.changes = changes(members, pointer, forms, "the metadata");
  return read;
}

class FileReader {
 public:
  explicit FileReader(std::string file) { read_.file = std::move(file); }

  Corrections read(const Json& top) {
    for (const auto& [name, member] : object(top, {})) {
      if (name == "schema")
        check_schema(text(member, "/schema"));
      else if (name == "metadata")
        take_metadata(member);
      else if (name == "facts")
        take_facts(member);
      else if (name != "found" && name != "note" && name != "$schema")  // "found" is what a template shows
        refuse_name(below({}, name), "no member of a corrections file", name,
                    {"schema", "metadata", "facts", "found", "note"});
    }
    return std::move(read_);
  }

 private:
  static void check_schema(const std::string& schema) {
    if (schema != corrections_schema)
      refuse("/schema",
             "the schema is \"" + schema + "\", this version reads \"" + std::string(corrections_schema) + "\"");
  }

  void take_metadata(const Json& json) {
    if (!json.is_array()) {
      read_.metadata.push_back(read_metadata(json, "/metadata"));
      return;
    }
    check_count(json, "/metadata");
    for (std::size_t i = 0; i < json.size(); ++i)
      read_.metadata.push_back(read_metadata(json[i], below("/metadata", i)));
  }

  void take_facts(const Json& json) {
    if (!json.is_array()) refuse("/facts", "a list [ … ] of corrections is wanted");
    check_count(json, "/facts");
    for (std::size_t i = 0; i < json.size(); ++i) read_.facts.push_back(EntryReader(below("/facts", i)).read(json[i]));
  }

  static void check_count(const Json& json, const std::string& pointer) {
    if (json.size() > most_entries)
      refuse(pointer, "more than " + std::to_string(most_entries) + " corrections", "correct the release itself");
  }

  Corrections read_;
};

Failure invalid(std::string message, std::string hint) {
  if (hint.empty()) hint = "see the schema herald-corrections-1.schema.json";
  return {ErrorCode::input_invalid, std::move(message), std::move(hint), {}};
}

}  // namespace

Result<Corrections> read_corrections(std::string_view json, std::string file) {
  try {
    constexpr bool passing_over_comments = true;
    return FileReader(std::move(file)).read(Json::parse(json, nullptr, true, passing_over_comments));
  } catch (const Json::exception& error) {
    // The library's text begins with an identifier in brackets that tells a user nothing.
    const std::string_view what = error.what();
    return invalid("not JSON: " + std::string(what.substr(what.find(']') == what.npos ? 0 : what.find(']') + 2)),
                   "a comma too many or too few, or a quotation mark, stands there or right before");
  } catch (const Refusal& refusal) {
    return invalid(refusal.message, refusal.hint);
  }
}

std::string corrected_language(const Corrections& corrections) {
  std::string found;
  for (const MetadataCorrection& correction : corrections.metadata) {
    if (!correction.where.empty()) continue;
    for (const auto& [name, value] : correction.changes)
      if (const auto* tag = std::get_if<std::string>(&value); name == "language" && tag != nullptr) found = *tag;
  }
  return found;
}

}  // namespace herald::corrections
