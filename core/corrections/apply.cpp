#include "core/corrections/apply.hpp"

#include <algorithm>

#include "core/corrections/fact_corrector.hpp"
#include "core/corrections/members.hpp"
#include "core/corrections/remarks.hpp"
#include "core/corrections/words.hpp"
#include "core/language/text.hpp"

namespace herald::corrections {
namespace {

template <typename Holder>
void put(Holder& holder, const Changes& changes) {
  for (const Member<Holder>& member : members<Holder>())
    for (const auto& [name, value] : changes)
      if (member.form.name == name) member.put(holder, value);
}

void mark(Metadata& metadata, const std::string& name) { metadata.origins[name] = "correction"; }

void correct_dateline(Document& document, const MetadataCorrection& correction) {
  Metadata& metadata = document.metadata;
  if (correction.removes_dateline) {
    metadata.dateline.reset();
    return mark(metadata, "dateline");
  }
  if (correction.dateline.empty()) return;
  if (!metadata.dateline) {
    // It stands in the corrections, not in the text: an empty stretch before the first word.
    const std::uint32_t begin = document.blocks.empty() ? 0 : document.blocks.front().span.begin;
    metadata.dateline = Dateline{"", "", "", "", "", 0, {begin, begin}};
  }
  put(*metadata.dateline, correction.dateline);
  if (metadata.dateline->text.empty()) metadata.dateline->text = metadata.dateline->place;
  mark(metadata, "dateline");
}

/// Whether the release has the words. Words of a release that the same source holds and that is not read are no loss.
bool is_meant(const Document& document, const std::string& words, std::vector<bool>& placed, std::size_t index) {
  const WordFinder finder(document);
  if (!finder.find(words).empty()) return true;
  if (finder.is_in_source(words)) placed[index] = true;
  return false;
}

}  // namespace

std::string shown(const std::string& words) {
  constexpr std::size_t longest = 60;
  if (words.size() <= longest) return words;
  std::size_t end = longest;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0U) == 0x80U) --end;
  return words.substr(0, end) + "…";
}

void add_remark(Diagnostics& diagnostics, Diagnostic diagnostic) {
  if (std::find(diagnostics.begin(), diagnostics.end(), diagnostic) == diagnostics.end())
    diagnostics.push_back(std::move(diagnostic));
}

Application::Application(const Corrections& corrections)
    : corrections_(corrections),
      metadata_placed_(corrections.metadata.size(), false),
      facts_placed_(corrections.facts.size(), false) {}

void Application::correct_metadata(Document& document, bool is_first) {
  for (std::size_t i = 0; i < corrections_.metadata.size(); ++i) {
    const MetadataCorrection& correction = corrections_.metadata[i];
    if (correction.where.empty() ? !is_first : !is_meant(document, correction.where, metadata_placed_, i)) continue;
    metadata_placed_[i] = true;
    put(document.metadata, correction.changes);
    for (const auto& [name, value] : correction.changes) mark(document.metadata, name);
    correct_dateline(document, correction);
  }
}

void Application::correct_facts(Document& document) {
  if (corrections_.facts.empty()) return;
  FactCorrector corrector(corrections_, document);
  for (std::size_t i = 0; i < corrections_.facts.size(); ++i)
    if (corrector.apply(corrections_.facts[i])) facts_placed_[i] = true;
}

Diagnostics Application::unplaced() const {
  Diagnostics remarks;
  const auto say = [&](const std::string& pointer, const std::string& words) {
    warn(remarks, "correction-lost",
         remark(corrections_, pointer, "the words \"" + shown(words) + "\" are not in the release"),
         "give the words as the release has them now, or take the entry out");
  };
  for (std::size_t i = 0; i < metadata_placed_.size(); ++i)
    if (!metadata_placed_[i]) say(corrections_.metadata[i].pointer + "/where", corrections_.metadata[i].where);
  for (std::size_t i = 0; i < facts_placed_.size(); ++i)
    if (!facts_placed_[i]) say(corrections_.facts[i].pointer, corrections_.facts[i].at.words);
  return remarks;
}

}  // namespace herald::corrections
