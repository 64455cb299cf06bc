#include "tests/formats/pdf/pdf_text.hpp"

#include <cctype>
#include <stdexcept>

namespace herald::test {

namespace {

std::string folded(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!space) {
      out.push_back(c);
    } else if (!out.empty() && out.back() != ' ') {
      out.push_back(' ');
    }
  }
  return out;
}

}  // namespace

PdfText::PdfText(std::string bytes) : bytes_(std::move(bytes)) {
  constexpr std::string_view begin = " 0 obj\n";
  for (std::size_t at = bytes_.find(begin); at != std::string::npos; at = bytes_.find(begin, at + 1)) {
    std::size_t digits = at;
    while (digits > 0 && std::isdigit(static_cast<unsigned char>(bytes_[digits - 1]))) --digits;
    const int number = std::stoi(bytes_.substr(digits, at - digits));
    const std::size_t body = at + begin.size();
    const std::size_t end = bytes_.find("endobj", body);
    const std::size_t stream = bytes_.find("stream\n", body);
    if (stream != std::string::npos && stream < end) {
      const std::size_t first = stream + 7;
      const std::size_t last = bytes_.find("endstream", first);
      streams_[number] = {first, last - first};
      bodies_[number] = folded(std::string_view(bytes_).substr(body, stream - body));
    } else {
      bodies_[number] = folded(std::string_view(bytes_).substr(body, end - body));
    }
  }
}

const std::string& PdfText::object(int number) const { return bodies_.at(number); }

std::string_view PdfText::stream(int number) const {
  const auto [first, size] = streams_.at(number);
  return std::string_view(bytes_).substr(first, size);
}

std::vector<int> PdfText::having(std::string_view words) const {
  std::vector<int> numbers;
  for (const auto& [number, body] : bodies_) {
    if (body.find(words) != std::string::npos) numbers.push_back(number);
  }
  return numbers;
}

int PdfText::only(std::string_view words) const {
  const std::vector<int> numbers = having(words);
  if (numbers.size() != 1) {
    throw std::runtime_error(std::to_string(numbers.size()) + " objects hold \"" + std::string(words) + "\"");
  }
  return numbers.front();
}

int PdfText::reference(int number, std::string_view key) const {
  const std::string& body = object(number);
  const std::size_t at = body.find(std::string(key) + " ");
  if (at == std::string::npos) throw std::runtime_error("no " + std::string(key) + " in " + body);
  return std::stoi(body.substr(body.find_first_of("0123456789", at + key.size())));
}

std::size_t count(std::string_view text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

}  // namespace herald::test
