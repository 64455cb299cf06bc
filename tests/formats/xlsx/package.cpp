// A zip reader of the few things that a workbook has, and cells by regular expressions.
#include "tests/formats/xlsx/package.hpp"

#include <zlib.h>

#include <cstdint>
#include <regex>
#include <stdexcept>
#include <utility>
#include <vector>

namespace herald::test {
namespace {

std::uint32_t number(const std::string& bytes, std::size_t at, std::size_t size) {
  std::uint32_t value = 0;
  for (std::size_t i = size; i-- > 0;) value = value << 8U | static_cast<std::uint8_t>(bytes.at(at + i));
  return value;
}

std::string inflate_part(const std::string& bytes, std::size_t at, std::size_t packed, std::size_t size) {
  std::string text(size, '\0');
  z_stream stream{};
  inflateInit2(&stream, -MAX_WBITS);
  std::string input = bytes.substr(at, packed);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(text.data());
  stream.avail_out = static_cast<uInt>(text.size());
  const int status = inflate(&stream, Z_FINISH);
  inflateEnd(&stream);
  if (status != Z_STREAM_END) throw std::runtime_error("a part does not inflate");
  return text;
}

}  // namespace

std::map<std::string, std::string> read_package(const std::string& bytes) {
  const std::size_t end = bytes.rfind("PK\5\6");
  if (end == std::string::npos) throw std::runtime_error("no zip file");
  std::map<std::string, std::string> parts;
  std::size_t entry = number(bytes, end + 16, 4);
  for (std::uint32_t left = number(bytes, end + 10, 2); left > 0; --left) {
    const std::size_t packed = number(bytes, entry + 20, 4);
    const std::size_t size = number(bytes, entry + 24, 4);
    const std::size_t name = number(bytes, entry + 28, 2);
    const std::size_t local = number(bytes, entry + 42, 4);
    const std::size_t data = local + 30 + number(bytes, local + 26, 2) + number(bytes, local + 28, 2);
    parts[bytes.substr(entry + 46, name)] = inflate_part(bytes, data, packed, size);
    entry += 46 + name + number(bytes, entry + 30, 2) + number(bytes, entry + 32, 2);
  }
  return parts;
}

std::string unescape(std::string text) {
  const std::pair<const char*, const char*> entities[] = {
      {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}, {"&amp;", "&"}};
  for (const auto& [entity, character] : entities)
    for (std::size_t at = text.find(entity); at != std::string::npos; at = text.find(entity, at + 1))
      text.replace(at, std::string(entity).size(), character);
  return text;
}

std::map<std::string, ReadCell> read_cells(const std::map<std::string, std::string>& parts, int sheet) {
  std::vector<std::string> texts;
  if (const auto shared = parts.find("xl/sharedStrings.xml"); shared != parts.end()) {
    // No regular expression here: std::regex runs out of stack on a text of 32,767 characters.
    for (std::size_t at = shared->second.find("<si>"); at != std::string::npos;
         at = shared->second.find("<si>", at + 1)) {
      const std::size_t begin = shared->second.find('>', at + 4) + 1;
      texts.push_back(unescape(shared->second.substr(begin, shared->second.find("</t>", begin) - begin)));
    }
  }
  std::map<std::string, ReadCell> cells;
  const std::string& xml = parts.at("xl/worksheets/sheet" + std::to_string(sheet) + ".xml");
  static const std::regex cell(R"re(<c r="([A-Z]+[0-9]+)"(?: s="([0-9]+)")?(?: t="([a-z]+)")?><v>([^<]*)</v></c>)re");
  for (std::sregex_iterator it(xml.begin(), xml.end(), cell), last; it != last; ++it) {
    const std::string type = (*it)[3];
    cells[(*it)[1]] = {type, type == "s" ? texts.at(std::stoul((*it)[4])) : (*it)[4].str(), (*it)[2]};
  }
  return cells;
}

std::size_t count(const std::string& text, const std::string& piece) {
  std::size_t found = 0;
  for (std::size_t at = text.find(piece); at != std::string::npos; at = text.find(piece, at + piece.size())) ++found;
  return found;
}

}  // namespace herald::test
