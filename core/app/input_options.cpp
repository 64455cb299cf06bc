// The options that all commands which read an input share: --from, --split, --corrections.
#include <CLI/CLI.hpp>

#include "core/app/command.hpp"
#include "core/reading/kind.hpp"

namespace herald::app {

void add_from_option(CLI::App& command, std::string& from) {
  const auto check = [](const std::string& name) {
    return reading::kind_by_name(name) ? std::string()
                                       : "\"" + name + "\" is no kind of input: say " + reading::kind_names();
  };
  command.add_option("--from", from, "Read the input as this kind, whatever it seems to be: " + reading::kind_names())
      ->type_name("KIND")
      ->check(CLI::Validator(check, ""));
}

void add_split_option(CLI::App& command, reading::Several& several) {
  const auto use = [&several](std::int64_t count) {
    if (count > 0) several = reading::Several::all;
  };
  command.add_flag_function("--split", use,
                            "Read all releases of an input, not the first alone: texts parted by ====, "
                            "header lines, e-mails, versions in other languages");
}

void add_corrections_options(CLI::App& command, jobs::CorrectionsChoice& choice) {
  CLI::Option* file =
      command
          .add_option("--corrections", choice.file,
                      "What a person has put right (herald-corrections/1); without it INPUT.herald.json, where it is")
          ->type_name("FILE");
  command.add_flag("!--no-corrections", choice.use, "As Herald reads it by itself")->excludes(file);
}

}  // namespace herald::app
