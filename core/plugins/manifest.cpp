// See manifest.hpp. The members are read through Reader, which knows the place that it stands at, so
// that each refusal can name it.
#include "core/plugins/manifest.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <initializer_list>
#include <limits>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "herald/document_json.hpp"
#include "herald/error.hpp"

namespace herald::plugins {
namespace {

using nlohmann::json;

// The largest plugin.json that we know has 6 kB; a file beyond this is not one, and is not read.
constexpr std::uintmax_t max_file_bytes = 256 * 1024;
// The deepest member is /options/0/choices/0; the rest leaves room for members that come later.
constexpr int max_depth = 16;
constexpr std::size_t max_name_length = 64;
// Printed on one line of a terminal, after a name.
constexpr std::size_t max_text_length = 400;
constexpr std::size_t max_formats = 32;
constexpr std::size_t max_options = 128;
constexpr std::size_t max_document_schemas = 16;
constexpr std::string_view plugin_schema = "herald-plugin/1";
constexpr std::string_view library_kind = "library";

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_made_of(std::string_view text, std::string_view extra) {
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return is_lower(c) || is_digit(c) || extra.find(c) != std::string_view::npos; });
}

Error invalid(std::string location, std::string message, std::string hint = {}) {
  return Error({ErrorCode::plugin_invalid, std::move(message), std::move(hint), std::move(location)});
}

/// A JSON value with its place. Refusals are thrown as Error inside this file and leave it as a Result.
class Reader {
 public:
  Reader(const json& value, std::string file, std::string place = {})
      : value_(value), file_(std::move(file)), place_(std::move(place)) {}

  [[noreturn]] void refuse(const std::string& message, std::string hint = {}) const {
    throw invalid(file_, (place_.empty() ? "" : place_ + ": ") + message, std::move(hint));
  }

  bool has(const char* name) const { return value_.contains(name); }

  Reader member(const char* name) const {
    const auto found = value_.find(name);
    if (found == value_.end()) refuse(std::string("the member \"") + name + "\" is missing");
    return {*found, file_, place_ + "/" + name};
  }

  std::vector<Reader> elements(std::size_t limit) const {
    if (!value_.is_array()) refuse("must be a list");
    if (value_.size() > limit) {
      refuse("has " + std::to_string(value_.size()) + " elements; at most " + std::to_string(limit) + " are allowed");
    }
    std::vector<Reader> result;
    for (std::size_t i = 0; i < value_.size(); ++i) {
      result.emplace_back(value_[i], file_, place_ + "/" + std::to_string(i));
    }
    return result;
  }

  const Reader& object() const {
    if (!value_.is_object()) refuse("must be an object");
    return *this;
  }

  /// One line of text.
  std::string text(std::size_t limit = max_text_length) const {
    if (!value_.is_string()) refuse("must be a text");
    const auto& text = value_.get_ref<const std::string&>();
    if (text.empty()) refuse("must not be empty");
    if (text.size() > limit) refuse("is longer than " + std::to_string(limit) + " bytes");
    const bool control =
        std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (control) refuse("must be one line, without control characters");
    return text;
  }

  /// A name as the command line takes it.
  std::string name(std::string_view extra = "_-") const {
    std::string text = this->text(max_name_length);
    if (!is_made_of(text, extra) || text.front() == '-') {
      std::string allowed = "lower-case letters, digits";
      for (const char c : extra) allowed += std::string(" and '") + c + "'";
      refuse("is not a name: \"" + text + "\"", "use " + allowed);
    }
    return text;
  }

  double number() const {
    if (!value_.is_number()) refuse("must be a number");
    return value_.get<double>();
  }

  const json& value() const { return value_; }

 private:
  const json& value_;
  std::string file_;
  std::string place_;
};

/// Refuses while parsing what would cost memory or be read differently by two readers.
class Limits {
 public:
  explicit Limits(std::string file) : file_(std::move(file)) {}

  bool operator()(int depth, json::parse_event_t event, json& parsed) {
    if (depth > max_depth) throw invalid(file_, "nested deeper than " + std::to_string(max_depth) + " levels");
    if (event == json::parse_event_t::object_start) keys_.emplace_back();
    if (event == json::parse_event_t::object_end) keys_.pop_back();
    if (event == json::parse_event_t::key && !keys_.back().insert(parsed.get<std::string>()).second) {
      throw invalid(file_, "the member \"" + parsed.get<std::string>() + "\" stands there twice", "keep one of them");
    }
    return true;
  }

 private:
  std::string file_;
  std::vector<std::set<std::string>> keys_;
};

