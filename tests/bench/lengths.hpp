// What loading costs by the length of a release, beside the floor: ICU's sentence breaker alone over the same text.
#pragma once

#include <filesystem>

#include "core/language/pack.hpp"

namespace herald::bench {

/// Registers "length/…" (reading with all facts) and "sentences/…" (the floor) at 4 KB, 400 KB, 4 MB and 40 MB, each
/// with the counter ns_per_byte. The text is made of the English releases of `folder`, one below the other. `packs`
/// must outlive the run.
void register_lengths(const std::filesystem::path& folder, const language::Packs& packs);

}  // namespace herald::bench
