// See barrier.hpp.
#include "core/plugins/barrier.hpp"

#include <cxxabi.h>
#include <fmt/format.h>

#include <exception>
#include <typeinfo>

#include "core/plugins/loader.hpp"
#include "core/plugins/type_name.hpp"

namespace herald::plugins {
namespace {

Failure failed(const PluginInfo& plugin, const std::string& when, const std::string& location,
               const std::string& what) {
  return {ErrorCode::plugin_failed, fmt::format("plugin \"{}\" failed {}: {}", plugin.id, when, one_line(what)),
          fmt::format("a fault of the plugin: tell its author, with this message and its version {}", plugin.version),
          location};
}

// What a plugin is taken at its word for: the faults of the disk, the machine, the template and the document that
// it meets in its work. Any other code would let it speak for the host ("a bug in herald", "interrupted", "usage")
// and set the exit code by which scripts go, without being named.
bool may_say(ErrorCode code) {
  switch (code) {
    case ErrorCode::disk_full:
    case ErrorCode::output_unwritable:
    case ErrorCode::font_missing:
    case ErrorCode::format_violation:
    case ErrorCode::template_missing:
    case ErrorCode::template_invalid:
    case ErrorCode::option_invalid:
      return true;
    default:
      return false;
  }
}

}  // namespace

Result<void> guarded(const PluginInfo& plugin, const std::string& when, const std::string& location,
                     const std::function<void()>& work) {
  try {
    work();
    return {};
  } catch (const Error& error) {
    if (may_say(error.failure().code)) return error.failure();
    const std::string& own_place = error.failure().location;
    return failed(plugin, when, own_place.empty() ? location : own_place, error.failure().message);
  } catch (const std::exception& error) {
    return failed(plugin, when, location, fmt::format("{} ({})", error.what(), demangled(typeid(error).name())));
  } catch (abi::__forced_unwind&) {
    throw;  // glibc ends a cancelled thread by this; swallowing it ends the program
  } catch (...) {
    const std::type_info* type = abi::__cxa_current_exception_type();
    return failed(plugin, when, location,
                  type == nullptr ? "it threw something that is no C++ exception"
                                  : fmt::format("it threw a value of type {}", demangled(type->name())));
  }
}

Result<void> run_export(const PluginInfo& plugin, Exporter& exporter, const ExportRequest& request, Output& output,
                        Diagnostics& diagnostics) {
  return guarded(plugin, fmt::format("while it wrote the format \"{}\"", request.format), {},
                 [&] { exporter.export_document(request, output, diagnostics); });
}

}  // namespace herald::plugins
