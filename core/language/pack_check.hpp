// What is wrong with a language pack beyond what reading it refuses: words that no text can match, codes that nobody
// knows, examples that cannot be run. All problems at once, for whoever writes a pack. Whether the examples hold is
// core/jobs' to see, which can read them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace herald::language {

struct PackProblem {
  std::string pointer;  // RFC 6901, of the member: "/words/month"
  std::string what;
};

/// The problems of a pack's text, in the order of the file's parts; none where it may be shipped. What parse_pack()
/// refuses is one problem, and hides the others.
std::vector<PackProblem> check_pack(std::string_view json);

}  // namespace herald::language
