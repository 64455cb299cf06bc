// What the document says about itself, twice: the Info dictionary and the XMP packet, from one source so
// that they are equal (ISO 19005-1, 6.7.3 asks for it; the later parts leave it to good sense).
#pragma once

#include <string>

#include "formats/pdf/objects.hpp"

namespace herald::pdf {

/// The XMP packet with the identification of PDF/UA-1 (ISO 14289-1, 5) and PDF/A-2a (ISO 19005-2, 6.6.4)
/// and the extension schema that PDF/A wants for the former (6.6.2.3).
std::string xmp_packet(const Information& information, const std::string& language);

PoDoFo::PdfReference write_metadata(PoDoFo::PdfVecObjects& objects, const Information& information,
                                    const std::string& language);

PoDoFo::PdfReference write_info(PoDoFo::PdfVecObjects& objects, const Information& information);

}  // namespace herald::pdf
