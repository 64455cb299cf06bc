// Names of C++ symbols and types as a person writes them, for messages.
#pragma once

#include <string>

namespace herald::plugins {

/// "herald::fixtures::lost()" for "_ZN6herald8fixtures4lostEv"; what is not a mangled name as it is.
std::string demangled(const std::string& name);

/// Each mangled name in a text of the dynamic linker put into words.
std::string with_demangled_symbols(const std::string& text);

/// A text of anybody's on one line, control characters as spaces, cut at a length that a message bears.
std::string one_line(const std::string& text);

}  // namespace herald::plugins
