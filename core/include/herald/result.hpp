// A value or the reason why there is none. Own small type because C++20 with GCC 12 has no
// std::expected; the member names follow it, so that it can be replaced one day.
//
//     herald::Result<int> port = parse_port(text);
//     if (!port) return port.error();
//     use(*port);
#pragma once

#include <optional>
#include <utility>
#include <variant>

#include "herald/error.hpp"

namespace herald {

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
  Result(Failure failure)
      : state_(std::in_place_index<1>, std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const noexcept { return state_.index() == 0; }
  explicit operator bool() const noexcept { return has_value(); }

  /// The value. Throws std::bad_variant_access when there is none.
  T& value() & { return std::get<0>(state_); }
  const T& value() const& { return std::get<0>(state_); }
  T&& value() && { return std::get<0>(std::move(state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(*this).value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  /// The reason. Throws std::bad_variant_access when there is a value.
  const Failure& error() const& { return std::get<1>(state_); }

  /// The value, or the failure thrown as herald::Error.
  T value_or_throw() && {
    if (!has_value()) throw Error(error());
    return std::get<0>(std::move(state_));
  }

 private:
  std::variant<T, Failure> state_;
};

/// Success without a value, or the reason why not: `return {};` says that all is well.
template <>
class [[nodiscard]] Result<void> {
 public:
  Result() = default;
  Result(Failure failure) : failure_(std::move(failure)) {}  // NOLINT(google-explicit-constructor)

  bool has_value() const noexcept { return !failure_.has_value(); }
  explicit operator bool() const noexcept { return has_value(); }
  const Failure& error() const& { return failure_.value(); }

  void value_or_throw() && {
    if (failure_) throw Error(*failure_);
  }

 private:
  std::optional<Failure> failure_;
};

}  // namespace herald
