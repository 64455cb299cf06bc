// One line a message. Nothing from a release or a file name reaches the terminal with control characters in.
#include "core/app/messages.hpp"

#include <unistd.h>

#include <cstdio>

#include "core/jobs/output_file.hpp"

namespace herald::app {
namespace {

constexpr int severity_rank(ExitCode code) {
  switch (code) {
    case ExitCode::done:
      return 0;
    case ExitCode::warnings:
      return 1;
    case ExitCode::some_failed:
      return 2;
    case ExitCode::usage:
      return 3;
    case ExitCode::plugin:
      return 4;
    case ExitCode::bug:
      return 5;
    case ExitCode::interrupted:
      return 6;
  }
  return 5;
}

void say(std::string_view kind, const std::string& text) {
  std::fprintf(stderr, "herald: %.*s: %s\n", static_cast<int>(kind.size()), kind.data(), one_line(text).c_str());
}

}  // namespace

ExitCode exit_code_of(ErrorCode code) noexcept {
  switch (code) {
    case ErrorCode::usage:
    case ErrorCode::output_clash:
    case ErrorCode::format_unknown:
    case ErrorCode::option_unknown:
    case ErrorCode::option_invalid:
    case ErrorCode::template_missing:
    case ErrorCode::plugin_missing:
      return ExitCode::usage;
    case ErrorCode::plugin_invalid:
    case ErrorCode::plugin_duplicate:
    case ErrorCode::plugin_untrusted:
    case ErrorCode::plugin_abi:
    case ErrorCode::plugin_build:
    case ErrorCode::plugin_unloadable:
    case ErrorCode::plugin_mismatch:
    case ErrorCode::plugin_failed:
      return ExitCode::plugin;
    case ErrorCode::internal:
      return ExitCode::bug;
    case ErrorCode::interrupted:
      return ExitCode::interrupted;
    default:
      return ExitCode::some_failed;
  }
}

ExitCode worse(ExitCode a, ExitCode b) noexcept { return severity_rank(a) >= severity_rank(b) ? a : b; }

void print_failure(const Failure& failure) { say("error", to_string(failure)); }

void print_warning(const Failure& failure) { say("warning", to_string(failure)); }

void print_remarks(const std::string& uri, const Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics) {
    if (diagnostic.severity == Severity::note) continue;
    std::string text = uri == "-" ? "standard input" : uri;
    if (diagnostic.span) text += ": byte " + std::to_string(diagnostic.span->begin);
    text += ": " + diagnostic.message;
    if (!diagnostic.hint.empty()) text += " (" + diagnostic.hint + ")";
    say(diagnostic.severity == Severity::error ? "error" : "warning", text);
  }
}

std::string release_name(const std::string& uri, const std::vector<Document>& documents, const Document& document) {
  if (documents.size() < 2) return uri;
  return (uri == "-" ? "standard input" : uri) + " (release " + std::to_string(&document - documents.data() + 1) + ")";
}

ExitCode fail(const Failure& failure) {
  print_failure(failure);
  return exit_code_of(failure.code);
}

void print(std::string_view text) { jobs::write_all(STDOUT_FILENO, text, "standard output"); }

// A message is one line even where a file name or a library's text has line feeds.
std::string one_line(std::string_view text) {
  std::string line = printable(text);
  for (char& c : line)
    if (c == '\n') c = ' ';
  return line;
}

std::string printable(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    // C0 and DEL; C1 controls are C2 80..9F in UTF-8.
    const bool c1 = c == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0;
    if ((c < 0x20 && c != '\n') || c == 0x7F || c1) {
      result += "\xEF\xBF\xBD";
      if (c1) ++i;
    } else {
      result += text[i];
    }
  }
  return result;
}

}  // namespace herald::app