std::string read_file(const std::filesystem::path& path) {
  std::error_code problem;
  const auto status = std::filesystem::status(path, problem);
  // A pipe or a device would be waited for without end.
  if (!std::filesystem::is_regular_file(status)) throw invalid(path.string(), "is not a regular file");
  const auto size = std::filesystem::file_size(path, problem);
  if (problem || size > max_file_bytes) {
    throw invalid(path.string(), "is larger than " + std::to_string(max_file_bytes / 1024) + " KiB",
                  "is this the right file?");
  }
  std::ifstream file(path, std::ios::binary);
  std::string text(static_cast<std::size_t>(size), '\0');
  if (!file.read(text.data(), static_cast<std::streamsize>(size))) {
    throw invalid(path.string(), "cannot be read", "give yourself the right to read it");
  }
  return text;
}

json parse(const std::string& text, const std::string& file) {
  try {
    return json::parse(text, Limits(file));
  } catch (const json::parse_error& error) {
    // `byte` counts from 1 and points at the last byte read; 0 where the text as a whole is meant.
    const std::size_t end = std::min(text.size(), error.byte == 0 ? 0 : error.byte - 1);
    const auto before = std::string_view(text).substr(0, end);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    throw invalid(file + ":" + std::to_string(line) + ":" + std::to_string(end - line_start + 1), "is not valid JSON",
                  "mend it there");
  }
}

Format read_format(const Reader& reader) {
  reader.object();
  Format format;
  format.name = reader.member("name").name();
  format.extension = reader.member("extension").name(".");
  if (format.extension.front() == '.') reader.member("extension").refuse("is written without the dot");
  format.media_type = reader.member("media_type").text();
  if (std::count(format.media_type.begin(), format.media_type.end(), '/') != 1) {
    reader.member("media_type").refuse("is not a media type: \"" + format.media_type + "\"", "as in text/plain");
  }
  format.description = reader.member("description").text();
  return format;
}

OptionType read_type(const Reader& reader) {
  const std::string type = reader.text();
  if (type == "boolean") return OptionType::boolean;
  if (type == "integer") return OptionType::integer;
  if (type == "number") return OptionType::number;
  if (type == "text") return OptionType::text;
  reader.refuse("is not a type: \"" + type + "\"", "one of boolean, integer, number, text");
}

OptionValue read_default(const Reader& reader, OptionType type) {
  const json& value = reader.value();
  switch (type) {
    case OptionType::boolean:
      if (value.is_boolean()) return value.get<bool>();
      reader.refuse("must be true or false, as the option is boolean");
    case OptionType::integer:
      // An unsigned value beyond 2^63-1 would turn negative.
      if (value.is_number_unsigned() && value.get<std::uint64_t>() > std::numeric_limits<std::int64_t>::max()) {
        reader.refuse("does not fit 64 bits");
      }
      if (value.is_number_integer()) return value.get<std::int64_t>();
      reader.refuse("must be a whole number, as the option is an integer");
    case OptionType::number:
      return reader.number();
    case OptionType::text:
      if (value.is_string()) return value.get<std::string>();
      reader.refuse("must be a text, as the option is one");
  }
  reader.refuse("has a type that Herald does not know");
}

void check_default(const Reader& reader, const OptionDeclaration& option) {
  if (const auto* text = std::get_if<std::string>(&option.default_value)) {
    const auto& choices = option.choices;
    if (!choices.empty() && std::find(choices.begin(), choices.end(), *text) == choices.end()) {
      reader.refuse("the default \"" + *text + "\" is not one of the choices");
    }
    return;
  }
  double value = 0;
  if (const auto* whole = std::get_if<std::int64_t>(&option.default_value)) value = static_cast<double>(*whole);
  if (const auto* number = std::get_if<double>(&option.default_value)) value = *number;
  if (option.minimum && value < *option.minimum) reader.refuse("the default is below the minimum");
  if (option.maximum && value > *option.maximum) reader.refuse("the default is above the maximum");
}

OptionDeclaration read_option(const Reader& reader) {
  reader.object();
  OptionDeclaration option;
  option.name = reader.member("name").name();
  option.type = read_type(reader.member("type"));
  option.help = reader.member("help").text();
  const bool bounded = option.type == OptionType::integer || option.type == OptionType::number;
  for (const char* bound : {"minimum", "maximum"}) {
    if (!reader.has(bound)) continue;
    if (!bounded) reader.member(bound).refuse("is for numbers; this option is none");
    (bound == std::string_view("minimum") ? option.minimum : option.maximum) = reader.member(bound).number();
  }
  if (option.minimum && option.maximum && *option.minimum > *option.maximum) {
    reader.refuse("the minimum is above the maximum");
  }
  if (reader.has("choices")) {
    if (option.type != OptionType::text) reader.member("choices").refuse("is for texts; this option is none");
    for (const Reader& choice : reader.member("choices").elements(max_options)) option.choices.push_back(choice.text());
  }
  option.default_value = read_default(reader.member("default"), option.type);
  check_default(reader.member("default"), option);
  return option;
}

