// What can go wrong, one code a kind, and the exception for what ends a job.
// A Failure says what happened, where, and what to do about it; refusals that a caller is expected
// to handle travel as Result<T> (result.hpp), only what ends a job is thrown as herald::Error.
// How a code becomes the exit code of the command is decided in core/app.
//
//     throw herald::Error({herald::ErrorCode::disk_full, "cannot write the briefing",
//                          "free some space and run the command again", "/mnt/out/briefing.pdf"});
#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "herald/api.hpp"

namespace herald {

enum class ErrorCode : std::uint8_t {
  usage,              // the command line does not make sense
  input_missing,      // there is no such file
  input_unreadable,   // no permission, a folder, or a read error
  input_empty,        // nothing but white space
  input_binary,       // not text: an image, an archive, a program
  input_too_large,    // over the size limit
  input_undecodable,  // no known encoding fits
  input_invalid,      // a document JSON that breaks its schema or an invariant
  output_clash,       // two results would get one name
  output_unwritable,  // the folder is missing or may not be written
  disk_full,          // the device is full or the quota is used up
  format_unknown,     // no plugin offers this format
  option_unknown,     // the plugin has no such option
  option_invalid,     // wrong type, out of range, or not one of the choices
  template_missing,   // no template of that name for this format
  template_invalid,   // the template does not parse or lacks a part
  font_missing,       // no installed font can show the text
  data_missing,       // an installed data file (language, label, schema) is missing or broken
  plugin_missing,     // no plugin of that id
  plugin_invalid,     // plugin.json does not parse or lacks a member
  plugin_duplicate,   // two plugins claim one id
  plugin_untrusted,   // the folder or file may be changed by others
  plugin_abi,         // built for another ABI number
  plugin_build,       // built by a compiler or against libraries that do not fit
  plugin_unloadable,  // the dynamic linker refuses the library
  plugin_mismatch,    // the library is not what its plugin.json says
  plugin_failed,      // the plugin threw while exporting
  format_violation,   // what was composed breaks the rules of its format
  interrupted,        // the user asked to stop
  internal            // a bug in Herald
};

/// The stable name of a code, as printed in machine-readable messages: "input_binary".
HERALD_API std::string_view error_code_name(ErrorCode code) noexcept;

/// One refusal. `message` says what is wrong, in one line without a final stop; `hint` says what to
/// do about it and may be empty; `location` is the file (with line and column where there is one).
struct Failure {
  ErrorCode code = ErrorCode::internal;
  std::string message;
  std::string hint;
  std::string location;
};

/// The failure as the one line that a person reads: "LOCATION: MESSAGE (HINT)".
HERALD_API std::string to_string(const Failure& failure);

/// What ends a job: a full disk, a library's failure, a bug.
class HERALD_API Error : public std::runtime_error {
 public:
  explicit Error(Failure failure);
  ~Error() override;  // defined in libherald, so that its type information has one home

  const Failure& failure() const noexcept { return failure_; }

 private:
  Failure failure_;
};

}  // namespace herald
