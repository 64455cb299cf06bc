// One export: the template is checked (once for each template), the data composed, the size watched.
#include "plugins/html_newsletter/html_newsletter.hpp"

#include <optional>

#include "formats/template/template.hpp"
#include "formats/template/theme.hpp"
#include "plugins/html_newsletter/compose.hpp"
#include "plugins/html_newsletter/names.hpp"
#include "plugins/html_newsletter/style.hpp"

namespace herald::plugins {
namespace {

constexpr std::string_view main_file = "newsletter.mustache";
constexpr std::string_view theme_file = "template.toml";

// Gmail cuts a message off at about 102 KiB, a little earlier for text with many characters beyond ASCII.
constexpr std::size_t near_limit = std::size_t{80} * 1024;
constexpr std::size_t limit = std::size_t{90} * 1024;

void remark_size(std::size_t size, herald::Diagnostics& diagnostics) {
  if (size <= near_limit) return;
  const std::string message = "the newsletter has " + std::to_string(size / 1024) + " KiB";
  if (size > limit)
    herald::warn(diagnostics, "newsletter-too-large", message + ", and some mail clients cut it off at 102",
                 "show less of the release with --set text=opening");
  else
    herald::warn(diagnostics, "newsletter-near-limit", message + ", near the 102 at which some mail clients cut it off",
                 "show less of the release with --set text=opening");
}

}  // namespace

struct HtmlNewsletter::Prepared {
  std::map<std::string, std::string, std::less<>> files;  // that the template was made from
  std::string name;
  std::vector<std::string> label_names;
  bool right_to_left = false;
  newsletter::Style style;
  std::optional<templates::Template> page;
  herald::Diagnostics remarks;
};

HtmlNewsletter::HtmlNewsletter() = default;
HtmlNewsletter::~HtmlNewsletter() = default;

const HtmlNewsletter::Prepared& HtmlNewsletter::prepare(const herald::Resources& resources, bool right_to_left,
                                                        herald::Diagnostics& diagnostics) {
  const templates::Names names = newsletter::newsletter_names(resources.labels);
  std::vector<std::string> label_names;
  for (const templates::Name& name : names)
    if (name.path.starts_with("labels.")) label_names.push_back(name.path);
  if (prepared_ == nullptr || prepared_->right_to_left != right_to_left || prepared_->name != resources.template_name ||
      prepared_->label_names != label_names || prepared_->files != resources.files) {
    auto prepared = std::make_unique<Prepared>();
    prepared->files = resources.files;
    prepared->name = resources.template_name;
    prepared->label_names = std::move(label_names);
    prepared->right_to_left = right_to_left;
    const auto settings = prepared->files.find(theme_file);
    const std::string settings_text = settings == prepared->files.end() ? std::string() : settings->second;
    const auto theme =
        templates::parse_theme(settings_text, resources.template_name + "/" + std::string(theme_file)).value_or_throw();
    prepared->style = newsletter::read_style(theme, right_to_left).value_or_throw();
    theme.remark_unknown(prepared->remarks);
    prepared->page = templates::Template::make(prepared->files, main_file, names, prepared->name, prepared->remarks)
                         .value_or_throw();
    prepared_ = std::move(prepared);
  }
  diagnostics.insert(diagnostics.end(), prepared_->remarks.begin(), prepared_->remarks.end());
  return *prepared_;
}

void HtmlNewsletter::export_document(const herald::ExportRequest& request, herald::Output& output,
                                     herald::Diagnostics& diagnostics) {
  const bool right_to_left = herald::text_direction(request.document.metadata.language) == "rtl";
  const Prepared& prepared = prepare(request.resources, right_to_left, diagnostics);
  const std::string html = prepared.page->fill(newsletter::compose(request, prepared.style, diagnostics));
  remark_size(html.size(), diagnostics);
  output.main().write(html);
}

}  // namespace herald::plugins
