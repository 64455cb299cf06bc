// Only what is marked counts: a document that merely differs may be an older Herald's, and a nightly export must
// be able to replace that.
#include "core/jobs/lost_corrections.hpp"

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "core/reading/read.hpp"
#include "herald/document_json.hpp"

namespace herald::jobs {
namespace {

/// Marked by hand in the document itself. What a corrections file did (it notes what it replaced, and its facts have
/// a rule of their own) stands in that file, which may be changed, and is done again from there.
bool is_marked(const Provenance& provenance) {
  const bool from_file = !provenance.replaced.empty() || provenance.rule == "correction";
  return provenance.origin != Origin::extracted && !from_file;
}

template <typename Fact>
bool is_marked(const Fact& fact) {
  if constexpr (requires { fact.mentions; })
    return std::any_of(fact.mentions.begin(), fact.mentions.end(), [](const Provenance& p) { return is_marked(p); });
  else
    return is_marked(fact.provenance);
}

template <typename Fact>
void collect_lost(const std::vector<Fact>& before, const std::vector<Fact>& after, std::string& lost) {
  for (const Fact& fact : before) {
    if (!is_marked(fact)) continue;
    const bool is_kept = std::any_of(after.begin(), after.end(), [&](const Fact& other) {
      return other == fact || (other.id == fact.id && is_marked(other));
    });
    if (!is_kept) lost += (lost.empty() ? "" : ", ") + fact.id;
  }
}

std::string lost_corrections(const Facts& before, const Facts& after) {
  std::string lost;
  collect_lost(before.figures, after.figures, lost);
  collect_lost(before.people, after.people, lost);
  collect_lost(before.quotations, after.quotations, lost);
  collect_lost(before.dates, after.dates, lost);
  collect_lost(before.places, after.places, lost);
  collect_lost(before.organisations, after.organisations, lost);
  collect_lost(before.events, after.events, lost);
  collect_lost(before.contacts, after.contacts, lost);
  collect_lost(before.links, after.links, lost);
  return lost;
}

// A PDF or a page is known by its first byte and not read further.
bool may_be_document(const std::filesystem::path& target) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(target, error)) return false;
  return std::ifstream(target, std::ios::binary).peek() == '{';
}

}  // namespace

Result<void> refuse_lost_corrections(const std::filesystem::path& target, const Document& replacement) {
  if (!may_be_document(target)) return {};
  const Result<std::string> bytes = reading::load_bytes(target.string(), {});
  if (!bytes) return {};
  const Result<Document> document = from_json(*bytes);
  if (!document) return {};
  const std::string lost = lost_corrections(document->facts, replacement.facts);
  if (lost.empty()) return {};
  constexpr std::size_t most_shown = 100;
  const std::string shown = lost.size() > most_shown ? lost.substr(0, lost.rfind(',', most_shown)) + ", …" : lost;
  return Failure{ErrorCode::output_unwritable, "holds corrections by hand (" + shown + ") that would be lost",
                 "export that file instead of the release, write elsewhere with -o, or remove it first",
                 target.string()};
}

}  // namespace herald::jobs
