// Carries corrections out on documents: metadata before facts are looked for, so that relative dates and the language's
// rules follow; facts afterwards. What a correction changes is marked, with what had been there; what no longer fits
// is said in the document's diagnostics and never guessed.
#pragma once

#include <vector>

#include "core/corrections/corrections.hpp"
#include "herald/document.hpp"

namespace herald::corrections {

/// One file's corrections over the release, or the releases, of one input. The corrections must outlive it.
class Application {
 public:
  explicit Application(const Corrections& corrections);

  /// `is_first`: the input's first release, which metadata without "where" are about.
  void correct_metadata(Document& document, bool is_first);

  /// Figures, people and so on, in the order of the file, so that a later entry sees what an earlier one did.
  void correct_facts(Document& document);

  /// The corrections whose words stood in none of the documents so far.
  Diagnostics unplaced() const;

 private:
  const Corrections& corrections_;
  std::vector<bool> metadata_placed_;
  std::vector<bool> facts_placed_;
};

}  // namespace herald::corrections
