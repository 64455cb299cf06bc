// What the command says to a person, on standard error, and which exit code a failure has.
#pragma once

#include <string>
#include <string_view>

#include "core/app/command.hpp"
#include "herald/diagnostics.hpp"
#include "herald/document.hpp"
#include "herald/error.hpp"

namespace herald::app {

ExitCode exit_code_of(ErrorCode code) noexcept;

/// Of two exit codes the one that says more: a bug over a plugin's failure over a failed input.
ExitCode worse(ExitCode a, ExitCode b) noexcept;

/// "herald: error: FILE: what is wrong (what to do)"
void print_failure(const Failure& failure);

/// The same as a warning, for what is left out and stops nothing.
void print_warning(const Failure& failure);

/// "herald: warning: FILE:BYTE: message (hint)"; notes are left out.
void print_remarks(const std::string& uri, const Diagnostics& diagnostics);

/// How a release of an input is called in messages: "both.txt (release 2)" where there are several. `document` must be
/// one of them.
std::string release_name(const std::string& uri, const std::vector<Document>& documents, const Document& document);

/// The failure printed, and its exit code.
ExitCode fail(const Failure& failure);

/// To standard output, all of it. Throws herald::Error when the reader has gone away or the disk is full.
void print(std::string_view text);

/// Control characters made visible, so that no release can send escape sequences to a terminal. Line feeds
/// stay.
std::string printable(std::string_view text);

/// The same with line feeds as spaces: a file's name may have them.
std::string one_line(std::string_view text);

}  // namespace herald::app
