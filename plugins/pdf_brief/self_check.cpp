// What `herald doctor` is told: whether the typefaces of the built-in theme and the hyphenation patterns
// of the languages that have labels are on this machine.
#include <set>

#include "formats/typeset/hyphenate.hpp"
#include "plugins/pdf_brief/pdf_brief.hpp"
#include "plugins/pdf_brief/theme.hpp"
#include "plugins/pdf_brief/tools.hpp"

namespace herald::plugins {
namespace {

void check_font(typeset::FontLibrary& fonts, const std::string& family, Diagnostics& diagnostics) {
  if (fonts.has_family(family))
    diagnostics.push_back({Severity::note, "font-found", "typeface " + family, {}, {}});
  else
    diagnostics.push_back({Severity::error,
                           "font-missing",
                           "typeface " + family + " is not installed",
                           "install it: apt install fonts-noto-core",
                           {}});
}

void check_hyphenation(typeset::HyphenationLibrary& library, const std::string& language, Diagnostics& diagnostics) {
  if (library.find(language) != nullptr)
    diagnostics.push_back({Severity::note, "hyphenation-found", "hyphenation for " + language, {}, {}});
  else
    diagnostics.push_back({Severity::warning,
                           "hyphenation-missing",
                           "no hyphenation for " + language + ": its lines will be more uneven",
                           "install it: apt install " + typeset::hyphenation_package(language),
                           {}});
}

}  // namespace

void PdfBrief::self_check(Diagnostics& diagnostics) {
  Diagnostics none;
  const Theme theme = read_theme("", "the built-in theme", none).value_or_throw();
  const std::set<std::string> families = {theme.heads_family, theme.text_family, theme.arabic_heads_family,
                                          theme.arabic_text_family};
  for (const std::string& family : families) check_font(tools_->fonts, family, diagnostics);
  for (const char* language : {"en-GB", "en-US", "fr", "es"})
    check_hyphenation(tools_->fonts.hyphenation(), language, diagnostics);
}

void* PdfBrief::extension(std::string_view id) {
  return id == self_check_extension ? static_cast<SelfCheck*>(this) : nullptr;
}

}  // namespace herald::plugins
