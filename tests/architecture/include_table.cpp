// See include_table.hpp.
#include "tests/architecture/include_table.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace herald::architecture {
namespace {

struct Include {
  std::size_t line = 0;
  std::string header;
  bool quoted = false;
};

bool begins_with(std::string_view text, std::string_view head) { return text.substr(0, head.size()) == head; }

/// `header` is `name`, or lies below it where `name` is a folder ("Poco/").
bool matches(std::string_view header, std::string_view name) {
  return name.back() == '/' ? begins_with(header, name) : header == name;
}

/// `path` is `place` or lies below it; "*" in `place` stands for any one folder.
bool lies_below(std::string_view path, std::string_view place) {
  while (!place.empty()) {
    const std::string_view part = place.substr(0, place.find('/'));
    const std::string_view step = path.substr(0, path.find('/'));
    if (step.empty() || (part != "*" && part != step)) return false;
    place.remove_prefix(std::min(part.size() + 1, place.size()));
    path.remove_prefix(std::min(step.size() + 1, path.size()));
  }
  return true;
}

/// #include and #  include, in live code and in dead: what is switched off today is on tomorrow.
std::vector<Include> includes_of(std::string_view text) {
  std::vector<Include> found;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (std::size_t number = 1; std::getline(lines, line); ++number) {
    std::size_t at = line.find_first_not_of(" \t");
    if (at == std::string::npos || line[at] != '#') continue;
    at = line.find_first_not_of(" \t", at + 1);
    if (at == std::string::npos || line.compare(at, 7, "include") != 0) continue;
    const std::size_t open = line.find_first_of("<\"", at);
    if (open == std::string::npos) continue;
    const std::size_t close = line.find(line[open] == '<' ? '>' : '"', open + 1);
    if (close == std::string::npos) continue;
    found.push_back({number, line.substr(open + 1, close - open - 1), line[open] == '"'});
  }
  return found;
}

}  // namespace

IncludeTable IncludeTable::parse(std::string_view text) {
  IncludeTable table;
  std::istringstream lines{std::string(text)};
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::istringstream words(line.substr(0, line.find('#')));
    std::string kind;
    std::string name;
    std::vector<std::string> list;
    if (!(words >> kind)) continue;
    words >> name;
    for (std::string word; words >> word;) {
      if (word != ":") list.push_back(word);
    }
    if (name.empty() || list.empty()) throw std::runtime_error("line " + std::to_string(number) + ": " + line);
    if (kind == "library") {
      table.libraries_[name] = list;
    } else if (kind == "room") {
      table.rooms_.push_back({name, list});
    } else if (kind == "only") {
      table.exclusives_.push_back({name, list});
    } else {
      throw std::runtime_error("line " + std::to_string(number) + ": what is \"" + kind + "\"?");
    }
  }
  for (const Room& room : table.rooms_) {
    for (const std::string& word : room.allowed) {
      const bool is_path = word.find('/') != std::string::npos;
      if (is_path || word == "std" || word == "local" || table.libraries_.count(word) != 0) continue;
      throw std::runtime_error("room " + room.folder + ": there is no library \"" + word + "\"");
    }
  }
  return table;
}

const IncludeTable::Room* IncludeTable::room_of(const std::string& path) const {
  const Room* best = nullptr;
  for (const Room& room : rooms_) {
    if (lies_below(path, room.folder) && (best == nullptr || room.folder.size() > best->folder.size())) best = &room;
  }
  return best;
}

bool IncludeTable::is_allowed(const Room& room, const std::string& path, const std::string& header, bool quoted) const {
  const bool is_standard = !quoted && header.find_first_of("./") == std::string::npos;
  // The file's own room: with "plugins/*", only the one plugin that the file belongs to.
  std::size_t depth = static_cast<std::size_t>(std::count(room.folder.begin(), room.folder.end(), '/')) + 1;
  std::size_t end = 0;
  while (depth-- > 0) end = path.find('/', end) + 1;
  if (end > 0 && begins_with(header, path.substr(0, end))) return true;
  if (room.folder == "core/include" && begins_with(header, "herald/")) return true;

  return std::any_of(room.allowed.begin(), room.allowed.end(), [&](const std::string& word) {
    if (word == "std") return is_standard;
    if (word == "local") return quoted && header.find('/') == std::string::npos;
    const auto library = libraries_.find(word);
    if (library == libraries_.end()) return matches(header, word);
    return std::any_of(library->second.begin(), library->second.end(),
                       [&](const std::string& name) { return matches(header, name); });
  });
}

std::vector<std::string> IncludeTable::violations(const std::string& path, std::string_view text) const {
  std::vector<std::string> found;
  const Room* room = room_of(path);
  if (room == nullptr) return {path + ": lies in no room of tests/architecture/include_table.txt"};
  for (const Include& include : includes_of(text)) {
    const std::string place = path + ":" + std::to_string(include.line) + ": ";
    if (include.header.find("..") != std::string::npos) {
      found.push_back(place + "\"" + include.header + "\" is to be written from the root of the tree");
    } else if (!is_allowed(*room, path, include.header, include.quoted)) {
      found.push_back(place + room->folder + " may not include " + include.header);
    }
    if (begins_with(path, "tests/")) continue;
    for (const Exclusive& exclusive : exclusives_) {
      const bool is_its = std::any_of(exclusive.headers.begin(), exclusive.headers.end(),
                                      [&](const std::string& name) { return matches(include.header, name); });
      if (is_its && !lies_below(path, exclusive.place)) {
        found.push_back(place + include.header + " is for " + exclusive.place + " alone");
      }
    }
  }
  return found;
}

}  // namespace herald::architecture
