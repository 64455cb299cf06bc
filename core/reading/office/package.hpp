// How the parts of a .docx find each other: the relationships of the Open Packaging Conventions (ISO/IEC 29500-2).
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "core/reading/office/archive.hpp"

namespace herald::reading {

struct Relationship {
  std::string type;    // the last word of its URI: "image", "hyperlink", "styles"
  std::string target;  // a part's name, or an address where it is external
  bool external = false;
};

using Relationships = std::map<std::string, Relationship, std::less<>>;  // by id

/// Those of a part, "" for the package itself; none where it has none.
Result<Relationships> read_relationships(Archive& archive, std::string_view part);

/// The target of the first relationship of a type, `otherwise` where there is none.
std::string target_of(const Relationships& relationships, std::string_view type, std::string_view otherwise);

}  // namespace herald::reading
