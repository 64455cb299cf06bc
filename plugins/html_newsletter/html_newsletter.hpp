// The exporter for the format "html": a release as a newsletter for e-mail. What is shown is composed in
// compose.cpp, how it looks is the template's (templates/newsletter); this file brings the two together
// and watches the size.
#pragma once

#include <memory>

#include "herald/plugin/exporter.hpp"

namespace herald::plugins {

class HtmlNewsletter final : public herald::Exporter {
 public:
  HtmlNewsletter();
  ~HtmlNewsletter() override;

  /// Throws template_missing and template_invalid for a template that cannot be used.
  void export_document(const herald::ExportRequest& request, herald::Output& output,
                       herald::Diagnostics& diagnostics) override;

 private:
  struct Prepared;  // the template last used, parsed and checked
  const Prepared& prepare(const herald::Resources& resources, bool right_to_left, herald::Diagnostics& diagnostics);

  std::unique_ptr<Prepared> prepared_;
};

}  // namespace herald::plugins
