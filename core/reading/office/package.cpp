// Relationships and content types; what a package is, is told here, and what it is not is refused here.
#include "core/reading/office/package.hpp"

#include <algorithm>
#include <vector>

#include "core/reading/office/office.hpp"
#include "core/reading/office/xml.hpp"

namespace herald::reading {
namespace {

/// A target as a name in the archive: relative to its source's folder, or to the root behind a slash. What leads
/// out of the archive ends at its root, where no such part is.
std::string part_name(std::string_view source, std::string_view target) {
  std::vector<std::string_view> folders;
  const auto add = [&](std::string_view path) {
    for (std::size_t begin = 0; begin < path.size();) {
      const std::size_t end = std::min(path.find('/', begin), path.size());
      const std::string_view step = path.substr(begin, end - begin);
      if (step == "..") {
        if (!folders.empty()) folders.pop_back();
      } else if (!step.empty() && step != ".") {
        folders.push_back(step);
      }
      begin = end + 1;
    }
  };
  if (!target.starts_with('/')) add(source.substr(0, source.rfind('/') + 1));
  add(target);
  std::string name;
  for (const std::string_view step : folders) name.append(name.empty() ? "" : "/").append(step);
  return name;
}

class RelationshipReader final : public XmlHandler {
 public:
  RelationshipReader(std::string_view source, Relationships& relationships)
      : source_(source), relationships_(relationships) {}

  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (name != "rel:Relationship") return;
    const std::string_view type = attributes.get("Type");
    const bool external = attributes.get("TargetMode") == "External";
    const std::string_view target = attributes.get("Target");
    relationships_.emplace(attributes.get("Id"),
                           Relationship{std::string(type.substr(type.rfind('/') + 1)),
                                        external ? std::string(target) : part_name(source_, target), external});
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

 private:
  std::string_view source_;
  Relationships& relationships_;
};

/// What the main part of the package is, by [Content_Types].xml.
class ContentTypesReader final : public XmlHandler {
 public:
  void start(std::string_view, const XmlAttributes& attributes) override {
    const std::string_view type = attributes.get("ContentType");
    if (type.find("main+xml") == std::string_view::npos) return;
    if (type.find("wordprocessingml") != std::string_view::npos || type.find("ms-word.") != std::string_view::npos)
      what_ = "word";
    else if (type.find("spreadsheetml") != std::string_view::npos)
      what_ = "a workbook";
    else if (type.find("presentationml") != std::string_view::npos)
      what_ = "a presentation";
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}
  std::string_view what() const { return what_; }

 private:
  std::string_view what_;
};

Failure other_document(std::string_view what) {
  return {ErrorCode::input_binary,
          "this is " + std::string(what) + ", not the text of a release",
          "copy its text into a .docx, an .odt or a text file",
          {}};
}

}  // namespace

Result<Relationships> read_relationships(Archive& archive, std::string_view part) {
  const std::size_t folder = part.rfind('/') + 1;
  const std::string name = std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
  Relationships relationships;
  if (!archive.has(name)) return relationships;
  const Result<std::string> xml = archive.read(name);
  if (!xml) return xml.error();
  RelationshipReader reader(part, relationships);
  if (Result<void> parsed = parse_xml(*xml, name, reader); !parsed) return parsed.error();
  return relationships;
}

std::string target_of(const Relationships& relationships, std::string_view type, std::string_view otherwise) {
  for (const auto& [id, relationship] : relationships) {
    if (relationship.type == type && !relationship.external) return relationship.target;
  }
  return std::string(otherwise);
}

Result<OfficeFormat> office_format(Archive& archive) {
  if (archive.has("[Content_Types].xml")) {
    const Result<std::string> xml = archive.read("[Content_Types].xml");
    if (!xml) return xml.error();
    ContentTypesReader reader;
    if (Result<void> parsed = parse_xml(*xml, "[Content_Types].xml", reader); !parsed) return parsed.error();
    if (reader.what() == "word") return OfficeFormat::docx;
    if (!reader.what().empty()) return other_document(reader.what());
  }
  if (archive.has("mimetype")) {
    const Result<std::string> type = archive.read("mimetype");
    if (!type) return type.error();
    constexpr std::string_view open_document = "application/vnd.oasis.opendocument.";
    if (type->starts_with(open_document)) {
      const std::string_view kind = std::string_view(*type).substr(open_document.size());
      if (kind.starts_with("text")) return OfficeFormat::odt;
      return other_document("an OpenDocument " + std::string(kind.substr(0, kind.find_first_of("- \r\n"))));
    }
    if (type->starts_with("application/epub+zip")) return other_document("an e-book");
  }
  return Failure{ErrorCode::input_binary,
                 "this is a ZIP archive, not the text of a release",
                 "unpack it and name the release in it; office documents are read as .docx and .odt",
                 {}};
}

}  // namespace herald::reading
