// An optional interface of an exporter, for `herald doctor`: does the machine have what this plugin needs?
// The exporter hands it out from extension(), so that plugins without it stay as they are.
//
//     void* extension(std::string_view id) override {
//       return id == herald::self_check_extension ? static_cast<herald::SelfCheck*>(this) : nullptr;
//     }
#pragma once

#include <string_view>

#include "herald/api.hpp"
#include "herald/diagnostics.hpp"

namespace herald {

inline constexpr std::string_view self_check_extension = "herald.self_check/1";

class HERALD_API SelfCheck {
 public:
  virtual ~SelfCheck();

  /// Adds a diagnostic for each thing looked at: a note for what is there ("font Noto Sans: …"), a warning
  /// or error with a hint (the package to install) for what is not.
  virtual void self_check(Diagnostics& diagnostics) = 0;
};

}  // namespace herald
