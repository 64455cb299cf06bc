// Runs the exporter as the host would, with the templates and labels of the tree.
#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>
#include <string>

#include "herald/plugin/exporter.hpp"
#include "plugins/html_newsletter/html_newsletter.hpp"
#include "tests/support/labels.hpp"

namespace herald::test {

class StringOutput final : public Output, private OutputStream {
 public:
  OutputStream& main() override { return *this; }
  OutputStream& beside(std::string_view) override { throw std::logic_error("a newsletter is one file"); }
  std::string text;

 private:
  void write(std::string_view bytes) override { text += bytes; }
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

inline Options newsletter_options() {
  Options options;
  options.set("organisation", std::string());
  options.set("intro", std::string());
  options.set("text", std::string("full"));
  options.set("max_points", std::int64_t{4});
  options.set("max_figures", std::int64_t{6});
  options.set("max_quotations", std::int64_t{2});
  options.set("source_url", std::string());
  options.set("unsubscribe_url", std::string());
  return options;
}

inline Resources newsletter_resources(const std::string& language) {
  Resources resources;
  resources.template_name = "standard";
  resources.labels = labels_of(language);
  const auto folder = std::filesystem::path(HERALD_TEST_SOURCE_DIR).parent_path() / "templates/newsletter/standard";
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    resources.files[entry.path().filename().string()] = read_file(entry.path());
  return resources;
}

struct Exported {
  std::string html;
  Diagnostics diagnostics;

  bool has_remark(std::string_view code) const {
    for (const Diagnostic& diagnostic : diagnostics)
      if (diagnostic.code == code) return true;
    return false;
  }
};

inline Exported export_newsletter(const Document& document, const Options& options, const Resources& resources) {
  plugins::HtmlNewsletter exporter;
  StringOutput output;
  Exported exported;
  exporter.export_document({"html", document, options, resources, 0}, output, exported.diagnostics);
  exported.html = std::move(output.text);
  return exported;
}

inline Exported export_newsletter(const Document& document) {
  return export_newsletter(document, newsletter_options(), newsletter_resources(document.metadata.language));
}

}  // namespace herald::test
