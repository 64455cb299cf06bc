// The small vocabulary in which the rest of the room speaks to PoDoFo 0.9.8: text strings, names,
// numbers, streams whose bytes are compressed here, and the translation of its exceptions.
// A change to PoDoFo's next interface begins and, as far as possible, ends here.
#pragma once

#include <podofo/base/PdfArray.h>
#include <podofo/base/PdfDictionary.h>
#include <podofo/base/PdfName.h>
#include <podofo/base/PdfObject.h>
#include <podofo/base/PdfReference.h>
#include <podofo/base/PdfString.h>
#include <podofo/base/PdfVecObjects.h>

#include <string>
#include <string_view>

#include "formats/pdf/pdf.hpp"

namespace herald::pdf {

/// A text string (ISO 32000-1, 7.9.2.2): ASCII as it is, everything else as UTF-16BE. Cut to what
/// PDF/A-2 allows (6.1.13: under 32,768 bytes).
PoDoFo::PdfString text_string(std::string_view utf8);

/// A byte string, written in hexadecimal.
PoDoFo::PdfString byte_string(std::string_view bytes);

/// A length or coordinate, rounded to 1/1000 point.
PoDoFo::PdfVariant number(double value);

PoDoFo::PdfVariant name(const char* value);

/// Sets the stream of `object` to `bytes`, compressed with /FlateDecode where that is asked for.
/// PdfStream::Set would compress too, but with zlib and an allocation of its own each time, which
/// was two thirds of the cost of a document; SetRawData takes what libdeflate made.
void set_stream(PoDoFo::PdfObject& object, std::string_view bytes, Compression compression);

/// Sets the stream to bytes that are already as the stream's dictionary says.
void set_raw_stream(PoDoFo::PdfObject& object, std::string_view bytes);

/// zlib format (RFC 1950), which is what /FlateDecode reads.
std::string deflated(std::string_view bytes);

}  // namespace herald::pdf
