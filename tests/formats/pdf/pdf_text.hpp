// Reads back what the writer wrote without compression, with no PDF library: objects by number, white space
// folded, so that tests can say what stands in them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace herald::test {

class PdfText {
 public:
  explicit PdfText(std::string bytes);

  /// The object's body with white space folded to single spaces, streams left out.
  const std::string& object(int number) const;
  /// The bytes of the object's stream.
  std::string_view stream(int number) const;
  /// Numbers of the objects whose body holds `words`.
  std::vector<int> having(std::string_view words) const;
  /// The one object whose body holds `words`; throws where there is none or more than one.
  int only(std::string_view words) const;
  /// The object that `key` of object `number` refers to ("/K 7 0 R" -> 7); throws where it refers to none.
  int reference(int number, std::string_view key) const;

 private:
  std::string bytes_;
  std::map<int, std::string> bodies_;
  std::map<int, std::pair<std::size_t, std::size_t>> streams_;
};

std::size_t count(std::string_view text, std::string_view words);

}  // namespace herald::test
