// Where an exporter writes. The host decides what is behind it (a file that is renamed into place on
// success, standard output, a pipe to another process); an exporter never opens a file itself.
#pragma once

#include <string_view>

#include "herald/api.hpp"

namespace herald {

/// A stream of bytes. write() throws herald::Error (disk_full, output_unwritable) and must be left to
/// pass through: the host removes what is half written.
class HERALD_API OutputStream {
 public:
  virtual ~OutputStream();
  virtual void write(std::string_view bytes) = 0;
};

/// The results of one export.
class HERALD_API Output {
 public:
  virtual ~Output();

  /// The document itself.
  virtual OutputStream& main() = 0;

  /// A file that goes beside it, such as a picture or a plain-text part: it is named after the
  /// document, `<stem>.<suffix>`. Throws herald::Error (output_unwritable) where there is no
  /// "beside", as on standard output. `suffix` is letters, digits, '-' and '.'.
  virtual OutputStream& beside(std::string_view suffix) = 0;
};

}  // namespace herald
