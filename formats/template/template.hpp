// A mustache template, checked and ready to be filled. What can be wrong with it is found when it is
// made, with file and line; filling it cannot fail but for its size.
//
//     Result<Template> page = Template::make(resources.files, "newsletter.mustache", names, folder, diagnostics);
//     if (!page) return page.error();
//     output.main().write(page->fill(data));
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/template/data.hpp"
#include "formats/template/names.hpp"
#include "formats/template/pieces.hpp"
#include "herald/diagnostics.hpp"
#include "herald/result.hpp"

namespace herald::templates {

class Template {
 public:
  /// Cuts and checks (pieces.hpp and check.hpp say what is refused). `folder` is the template's name for
  /// messages.
  static Result<Template> make(const Files& files, std::string_view main_file, const Names& names,
                               std::string_view folder, Diagnostics& diagnostics);

  Template(Template&&) noexcept;
  Template& operator=(Template&&) noexcept;
  ~Template();

  /// The template with the data in it. `data` is an object. Throws herald::Error (format_violation) when the
  /// result would be over 16 MiB.
  std::string fill(const Data& data) const;

 private:
  struct Parsed;
  explicit Template(std::unique_ptr<Parsed> parsed);
  std::unique_ptr<Parsed> parsed_;
};

}  // namespace herald::templates
