// The one door to Catch2: version 2 on Debian 12, 3 on Debian 13. Tests keep to what both have.
#pragma once

#if __has_include(<catch2/catch_test_macros.hpp>)
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
namespace herald::test {
using Approx = Catch::Approx;
using Catch::Matchers::ContainsSubstring;
}  // namespace herald::test
#else
#include <catch2/catch.hpp>
namespace herald::test {
using Approx = Catch::Detail::Approx;
inline auto ContainsSubstring(const std::string& text) { return Catch::Matchers::Contains(text); }
}  // namespace herald::test
#endif
