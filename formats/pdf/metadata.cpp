// See metadata.hpp. Property names are those of ISO 16684-1 (XMP) and its Dublin Core mapping.
#include "formats/pdf/metadata.hpp"

#include <fmt/format.h>

#include <chrono>

#include "formats/pdf/unicode.hpp"

namespace herald::pdf {

namespace {

struct CivilTime {
  int year;
  unsigned month, day;
  long hour, minute, second;
};

CivilTime civil_time(std::int64_t seconds_since_1970) {
  using namespace std::chrono;
  const sys_seconds time{seconds{seconds_since_1970}};
  const auto days = floor<std::chrono::days>(time);
  const year_month_day date{days};
  const hh_mm_ss clock{time - days};
  return {static_cast<int>(date.year()),     static_cast<unsigned>(date.month()),
          static_cast<unsigned>(date.day()), clock.hours().count(),
          clock.minutes().count(),           clock.seconds().count()};
}

std::string pdf_date(std::int64_t time) {
  const CivilTime t = civil_time(time);
  return fmt::format("D:{:04}{:02}{:02}{:02}{:02}{:02}Z", t.year, t.month, t.day, t.hour, t.minute, t.second);
}

std::string xmp_date(std::int64_t time) {
  const CivilTime t = civil_time(time);
  return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", t.year, t.month, t.day, t.hour, t.minute, t.second);
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out.push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out.push_back(static_cast<char>(0xC0 | (c >> 6)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out.push_back(static_cast<char>(0xE0 | (c >> 12)));
    out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out.push_back(static_cast<char>(0xF0 | (c >> 18)));
    out.push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
    out.push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

/// Character data of XML 1.0: the characters that PDF text may hold, with the three that XML reserves.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char32_t c : readable(text)) {
    switch (c) {
      case U'&':
        out += "&amp;";
        break;
      case U'<':
        out += "&lt;";
        break;
      case U'>':
        out += "&gt;";
        break;
      default:
        append_utf8(out, c);
    }
  }
  return out;
}

std::string joined(const std::vector<std::string>& words) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += ", ";
    all += word;
  }
  return all;
}

// The description of pdfuaid:part that a PDF/A file owes its reader (ISO 19005-2, 6.6.2.3.3).
constexpr std::string_view extension_schema = R"( <rdf:Description rdf:about=""
   xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
   xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
   xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
  <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
   <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
   <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
   <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
   <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
    <pdfaProperty:name>part</pdfaProperty:name>
    <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
    <pdfaProperty:category>internal</pdfaProperty:category>
    <pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description>
   </rdf:li></rdf:Seq></pdfaSchema:property>
  </rdf:li></rdf:Bag></pdfaExtension:schemas>
 </rdf:Description>
)";

}  // namespace

std::string xmp_packet(const Information& information, const std::string& language) {
  const std::string date = xmp_date(information.creation_time);
  std::string xmp =
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      " <rdf:Description rdf:about=\"\"\n"
      "   xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
      "   xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"\n"
      "   xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"
      "  <dc:format>application/pdf</dc:format>\n";
  xmp += "  <dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(information.title) +
         "</rdf:li></rdf:Alt></dc:title>\n";
  if (!information.author.empty()) {
    xmp += "  <dc:creator><rdf:Seq><rdf:li>" + escaped(information.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
  }
  if (!information.subject.empty()) {
    xmp += "  <dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(information.subject) +
           "</rdf:li></rdf:Alt></dc:description>\n";
  }
  if (!information.keywords.empty()) {
    xmp += "  <dc:subject><rdf:Bag>";
    for (const std::string& keyword : information.keywords) xmp += "<rdf:li>" + escaped(keyword) + "</rdf:li>";
    xmp += "</rdf:Bag></dc:subject>\n  <pdf:Keywords>" + escaped(joined(information.keywords)) + "</pdf:Keywords>\n";
  }
  xmp += "  <dc:language><rdf:Bag><rdf:li>" + escaped(language) + "</rdf:li></rdf:Bag></dc:language>\n";
  if (!information.creator.empty()) {
    xmp += "  <xmp:CreatorTool>" + escaped(information.creator) + "</xmp:CreatorTool>\n";
  }
  xmp += "  <xmp:CreateDate>" + date + "</xmp:CreateDate>\n  <xmp:ModifyDate>" + date + "</xmp:ModifyDate>\n";
  if (!information.producer.empty()) {
    xmp += "  <pdf:Producer>" + escaped(information.producer) + "</pdf:Producer>\n";
  }
  xmp +=
      "  <pdfaid:part>2</pdfaid:part>\n"
      "  <pdfaid:conformance>A</pdfaid:conformance>\n"
      "  <pdfuaid:part>1</pdfuaid:part>\n"
      " </rdf:Description>\n";
  xmp += extension_schema;
  return xmp + "</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>";
}

PoDoFo::PdfReference write_metadata(PoDoFo::PdfVecObjects& objects, const Information& information,
                                    const std::string& language) {
  PoDoFo::PdfObject* object = objects.CreateObject("Metadata");
  object->GetDictionary().AddKey("Subtype", PoDoFo::PdfName("XML"));
  // Never compressed, so that tools without a PDF parser find it.
  set_raw_stream(*object, xmp_packet(information, language));
  return object->Reference();
}

PoDoFo::PdfReference write_info(PoDoFo::PdfVecObjects& objects, const Information& information) {
  PoDoFo::PdfObject* object = objects.CreateObject();
  PoDoFo::PdfDictionary& info = object->GetDictionary();
  const auto add = [&info](const char* key, const std::string& value) {
    if (!value.empty()) info.AddKey(key, text_string(value));
  };
  add("Title", information.title);
  add("Author", information.author);
  add("Subject", information.subject);
  add("Keywords", joined(information.keywords));
  add("Creator", information.creator);
  add("Producer", information.producer);
  // Given here, because PoDoFo would take the clock's time where they are missing.
  info.AddKey("CreationDate", PoDoFo::PdfString(pdf_date(information.creation_time)));
  info.AddKey("ModDate", PoDoFo::PdfString(pdf_date(information.creation_time)));
  return object->Reference();
}

}  // namespace herald::pdf
