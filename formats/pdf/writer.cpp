// The order in which a document is made: checked, its pages written as content, then fonts, structure,
// links, outline and catalog as objects, then all of it as bytes by PoDoFo's PdfWriter. Every exception
// of PoDoFo ends here.
#include <podofo/base/PdfOutputDevice.h>
#include <podofo/base/PdfRefCountedBuffer.h>
#include <podofo/base/PdfWriter.h>

#include <algorithm>

#include "formats/pdf/color_profile.hpp"
#include "formats/pdf/content.hpp"
#include "formats/pdf/metadata.hpp"
#include "formats/pdf/navigation.hpp"
#include "formats/pdf/objects.hpp"
#include "formats/pdf/pdf.hpp"
#include "formats/pdf/structure.hpp"
#include "herald/error.hpp"

namespace herald::pdf {

using PoDoFo::PdfArray;
using PoDoFo::PdfDictionary;
using PoDoFo::PdfName;
using PoDoFo::PdfObject;
using PoDoFo::PdfReference;

struct Writer::Cache {
  std::string profile = srgb_profile();
  std::string deflated_profile = deflated(profile);
};

namespace {

// Enough to mend a template by; a broken composition can break every paragraph in the same way.
constexpr std::size_t most_violations_shown = 12;

Error violation_error(const std::vector<Violation>& violations) {
  std::string message = "the composed pages break PDF/UA-1 or PDF/A-2 in " + std::to_string(violations.size()) +
                        (violations.size() == 1 ? " place: " : " places: ");
  for (std::size_t i = 0; i < std::min(violations.size(), most_violations_shown); ++i) {
    if (i > 0) message += "; ";
    message += violations[i].message + " [" + violations[i].clause + "]";
  }
  if (violations.size() > most_violations_shown) message += "; …";
  return Error(
      {ErrorCode::format_violation, std::move(message), "this is for the author of the plugin or template", ""});
}

PdfDictionary page_fonts(const PageContent& page, const FontSet& fonts, const std::vector<PdfReference>& references) {
  PdfDictionary dictionary;
  for (std::size_t i = 0; i < fonts.fonts().size(); ++i) {
    const EmbeddedFont* font = fonts.fonts()[i].get();
    if (std::find(page.fonts.begin(), page.fonts.end(), font) == page.fonts.end()) continue;
    dictionary.AddKey(PdfName(font->resource_name()), references[i]);
  }
  return dictionary;
}

/// The pages under one node: even 500 are within what readers expect of a page tree's array.
std::vector<PdfObject*> write_pages(PoDoFo::PdfVecObjects& objects, const typeset::Layout& layout,
                                    const DocumentContent& content, const FontSet& fonts, Compression compression,
                                    PdfDictionary& catalog) {
  std::vector<PdfReference> font_references;
  for (const auto& font : fonts.fonts()) font_references.push_back(font->write(objects, compression));

  PdfObject* tree = objects.CreateObject("Pages");
  catalog.AddKey("Pages", tree->Reference());
  std::vector<PdfObject*> pages;
  PdfArray kids;
  for (std::size_t i = 0; i < layout.pages.size(); ++i) {
    PdfObject* stream = objects.CreateObject();
    set_stream(*stream, content.pages[i].operators, compression);

    PdfArray box;
    for (const double edge : {0.0, 0.0, layout.pages[i].width, layout.pages[i].height}) box.push_back(number(edge));
    PdfDictionary resources;
    resources.AddKey("Font", page_fonts(content.pages[i], fonts, font_references));

    PdfObject* page = objects.CreateObject("Page");
    PdfDictionary& dictionary = page->GetDictionary();
    dictionary.AddKey("Parent", tree->Reference());
    dictionary.AddKey("MediaBox", box);
    dictionary.AddKey("Resources", resources);
    dictionary.AddKey("Contents", stream->Reference());
    pages.push_back(page);
    kids.push_back(page->Reference());
  }
  tree->GetDictionary().AddKey("Kids", kids);
  tree->GetDictionary().AddKey("Count", number(static_cast<double>(pages.size())));
  return pages;
}

/// ISO 19005-2, 6.2.3: what the colours of the pages, all DeviceRGB, mean.
PdfArray output_intents(PoDoFo::PdfVecObjects& objects, std::string_view profile, bool is_deflated) {
  PdfObject* stream = objects.CreateObject();
  stream->GetDictionary().AddKey("N", number(3));
  if (is_deflated) stream->GetDictionary().AddKey("Filter", PdfName("FlateDecode"));
  set_raw_stream(*stream, profile);

  PdfObject* intent = objects.CreateObject("OutputIntent");
  intent->GetDictionary().AddKey("S", PdfName("GTS_PDFA1"));
  intent->GetDictionary().AddKey("OutputConditionIdentifier", PoDoFo::PdfString("sRGB IEC61966-2.1"));
  intent->GetDictionary().AddKey("Info", PoDoFo::PdfString("sRGB IEC61966-2.1"));
  intent->GetDictionary().AddKey("DestOutputProfile", stream->Reference());
  PdfArray intents;
  intents.push_back(intent->Reference());
  return intents;
}

PdfDictionary dictionary_of(const char* key, bool value) {
  PdfDictionary dictionary;
  dictionary.AddKey(key, PoDoFo::PdfVariant(value));
  return dictionary;
}

std::string bytes_of(PoDoFo::PdfVecObjects& objects, const PdfReference& catalog, const PdfReference& info) {
  PdfObject trailer;
  trailer.GetDictionary().AddKey("Root", catalog);
  trailer.GetDictionary().AddKey("Info", info);

  PoDoFo::PdfWriter writer(&objects, &trailer);
  // The default would write "2 0 obj<<", against ISO 19005-2, 6.1.9.
  writer.SetWriteMode(PoDoFo::ePdfWriteMode_Clean);
  writer.SetPdfVersion(PoDoFo::ePdfVersion_1_7);
  PoDoFo::PdfRefCountedBuffer buffer;
  PoDoFo::PdfOutputDevice device(&buffer);
  writer.Write(&device);
  return {buffer.GetBuffer(), device.GetLength()};
}

std::string write_objects(const typeset::Layout& layout, const Information& information, Compression compression,
                          std::string_view profile) {
  FontSet fonts;
  const DocumentContent content = build_content(layout, fonts);

  PoDoFo::PdfVecObjects objects;
  objects.SetAutoDelete(true);
  PdfObject* catalog_object = objects.CreateObject("Catalog");
  PdfDictionary& catalog = catalog_object->GetDictionary();
  const std::vector<PdfObject*> pages = write_pages(objects, layout, content, fonts, compression, catalog);
  const std::vector<PdfObject*> annotations = write_links(objects, layout, content, pages);
  catalog.AddKey("StructTreeRoot", write_structure(objects, layout, content, pages, annotations));
  if (const auto outline = write_outline(objects, layout, pages)) {
    catalog.AddKey("Outlines", *outline);
    catalog.AddKey("PageMode", PdfName("UseOutlines"));
  }
  catalog.AddKey("Lang", text_string(layout.language));
  catalog.AddKey("MarkInfo", dictionary_of("Marked", true));
  catalog.AddKey("ViewerPreferences", dictionary_of("DisplayDocTitle", true));
  catalog.AddKey("OutputIntents", output_intents(objects, profile, compression == Compression::deflate));
  catalog.AddKey("Metadata", write_metadata(objects, information, layout.language));
  return bytes_of(objects, catalog_object->Reference(), write_info(objects, information));
}

}  // namespace

Writer::Writer() : cache_(std::make_unique<Cache>()) {
  // PoDoFo writes its messages to standard error, which belongs to the command.
  PoDoFo::PdfError::EnableLogging(false);
  PoDoFo::PdfError::EnableDebug(false);
}

Writer::~Writer() = default;

std::string Writer::write(const typeset::Layout& layout, const Information& information, Compression compression) {
  if (const auto violations = check(layout, information); !violations.empty()) throw violation_error(violations);
  try {
    return write_objects(layout, information, compression,
                         compression == Compression::deflate ? cache_->deflated_profile : cache_->profile);
  } catch (const PoDoFo::PdfError& error) {
    throw Error({ErrorCode::internal,
                 std::string("PoDoFo could not write the PDF: ") + PoDoFo::PdfError::ErrorName(error.GetError()),
                 "report this with the release that caused it", ""});
  }
}

}  // namespace herald::pdf
