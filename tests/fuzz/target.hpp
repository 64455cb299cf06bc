// One case of a fuzz target; see target.cpp.
#pragma once

#include <string_view>

namespace herald::test {

/// Reads `input` as `kind` ("any": by its content; "docx", "odt": as the body's XML in a sound archive) and aborts the
/// process where what comes out breaks an invariant. A refusal is no failure.
void run_fuzz_case(std::string_view kind, std::string_view input);

}  // namespace herald::test
