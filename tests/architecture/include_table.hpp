// The include table of include_table.txt, and the judging of files by it. Knows no file of the tree:
// what is read, and from where, is the test's matter.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace herald::architecture {

class IncludeTable {
 public:
  /// Reads the text of the table; throws std::runtime_error with the line where it does not make sense.
  static IncludeTable parse(std::string_view text);

  /// The includes of a file that the table does not allow, each as one line
  /// "core/facts/dates.cpp:12: … may not include …". `path` is from the root of the tree.
  std::vector<std::string> violations(const std::string& path, std::string_view text) const;

 private:
  struct Room {
    std::string folder;
    std::vector<std::string> allowed;
  };
  struct Exclusive {
    std::string place;
    std::vector<std::string> headers;
  };

  const Room* room_of(const std::string& path) const;
  bool is_allowed(const Room& room, const std::string& path, const std::string& header, bool quoted) const;

  std::map<std::string, std::vector<std::string>> libraries_;
  std::vector<Room> rooms_;
  std::vector<Exclusive> exclusives_;
};

}  // namespace herald::architecture
