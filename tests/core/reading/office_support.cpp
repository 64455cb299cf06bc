#include "tests/core/reading/office_support.hpp"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace herald::test {
namespace {

void put(std::string& bytes, std::uint64_t value, int size) {
  for (int i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::string deflated(const std::string& bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib cannot begin to pack");
  std::string packed(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END)
    throw std::runtime_error("zlib cannot pack a part of a test's archive");
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::vector<ZipPart> with(std::vector<ZipPart> parts, const std::vector<ZipPart>& more) {
  for (const ZipPart& part : more) {
    std::erase_if(parts, [&](const ZipPart& known) { return known.name == part.name; });
    parts.push_back(part);
  }
  return parts;
}

constexpr const char* word_namespaces =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
    " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
    " xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\""
    " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
    " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
    " xmlns:v=\"urn:schemas-microsoft-com:vml\"";

constexpr const char* open_namespaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"";

std::string word_element(const char* name, std::string_view content) {
  return std::string("<w:") + name + word_namespaces + ">" + std::string(content) + "</w:" + name + ">";
}

}  // namespace

std::string make_zip(const std::vector<ZipPart>& parts) {
  std::string bytes;
  std::string directory;
  for (const ZipPart& part : parts) {
    const std::string packed = part.packing == Packing::deflated ? deflated(part.bytes) : part.bytes;
    const auto checksum = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(part.bytes.data()), static_cast<uInt>(part.bytes.size())) +
        part.checksum_error);
    std::string fields;
    put(fields, 20, 2);
    put(fields, part.flags, 2);
    put(fields, part.packing == Packing::deflated ? 8 : 0, 2);
    put(fields, 0x21'0000, 4);
    put(fields, checksum, 4);
    put(fields, packed.size(), 4);
    put(fields, part.bytes.size(), 4);
    put(fields, part.name.size(), 2);
    put(fields, 0, 2);
    directory += "PK\x01\x02";
    put(directory, 20, 2);
    directory += fields;
    put(directory, 0, 2 + 2 + 2);
    put(directory, 0, 4);
    put(directory, bytes.size(), 4);
    directory += part.name;
    bytes += "PK\x03\x04" + fields + part.name + packed;
  }
  const std::size_t begin = bytes.size();
  bytes += directory + "PK\x05\x06";
  put(bytes, 0, 4);
  put(bytes, parts.size(), 2);
  put(bytes, parts.size(), 2);
  put(bytes, directory.size(), 4);
  put(bytes, begin, 4);
  put(bytes, 0, 2);
  return bytes;
}

std::vector<ZipPart> docx_parts(std::string_view body, const std::vector<ZipPart>& more) {
  return with({{"[Content_Types].xml",
                "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName="
                "\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml."
                "document.main+xml\"/></Types>"},
               {"word/document.xml", word_element("document", "<w:body>" + std::string(body) + "</w:body>")}},
              more);
}

std::string docx(std::string_view body, const std::vector<ZipPart>& more) { return make_zip(docx_parts(body, more)); }

ZipPart word_styles(std::string_view styles) { return {"word/styles.xml", word_element("styles", styles)}; }
ZipPart word_numbering(std::string_view numbering) {
  return {"word/numbering.xml", word_element("numbering", numbering)};
}
ZipPart word_notes(std::string_view notes) { return {"word/footnotes.xml", word_element("footnotes", notes)}; }

ZipPart word_relationships(std::string_view relationships) {
  return {"word/_rels/document.xml.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
              std::string(relationships) + "</Relationships>"};
}

ZipPart core_properties(std::string_view properties) {
  return {"docProps/core.xml",
          "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
          "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\">" +
              std::string(properties) + "</cp:coreProperties>"};
}

std::string word_paragraph(std::string_view text, std::string_view style) {
  std::string properties;
  if (!style.empty()) properties = "<w:pPr><w:pStyle w:val=\"" + std::string(style) + "\"/></w:pPr>";
  return "<w:p>" + properties + "<w:r><w:t>" + std::string(text) + "</w:t></w:r></w:p>";
}

std::vector<ZipPart> odt_parts(std::string_view text, std::string_view styles) {
  return {{"mimetype", "application/vnd.oasis.opendocument.text"},
          {"content.xml", std::string("<office:document-content") + open_namespaces + "><office:automatic-styles>" +
                              std::string(styles) + "</office:automatic-styles><office:body><office:text>" +
                              std::string(text) + "</office:text></office:body></office:document-content>"}};
}

std::string odt(std::string_view text, std::string_view styles, const std::vector<ZipPart>& more) {
  return make_zip(with(odt_parts(text, styles), more));
}

}  // namespace herald::test
