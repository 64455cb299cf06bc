// What the command prints: tables that fit, control characters made harmless, exit codes.
#include "core/app/messages.hpp"
#include "core/app/text_table.hpp"
#include "tests/support/catch.hpp"

using namespace herald;
using namespace herald::app;

TEST_CASE("width counts columns, not bytes", "[app]") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("é") == 1);
  CHECK(display_width("e\u0301") == 1);
  CHECK(display_width("日本") == 4);
  CHECK(display_width("خمسة") == 4);
}

TEST_CASE("a table that fits is as narrow as its text", "[app]") {
  TextTable table({"A", "Long head"});
  table.add_row({"one", "x"});
  table.add_row({"日本", "y"});
  CHECK(table.render(80) ==
        "  A     Long head\n"
        "  one   x\n"
        "  日本  y\n");
}

TEST_CASE("a table that does not fit wraps its widest column at spaces", "[app]") {
  TextTable table({"A", "B"});
  table.add_row({"x", "the quick brown fox jumps over"});
  CHECK(table.render(25) ==
        "  A  B\n"
        "  x  the quick brown fox\n"
        "     jumps over\n");
  TextTable word({"A"});
  word.add_row({std::string(30, 'x')});
  CHECK(word.render(14) == "  A\n  xxxxxxxxxxxx\n  xxxxxxxxxxxx\n  xxxxxx\n");
}

TEST_CASE("no control character of a release reaches the terminal", "[app]") {
  CHECK(printable("a\x1b[31mb\nc\u0085d\x7f") == "a\uFFFD[31mb\nc\uFFFDd\uFFFD");
}

TEST_CASE("exit codes follow the kind of failure", "[app]") {
  CHECK(exit_code_of(ErrorCode::input_binary) == ExitCode::some_failed);
  CHECK(exit_code_of(ErrorCode::disk_full) == ExitCode::some_failed);
  CHECK(exit_code_of(ErrorCode::format_unknown) == ExitCode::usage);
  CHECK(exit_code_of(ErrorCode::output_clash) == ExitCode::usage);
  CHECK(exit_code_of(ErrorCode::plugin_abi) == ExitCode::plugin);
  CHECK(exit_code_of(ErrorCode::internal) == ExitCode::bug);
  CHECK(worse(ExitCode::some_failed, ExitCode::plugin) == ExitCode::plugin);
  CHECK(worse(ExitCode::bug, ExitCode::done) == ExitCode::bug);
}
