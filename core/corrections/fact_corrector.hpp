// One document's facts under correction: finds the fact that an entry means, by its words and where they stand, and
// changes, adds or takes it out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/corrections/corrections.hpp"
#include "core/corrections/words.hpp"
#include "herald/document.hpp"

namespace herald::corrections {

class FactCorrector {
 public:
  FactCorrector(const Corrections& corrections, Document& document);

  /// False where the words do not stand in the document. An entry that fits no fact, or several, is remarked upon
  /// in the document's diagnostics and changes nothing.
  bool apply(const FactCorrection& correction);

 private:
  template <typename Fact>
  bool apply_to(std::vector<Fact>& facts, const FactCorrection& correction);
  template <typename Fact>
  std::vector<std::size_t> meant(const std::vector<Fact>& facts, const FactCorrection& correction,
                                 const std::vector<Occurrence>& places) const;
  template <typename Fact>
  double fit(const Fact& fact, const Occurrence& place) const;
  template <typename Fact>
  void set(Fact& fact, const FactCorrection& correction);
  template <typename Fact>
  void add(std::vector<Fact>& facts, const FactCorrection& correction, const std::vector<Occurrence>& places);
  template <typename Fact>
  void remove(std::vector<Fact>& facts, std::size_t index);
  template <typename Fact>
  std::string paragraphs_of(const std::vector<Fact>& facts, const std::vector<std::size_t>& indices) const;

  void set_speaker(Quotation& quotation, const Value& value) const;
  std::string speaker_now(const Quotation& quotation) const;
  void mend_speakers(std::size_t from, bool removed, const std::string& name);
  void say(const FactCorrection& correction, std::string code, const std::string& what, std::string hint,
           std::optional<Span> span);

  const Corrections& corrections_;
  Document& document_;
  WordFinder words_;
};

}  // namespace herald::corrections
