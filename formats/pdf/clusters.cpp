// See clusters.hpp.
#include "formats/pdf/clusters.hpp"

#include <algorithm>

namespace herald::pdf {

std::vector<Cluster> clusters(const typeset::GlyphRun& run) {
  std::vector<Cluster> list;
  list.reserve(run.glyphs.size());
  for (std::size_t first = 0; first < run.glyphs.size();) {
    std::size_t last = first + 1;
    while (last < run.glyphs.size() && run.glyphs[last].cluster == run.glyphs[first].cluster) ++last;
    list.push_back({first, last, {}});
    first = last;
  }
  if (run.right_to_left) std::reverse(list.begin(), list.end());

  const std::string_view text = run.text;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    std::size_t end = text.size();
    if (i + 1 < list.size()) end = std::clamp<std::size_t>(run.glyphs[list[i + 1].first].cluster, begin, text.size());
    list[i].text = text.substr(begin, end - begin);
    begin = end;
  }
  return list;
}

}  // namespace herald::pdf
