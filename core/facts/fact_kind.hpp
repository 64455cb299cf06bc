// The kinds of facts, by which traces and corrections speak of them.
#pragma once

#include <cstdint>

namespace herald::facts {

enum class FactKind : std::uint8_t {
  figure,
  person,
  quotation,
  date,
  place,
  organisation,
  event,
  contact,
  link,
  point
};

}  // namespace herald::facts
