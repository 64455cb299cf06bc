// The door of the facts room: a read document in, its facts filled in.
#pragma once

#include "core/language/pack.hpp"
#include "herald/document.hpp"

namespace herald::facts {

/// Fills document.facts from blocks, sentences and metadata, replacing what was there. Never throws
/// for any text. Facts of a document in a language without a pack stay empty, with a diagnostic.
void extract(Document& document, const language::Packs& packs);

}  // namespace herald::facts
