// What the command prints: tables that fit, facts of any number, control characters made harmless, exit codes.
#include <nlohmann/json.hpp>

#include "core/app/facts_report.hpp"
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

TEST_CASE("a cell of any length is wrapped in one pass", "[app]") {
  // At one look at the rest a line this would take minutes, and the run of the tests would be ended.
  std::string text;
  while (text.size() < 3000000) text += "word ";
  TextTable table({"A", "B"});
  table.add_row({"x", text});
  const std::string rendered = table.render(60);
  CHECK(std::count(rendered.begin(), rendered.end(), '\n') > 50000);
}

TEST_CASE("facts of one endless sentence do not each carry all of it", "[app]") {
  Document document;
  for (int i = 0; i < 3000; ++i) {
    document.source.text += "Zürich übergibt – ";
    const auto end = static_cast<std::uint32_t>(document.source.text.size());
    Figure figure;
    figure.provenance.span = {end, end + 2};
    document.facts.figures.push_back(figure);
    document.source.text += "12 ";
  }
  document.blocks = {{BlockKind::paragraph, 0, false, 0, 1, "", {}, {0, 0}}};
  document.sentences = {{{0, static_cast<std::uint32_t>(document.source.text.size())}, 0}};
  const std::string text = facts_json(document, JsonForm::line);
  CHECK(text.size() < 3000 * 1500);
  const auto figures = nlohmann::json::parse(text).at("figures");
  const auto sentence = [&](std::size_t i) { return figures.at(i).at("sentence").get<std::string>(); };
  CHECK(sentence(0).starts_with("Zürich übergibt – 12"));
  CHECK(sentence(0).ends_with("…"));
  CHECK(sentence(1500).starts_with("…"));
  CHECK(sentence(1500).ends_with("…"));
  CHECK(sentence(2999).ends_with("Zürich übergibt – 12"));
  for (std::size_t i = 0; i < figures.size(); ++i) CHECK(sentence(i).find("\uFFFD") == std::string::npos);
  // A sentence of prose stands whole.
  document.sentences = {{{0, 900}, 0}};
  CHECK(nlohmann::json::parse(facts_json(document, JsonForm::line)).at("figures").at(0).at("sentence") ==
        sentence_text(document, 0));
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
