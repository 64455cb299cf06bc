// Turns the KEY=VALUE settings of the command line into the Options that a plugin is given, by the
// declarations of its plugin.json: afterwards every declared option is set and has its type.
#include <Poco/UTF8Encoding.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>

#include "core/plugins/catalogue.hpp"

namespace herald::plugins {
namespace {

// A value goes into documents: a heading, a name. What is longer is a file pasted by mistake.
constexpr std::size_t max_value_bytes = 4096;

std::string join(const std::vector<std::string>& words) {
  std::string result;
  for (const std::string& word : words) result += (result.empty() ? "" : ", ") + word;
  return result;
}

/// A double as a person writes it: "0.5", "10".
std::string plain(double value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof(buffer), value).ptr;
  return {buffer, end};
}

Failure invalid(const PluginInfo& plugin, const OptionDeclaration& option, const std::string& message,
                std::string hint) {
  return {
      ErrorCode::option_invalid, "option \"" + option.name + "\" of " + plugin.id + " " + message, std::move(hint), {}};
}

std::string range_hint(const OptionDeclaration& option, const std::string& what) {
  if (option.minimum && option.maximum)
    return "give " + what + " from " + plain(*option.minimum) + " to " + plain(*option.maximum);
  if (option.minimum) return "give " + what + " of at least " + plain(*option.minimum);
  if (option.maximum) return "give " + what + " of at most " + plain(*option.maximum);
  return "give " + what;
}

bool is_in_range(const OptionDeclaration& option, double value) {
  return (!option.minimum || value >= *option.minimum) && (!option.maximum || value <= *option.maximum);
}

bool is_one_of(std::string_view value, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), value) != words.end();
}

/// UTF-8 without control characters: what may stand in XML, HTML and PDF alike.
bool is_clean_text(const std::string& text) {
  const Poco::UTF8Encoding encoding;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t i = 0; i < text.size();) {
    if (bytes[i] < 0x20 || bytes[i] == 0x7f) return false;
    // sequenceLength() answers 1 for a byte that begins nothing; isLegal() is what refuses that one.
    const int length = encoding.sequenceLength(bytes + i, static_cast<int>(text.size() - i));
    if (length < 1 || i + static_cast<std::size_t>(length) > text.size()) return false;
    if (!Poco::UTF8Encoding::isLegal(bytes + i, length)) return false;
    i += static_cast<std::size_t>(length);
  }
  return true;
}

Result<OptionValue> convert_text(const PluginInfo& plugin, const OptionDeclaration& option, const std::string& value) {
  if (!is_clean_text(value)) return invalid(plugin, option, "is not plain UTF-8 text", "leave out control characters");
  if (!option.choices.empty() &&
      std::find(option.choices.begin(), option.choices.end(), value) == option.choices.end()) {
    const std::string guess = nearest(value, option.choices);
    return invalid(plugin, option, "cannot be \"" + value + "\"",
                   (guess.empty() ? "" : "did you mean \"" + guess + "\"? ") + "one of " + join(option.choices));
  }
  return OptionValue(value);
}

Result<OptionValue> convert(const PluginInfo& plugin, const OptionDeclaration& option, const std::string& value) {
  if (value.size() > max_value_bytes) {
    return invalid(plugin, option, "is longer than " + std::to_string(max_value_bytes) + " bytes", "shorten it");
  }
  const char* begin = value.data();
  const char* end = begin + value.size();
  switch (option.type) {
    case OptionType::boolean:
      if (is_one_of(value, {"true", "yes", "on", "1"})) return OptionValue(true);
      if (is_one_of(value, {"false", "no", "off", "0"})) return OptionValue(false);
      return invalid(plugin, option, "is a switch, not \"" + value + "\"", "give true or false");
    case OptionType::integer: {
      std::int64_t whole = 0;
      const auto [rest, problem] = std::from_chars(begin, end, whole);
      if (problem == std::errc() && rest == end && is_in_range(option, static_cast<double>(whole))) {
        return OptionValue(whole);
      }
      return invalid(plugin, option, "cannot be \"" + value + "\"", range_hint(option, "a whole number"));
    }
    case OptionType::number: {
      double number = 0;
      const auto [rest, problem] = std::from_chars(begin, end, number);
      // from_chars reads "inf" and "nan", with which no exporter can compute.
      if (problem == std::errc() && rest == end && std::isfinite(number) && is_in_range(option, number)) {
        return OptionValue(number);
      }
      return invalid(plugin, option, "cannot be \"" + value + "\"", range_hint(option, "a number"));
    }
    case OptionType::text:
      return convert_text(plugin, option, value);
  }
  return invalid(plugin, option, "has a type that Herald does not know", {});
}

}  // namespace

Result<Options> check_options(const PluginInfo& plugin, const std::map<std::string, std::string>& settings,
                              std::vector<std::string>& unknown) {
  Options options;
  for (const OptionDeclaration& option : plugin.options)
    options.set(option.name, option.default_value, OptionSource::standard);
  for (const auto& [name, value] : settings) {
    const auto declared = std::find_if(plugin.options.begin(), plugin.options.end(),
                                       [&name = name](const OptionDeclaration& option) { return option.name == name; });
    if (declared == plugin.options.end()) {
      unknown.push_back(name);
      continue;
    }
    Result<OptionValue> converted = convert(plugin, *declared, value);
    if (!converted) return converted.error();
    options.set(name, *std::move(converted), OptionSource::user);
  }
  return options;
}

}  // namespace herald::plugins
