// Typed access to the checked options of an export.
#include "herald/options.hpp"

#include "herald/error.hpp"

namespace herald {
namespace {

template <typename T>
const T& get(const std::map<std::string, OptionValue, std::less<>>& values, std::string_view name) {
  const auto found = values.find(name);
  if (found != values.end())
    if (const T* value = std::get_if<T>(&found->second)) return *value;
  throw Error({ErrorCode::internal,
               "the plugin asks for an option \"" + std::string(name) +
                   "\" that its plugin.json does not declare with that type",
               "declare it there",
               {}});
}

}  // namespace

void Options::set(std::string name, OptionValue value, OptionSource source) {
  if (source == OptionSource::user)
    given_.insert(name);
  else
    given_.erase(name);
  values_.insert_or_assign(std::move(name), std::move(value));
}

bool Options::flag(std::string_view name) const { return get<bool>(values_, name); }
std::int64_t Options::integer(std::string_view name) const { return get<std::int64_t>(values_, name); }
double Options::number(std::string_view name) const { return get<double>(values_, name); }
const std::string& Options::text(std::string_view name) const { return get<std::string>(values_, name); }

}  // namespace herald
