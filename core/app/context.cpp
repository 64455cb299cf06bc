// What subcommands look up: the installation, the plugins, the languages.
#include <filesystem>

#include "core/app/command.hpp"
#include "core/app/messages.hpp"
#include "core/jobs/resources.hpp"
#include "herald/result.hpp"

namespace herald::app {

const jobs::Installation& Context::installation() {
  if (!installation_) installation_ = jobs::locate_installation().value_or_throw();
  return *installation_;
}

plugins::Catalogue Context::catalogue() {
  std::vector<std::filesystem::path> extra(plugin_folders.begin(), plugin_folders.end());
  return plugins::Catalogue::scan(plugins::plugin_folders(extra, installation().plugins));
}

language::Packs Context::packs() {
  std::vector<Failure> broken;
  language::Packs found = packs(broken);
  for (const Failure& failure : broken)
    if (!quiet) print_warning(failure);
  return found;
}

language::Packs Context::packs(std::vector<Failure>& broken) {
  return language::load_packs(installation().languages, jobs::user_languages(), broken).value_or_throw();
}

Labels Context::english_labels() {
  Diagnostics ignored;  // about labels that the user's templates lack: of no use to who only looks
  return jobs::load_labels("en", installation().template_roots(), ignored).value_or_throw();
}

}  // namespace herald::app
