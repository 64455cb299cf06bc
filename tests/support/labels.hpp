// The labels of a language, flattened as the host hands them to a plugin ("date.m1"), for tests.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <string>

#include "herald/presentation.hpp"

namespace herald::test {

inline void flatten(const toml::table& table, const std::string& prefix, herald::Labels& labels) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + std::string(key.str());
    if (const toml::table* inner = node.as_table())
      flatten(*inner, name + ".", labels);
    else if (const auto text = node.value<std::string>())
      labels[name] = *text;
  }
}

inline herald::Labels labels_of(const std::string& language) {
  const auto file =
      std::filesystem::path(HERALD_TEST_SOURCE_DIR).parent_path() / "templates/labels" / (language + ".toml");
  herald::Labels labels;
  flatten(toml::parse_file(file.string()), "", labels);
  return labels;
}

}  // namespace herald::test
