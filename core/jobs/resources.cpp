// Finding and reading templates and labels. Data only: nothing here knows what a template means.
#include "core/jobs/resources.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "core/jobs/toml_file.hpp"
#include "core/plugins/catalogue.hpp"

namespace herald::jobs {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t file_limit = 64;
constexpr const char* labels_folder = "labels";

Result<TemplateInfo> read_head(const fs::path& folder) {
  Result<Labels> head = read_flat_toml(folder / "template.toml");
  if (!head) {
    Failure failure = head.error();
    failure.code = ErrorCode::template_invalid;
    return failure;
  }
  TemplateInfo info{(*head)["kind"], (*head)["name"], (*head)["description"], folder};
  if (info.kind.empty() || info.name.empty())
    return Failure{ErrorCode::template_invalid, "lacks its kind or its name",
                   "give it both, as kind = \"newsletter\" and name = \"ours\"", (folder / "template.toml").string()};
  return info;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

// The labels of one language: the install's file, overlaid by the user's; empty where there is neither.
Result<Labels> read_labels(const std::string& code, const std::vector<fs::path>& template_roots) {
  Labels labels;
  for (auto root = template_roots.rbegin(); root != template_roots.rend(); ++root) {
    const fs::path path = *root / labels_folder / (code + ".toml");
    std::error_code error;
    if (!fs::exists(path, error)) continue;
    Result<Labels> values = read_flat_toml(path);
    if (!values) return values;
    for (auto& [key, value] : *values) labels.insert_or_assign(key, std::move(value));
  }
  return labels;
}

// What can be read of a folder's folders; none where it cannot be opened. A range-for would throw where reading
// on fails.
std::vector<fs::path> folders_in(const fs::path& parent) {
  std::vector<fs::path> folders;
  std::error_code error;
  for (fs::directory_iterator entry(parent, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code unknown;
    if (entry->is_directory(unknown)) folders.push_back(entry->path());
  }
  return folders;
}

// "unit.month.one" → "unit.month": the label without the form that a number asks for.
std::string_view without_form(std::string_view key) {
  for (const std::string_view form : {".zero", ".one", ".two", ".few", ".many", ".other", ".scaled"})
    if (key.ends_with(form)) return key.substr(0, key.size() - form.size());
  return key;
}

// A word that a language lacks is better in English than missing; its grammar is not: a Spanish text with
// the English "billion" would be wrong a thousandfold. So where a language has a table of grammar, or any
// form of a label, the English ones of the same name go.
void drop_english_grammar(Labels& english, const Labels& own) {
  std::set<std::string_view> labels;
  std::set<std::string_view> tables;
  for (const auto& [key, value] : own) {
    labels.insert(without_form(key));
    const std::string_view table = std::string_view(key).substr(0, key.find('.'));
    if (table == "date" || table == "number" || table == "plural" || table == "ordinal") tables.insert(table);
  }
  std::erase_if(english, [&](const auto& entry) {
    const std::string_view key = entry.first;
    return labels.contains(without_form(key)) || tables.contains(key.substr(0, key.find('.')));
  });
}

}  // namespace

std::vector<TemplateInfo> list_templates(const std::vector<fs::path>& roots) {
  std::map<std::string, TemplateInfo> found;
  for (const fs::path& root : roots) {
    for (const fs::path& kind : folders_in(root)) {
      if (kind.filename() == labels_folder) continue;
      for (const fs::path& folder : folders_in(kind)) {
        std::error_code error;
        if (!fs::exists(folder / "template.toml", error)) continue;
        Result<TemplateInfo> head = read_head(folder);
        // The folder's place is its name: that is what find_template() goes by.
        TemplateInfo info{kind.filename().string(), folder.filename().string(),
                          head ? head->description : "broken: " + to_string(head.error()), folder};
        found.emplace(info.full_name(), std::move(info));
      }
    }
  }
  std::vector<TemplateInfo> templates;
  for (auto& [name, info] : found) templates.push_back(std::move(info));
  return templates;
}

Result<TemplateInfo> find_template(std::string_view name_or_path, const std::vector<std::string>& kinds,
                                   const std::vector<fs::path>& roots) {
  const auto wanted = [&](const std::string& kind) {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
  };
  std::vector<std::string> known;
  for (TemplateInfo& info : list_templates(roots)) {
    if (!wanted(info.kind)) continue;
    if (info.name == name_or_path || info.full_name() == name_or_path) return std::move(info);
    known.push_back(info.name);
  }
  const fs::path path(name_or_path);
  std::error_code error;
  if (fs::is_directory(path, error)) {
    Result<TemplateInfo> head = read_head(path);
    if (!head) return head;
    if (!wanted(head->kind))
      return Failure{ErrorCode::template_invalid,
                     "is a template for " + head->kind + ", and the formats asked for take " +
                         (kinds.empty() ? "none" : joined(kinds)),
                     "choose another template or format", (path / "template.toml").string()};
    return head;
  }
  const std::string nearest = plugins::nearest(name_or_path, known);
  return Failure{ErrorCode::template_missing,
                 "there is no template \"" + std::string(name_or_path) + "\" for these formats",
                 nearest.empty() ? "see: herald templates list" : "did you mean \"" + nearest + "\"?",
                 {}};
}

Result<std::map<std::string, std::string, std::less<>>> load_template_files(const TemplateInfo& chosen) {
  std::map<std::string, std::string, std::less<>> files;
  std::error_code error;
  for (fs::recursive_directory_iterator walk(chosen.folder, error), end; !error && walk != end; walk.increment(error)) {
    // A link could bring any file of the user into the output: a template that was sent must not.
    if (walk->is_symlink(error))
      return Failure{ErrorCode::template_invalid, "is a link, and a template's files are read from its folder only",
                     "put the file itself there", walk->path().string()};
    if (!walk->is_regular_file(error)) continue;
    if (files.size() == file_limit)
      return Failure{ErrorCode::template_invalid, "has more than " + std::to_string(file_limit) + " files",
                     "a template's folder holds the template and nothing else", chosen.folder.string()};
    Result<std::string> text = read_small_file(walk->path());
    if (!text) {
      Failure failure = text.error();
      failure.code = ErrorCode::template_invalid;
      return failure;
    }
    files.emplace(walk->path().lexically_relative(chosen.folder).generic_string(), *std::move(text));
  }
  if (error)
    return Failure{ErrorCode::template_missing, "cannot be read: " + error.message(), {}, chosen.folder.string()};
  return files;
}

Result<Labels> load_labels(std::string_view language, const std::vector<fs::path>& template_roots,
                           Diagnostics& diagnostics) {
  Result<Labels> english = read_labels("en", template_roots);
  if (!english) return english;
  if (english->empty())
    return Failure{ErrorCode::data_missing, "the labels are missing", "install Herald again with cmake --install",
                   (template_roots.back() / labels_folder / "en.toml").string()};
  const std::string code(language.substr(0, language.find_first_of("-_")));
  // The code comes from the document: it must not lead out of the folder.
  const bool is_code = code.size() >= 2 && code.size() <= 8 &&
                       std::all_of(code.begin(), code.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  if (!is_code || code == "en") return english;
  Result<Labels> own = read_labels(code, template_roots);
  if (!own) return own;
  if (own->empty())
    diagnostics.push_back({Severity::note,
                           "labels-in-english",
                           "there are no labels in the language \"" + code + "\", English ones are used",
                           "add labels/" + code + ".toml to your templates folder",
                           {}});
  drop_english_grammar(*english, *own);
  for (auto& [key, value] : *own) english->insert_or_assign(key, std::move(value));
  return english;
}

}  // namespace herald::jobs
