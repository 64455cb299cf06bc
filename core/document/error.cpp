// Names of error codes, the one-line form of a failure, and the home of herald::Error's type.
#include "herald/error.hpp"

namespace herald {

std::string_view error_code_name(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::usage:
      return "usage";
    case ErrorCode::input_missing:
      return "input_missing";
    case ErrorCode::input_unreadable:
      return "input_unreadable";
    case ErrorCode::input_empty:
      return "input_empty";
    case ErrorCode::input_binary:
      return "input_binary";
    case ErrorCode::input_too_large:
      return "input_too_large";
    case ErrorCode::input_undecodable:
      return "input_undecodable";
    case ErrorCode::input_invalid:
      return "input_invalid";
    case ErrorCode::output_clash:
      return "output_clash";
    case ErrorCode::output_unwritable:
      return "output_unwritable";
    case ErrorCode::disk_full:
      return "disk_full";
    case ErrorCode::format_unknown:
      return "format_unknown";
    case ErrorCode::option_unknown:
      return "option_unknown";
    case ErrorCode::option_invalid:
      return "option_invalid";
    case ErrorCode::template_missing:
      return "template_missing";
    case ErrorCode::template_invalid:
      return "template_invalid";
    case ErrorCode::font_missing:
      return "font_missing";
    case ErrorCode::data_missing:
      return "data_missing";
    case ErrorCode::plugin_missing:
      return "plugin_missing";
    case ErrorCode::plugin_invalid:
      return "plugin_invalid";
    case ErrorCode::plugin_duplicate:
      return "plugin_duplicate";
    case ErrorCode::plugin_untrusted:
      return "plugin_untrusted";
    case ErrorCode::plugin_abi:
      return "plugin_abi";
    case ErrorCode::plugin_build:
      return "plugin_build";
    case ErrorCode::plugin_unloadable:
      return "plugin_unloadable";
    case ErrorCode::plugin_mismatch:
      return "plugin_mismatch";
    case ErrorCode::plugin_failed:
      return "plugin_failed";
    case ErrorCode::format_violation:
      return "format_violation";
    case ErrorCode::interrupted:
      return "interrupted";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

std::string to_string(const Failure& failure) {
  std::string line;
  if (!failure.location.empty()) line = failure.location + ": ";
  line += failure.message;
  if (!failure.hint.empty()) line += " (" + failure.hint + ")";
  return line;
}

Error::Error(Failure failure) : std::runtime_error(to_string(failure)), failure_(std::move(failure)) {}

Error::~Error() = default;

}  // namespace herald