template <typename Declaration>
void refuse_twice(const Reader& reader, const std::vector<Declaration>& declarations) {
  std::set<std::string> names;
  for (const Declaration& declaration : declarations) {
    if (!names.insert(declaration.name).second) reader.refuse("\"" + declaration.name + "\" is declared twice");
  }
}

/// How the file is written, and what kind of plugin it speaks of, before anything else of it is read: which
/// members there must be depends on both. The first plugins say neither, and are libraries.
void check_kind(const Reader& reader) {
  const std::string schema(plugin_schema);
  if (reader.has("schema") && reader.member("schema").text() != schema) {
    reader.member("schema").refuse(
        "is written as \"" + reader.member("schema").text() + "\"; this Herald reads \"" + schema + "\"",
        "this plugin needs a newer Herald");
  }
  if (reader.has("kind") && reader.member("kind").text() != library_kind) {
    reader.member("kind").refuse("is \"" + reader.member("kind").text() +
                                     "\"; this Herald knows plugins of the kind \"" + std::string(library_kind) + "\"",
                                 "this plugin needs a newer Herald");
  }
}

/// One schema, or a list of those that the plugin reads: it is given the one that this Herald has.
void read_document_schema(const Reader& reader, PluginInfo& plugin) {
  std::string all;
  const auto matches = [&](const Reader& schema) {
    all += (all.empty() ? "\"" : ", \"") + schema.text() + "\"";
    return schema.text() == document_schema;
  };
  bool found = false;
  if (reader.value().is_array()) {
    for (const Reader& schema : reader.elements(max_document_schemas)) found = matches(schema) || found;
    if (all.empty()) reader.refuse("must name at least one schema");
  } else {
    found = matches(reader);
  }
  if (!found) {
    reader.refuse("reads documents as " + all + "; this Herald gives \"" + std::string(document_schema) + "\"",
                  "use a version of the plugin that reads them");
  }
  plugin.document_schema = document_schema;
}

/// What a plugin of the kind "library" has beside; all but the class herald_add_plugin() fills in when the
/// library is linked.
void read_library_members(const Reader& reader, PluginInfo& plugin) {
  plugin.class_name = reader.member("class").text();
  for (const char* name : {"library", "abi", "build"}) {
    if (!reader.has(name)) {
      reader.refuse(std::string("the member \"") + name + "\" is missing: this is the file as its author wrote it",
                    "use the plugin.json that the build puts beside the library");
    }
  }
  const std::string library = reader.member("library").text(255);
  if (library.find('/') != std::string::npos || library.front() == '.') {
    reader.member("library").refuse("must be the name of a file in the same folder, not \"" + library + "\"");
  }
  plugin.library = plugin.folder / library;
  const Reader abi = reader.member("abi");
  if (!abi.value().is_number_unsigned() || abi.value().get<std::uint64_t>() > 0xffffffffU) {
    abi.refuse("must be a whole number");
  }
  plugin.abi_number = abi.value().get<std::uint32_t>();
  plugin.build_tag = reader.member("build").text();
}

PluginInfo read(const std::filesystem::path& folder) {
  const std::filesystem::path path = folder / plugin_json_name;
  const json root = parse(read_file(path), path.string());
  const Reader reader(root, path.string());
  reader.object();
  check_kind(reader);

  PluginInfo plugin;
  plugin.folder = folder;
  plugin.id = reader.member("id").name("_");
  if (!is_lower(plugin.id.front())) reader.member("id").refuse("must begin with a letter");
  plugin.version = reader.member("version").text(max_name_length);
  plugin.description = reader.member("description").text();
  read_document_schema(reader.member("document_schema"), plugin);
  for (const Reader& format : reader.member("formats").elements(max_formats)) {
    plugin.formats.push_back(read_format(format));
  }
  if (plugin.formats.empty()) reader.member("formats").refuse("must offer at least one format");
  refuse_twice(reader.member("formats"), plugin.formats);
  if (reader.has("options")) {
    for (const Reader& option : reader.member("options").elements(max_options)) {
      plugin.options.push_back(read_option(option));
    }
    refuse_twice(reader.member("options"), plugin.options);
  }
  if (reader.has("templates")) {
    plugin.template_kind = reader.member("templates").object().member("kind").name();
    plugin.template_default = reader.member("templates").member("default").name();
  }
  read_library_members(reader, plugin);
  return plugin;
}

}  // namespace

Result<PluginInfo> read_plugin_json(const std::filesystem::path& folder) {
  try {
    return read(folder);
  } catch (const Error& error) {
    return error.failure();
  } catch (const std::exception& error) {
    return Failure{ErrorCode::plugin_invalid,
                   std::string("cannot be read: ") + error.what(),
                   {},
                   (folder / plugin_json_name).string()};
  }
}

}  // namespace herald::plugins
