// Format: ICC.1:2001-04 (version 2.4 of the profile format; "ICC.1" below). Colours: IEC 61966-2-1, its
// primaries adapted from D65 to the profile connection space's D50 by the Bradford transform.
#include "formats/pdf/color_profile.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace herald::pdf {

namespace {

void append_16(std::string& out, std::uint32_t value) {
  out.push_back(static_cast<char>((value >> 8) & 0xFF));
  out.push_back(static_cast<char>(value & 0xFF));
}

void append_32(std::string& out, std::uint32_t value) {
  append_16(out, value >> 16);
  append_16(out, value & 0xFFFF);
}

/// XYZType (ICC.1, 6.5.26) of three s15Fixed16Numbers.
std::string xyz(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
  std::string out = "XYZ ";
  append_32(out, 0);
  for (const std::uint32_t value : {x, y, z}) append_32(out, value);
  return out;
}

/// textType (6.5.18).
std::string text(std::string_view words) {
  std::string out = "text";
  append_32(out, 0);
  out += words;
  out.push_back('\0');
  return out;
}

/// textDescriptionType (6.5.17), ASCII only; the Unicode and Macintosh parts are empty but present.
std::string description(std::string_view words) {
  std::string out = "desc";
  append_32(out, 0);
  append_32(out, static_cast<std::uint32_t>(words.size() + 1));
  out += words;
  out.push_back('\0');
  append_32(out, 0);                   // Unicode language
  append_32(out, 0);                   // Unicode count
  append_16(out, 0);                   // ScriptCode
  out.push_back('\0');                 // Macintosh count
  return out + std::string(67, '\0');  // Macintosh description, always 67 bytes
}

/// curveType (6.5.3): the sRGB transfer function, sampled. 256 points are exact where 8-bit colours lie.
std::string transfer_curve() {
  constexpr int points = 256;
  std::string out = "curv";
  append_32(out, 0);
  append_32(out, points);
  for (int i = 0; i < points; ++i) {
    const double encoded = i / 255.0;
    const double linear = encoded <= 0.04045 ? encoded / 12.92 : std::pow((encoded + 0.055) / 1.055, 2.4);
    append_16(out, static_cast<std::uint32_t>(std::lround(linear * 65535.0)));
  }
  return out;
}

std::string header(std::uint32_t size) {
  std::string out;
  append_32(out, size);
  append_32(out, 0);           // no preferred CMM
  append_32(out, 0x02100000);  // version 2.1.0
  out += "mntrRGB XYZ ";
  for (const std::uint32_t part : {1998, 2, 9, 6, 49, 0}) append_16(out, part);  // the date of the sRGB proposal
  out += "acsp";
  append_32(out, 0);                              // platform
  for (int i = 0; i < 5; ++i) append_32(out, 0);  // flags, maker, model, attributes
  append_32(out, 0);                              // perceptual intent
  for (const std::uint32_t value : {0xF6D6u, 0x10000u, 0xD32Du}) append_32(out, value);  // illuminant D50
  append_32(out, 0);                                                                     // creator
  out.resize(128, '\0');
  return out;
}

}  // namespace

std::string srgb_profile() {
  const std::vector<std::pair<std::string_view, std::string>> tags = {
      {"desc", description("sRGB IEC61966-2.1")},
      {"cprt", text("No copyright, use freely")},
      {"wtpt", xyz(0xF6D6, 0x10000, 0xD32D)},
      {"rXYZ", xyz(0x6FA2, 0x38F5, 0x0390)},
      {"gXYZ", xyz(0x6299, 0xB785, 0x18DA)},
      {"bXYZ", xyz(0x24A0, 0x0F84, 0xB6CF)},
      {"rTRC", transfer_curve()},
  };
  // The three channels share one curve: their table entries point to the same bytes (6.1.3).
  const std::vector<std::string_view> shared = {"gTRC", "bTRC"};

  const std::size_t table_size = 4 + 12 * (tags.size() + shared.size());
  std::string table;
  std::string data;
  append_32(table, static_cast<std::uint32_t>(tags.size() + shared.size()));
  const auto entry = [&table](std::string_view signature, std::size_t offset, std::size_t size) {
    table += signature;
    append_32(table, static_cast<std::uint32_t>(offset));
    append_32(table, static_cast<std::uint32_t>(size));
  };
  std::size_t curve_offset = 0;
  for (const auto& [signature, bytes] : tags) {
    curve_offset = 128 + table_size + data.size();
    entry(signature, curve_offset, bytes.size());
    data += bytes;
    data.resize((data.size() + 3) / 4 * 4, '\0');
  }
  for (const std::string_view signature : shared) entry(signature, curve_offset, tags.back().second.size());
  return header(static_cast<std::uint32_t>(128 + table_size + data.size())) + table + data;
}

}  // namespace herald::pdf
