// The door of the facts room: a read document in, its facts filled in.
#pragma once

#include "core/facts/trace.hpp"
#include "core/language/pack.hpp"
#include "herald/document.hpp"

namespace herald::facts {

/// Fills document.facts from blocks, sentences and metadata, replacing what was there. Never throws
/// for any text. Facts of a document in a language without a pack stay empty, with a diagnostic.
/// `trace` is given what was looked at and is no fact, and why the facts are some; null records nothing.
void extract(Document& document, const language::Packs& packs, Trace* trace = nullptr);

}  // namespace herald::facts
