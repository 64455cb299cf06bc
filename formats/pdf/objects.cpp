// See objects.hpp. Nothing here knows of pages, fonts or structure.
#include "formats/pdf/objects.hpp"

#include <libdeflate.h>
#include <podofo/base/PdfInputStream.h>
#include <podofo/base/PdfStream.h>

#include <algorithm>
#include <cmath>
#include <memory>

#include "formats/pdf/unicode.hpp"
#include "herald/error.hpp"

namespace herald::pdf {

namespace {

// Half of the limit of 32,767 bytes, because a byte of UTF-8 becomes two of UTF-16.
constexpr std::size_t longest_text = 16000;

// Level 6 is where libdeflate stops gaining for text and fonts of this size: level 9 saves 1 % and
// takes three times as long.
constexpr int compression_level = 6;

struct FreeCompressor {
  void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

libdeflate_compressor* compressor() {
  // One a thread: making one costs as much as compressing a page.
  thread_local const std::unique_ptr<libdeflate_compressor, FreeCompressor> instance(
      libdeflate_alloc_compressor(compression_level));
  if (!instance) throw Error({ErrorCode::internal, "no memory for the compressor of the PDF", "", ""});
  return instance.get();
}

}  // namespace

PoDoFo::PdfString text_string(std::string_view utf8) {
  const std::u32string text = readable(shortened(utf8, longest_text));
  const bool ascii = std::all_of(text.begin(), text.end(), [](char32_t c) { return c < 0x7F; });
  std::string bytes;
  if (ascii) {
    bytes.assign(text.begin(), text.end());
    return {bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()), false};
  }
  bytes = "\xFE\xFF";
  for (const char32_t c : text) append_utf16be(bytes, c);
  return {bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()), true};
}

PoDoFo::PdfString byte_string(std::string_view bytes) {
  return {bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()), true};
}

PoDoFo::PdfVariant number(double value) {
  const double rounded = std::round(value * 1000.0) / 1000.0;
  if (rounded == std::round(rounded)) return PoDoFo::PdfVariant(static_cast<PoDoFo::pdf_int64>(rounded));
  return PoDoFo::PdfVariant(rounded);
}

PoDoFo::PdfVariant name(const char* value) { return PoDoFo::PdfVariant(PoDoFo::PdfName(value)); }

std::string deflated(std::string_view bytes) {
  std::string out(libdeflate_zlib_compress_bound(compressor(), bytes.size()), '\0');
  out.resize(libdeflate_zlib_compress(compressor(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}

void set_raw_stream(PoDoFo::PdfObject& object, std::string_view bytes) {
  PoDoFo::PdfMemoryInputStream input(bytes.data(), static_cast<PoDoFo::pdf_long>(bytes.size()));
  object.GetStream()->SetRawData(&input, static_cast<PoDoFo::pdf_long>(bytes.size()));
}

void set_stream(PoDoFo::PdfObject& object, std::string_view bytes, Compression compression) {
  if (compression == Compression::none) return set_raw_stream(object, bytes);
  object.GetDictionary().AddKey("Filter", PoDoFo::PdfName("FlateDecode"));
  set_raw_stream(object, deflated(bytes));
}

}  // namespace herald::pdf
