// The list of names that templates are checked against is what compose() sets: no more and no less.
#include "plugins/html_newsletter/names.hpp"

#include <algorithm>
#include <set>

#include "plugins/html_newsletter/compose.hpp"
#include "tests/plugins/html_newsletter/exporting.hpp"
#include "tests/plugins/html_newsletter/sample.hpp"
#include "tests/support/catch.hpp"

using herald::templates::Data;

namespace {

/// A release with one of everything.
herald::Document full_release() {
  herald::Document release = herald::test::english_release();
  herald::test::ReleaseWriter writer("en");
  writer.title("t");
  writer.heading("First");
  writer.heading("Second", 2);
  writer.paragraph("p").language = "ar";
  writer.item("bullet", 1);
  writer.item("number", 2).ordered = true;
  writer.quote("quote", 3, true);
  for (const char* row : {"a\tb", "c\td"}) writer.add(herald::BlockKind::table, row).group = 4;
  writer.add(herald::BlockKind::table, "line");
  writer.paragraph("end");
  writer.add(herald::BlockKind::status, "Embargo until noon");
  const auto shift = static_cast<std::uint32_t>(release.source.text.size());
  release.source.text += writer.document.source.text;
  for (herald::Block block : writer.document.blocks) {
    block.span = {block.span.begin + shift, block.span.end + shift};
    release.blocks.push_back(block);
  }
  herald::Block head = writer.document.blocks.back();
  head.kind = herald::BlockKind::boilerplate;
  head.inlines.front().text = "About us";
  const auto boilerplate = std::find_if(release.blocks.begin(), release.blocks.end(), [](const herald::Block& block) {
    return block.kind == herald::BlockKind::boilerplate;
  });
  release.blocks.insert(boilerplate, head);
  return release;
}

/// Every path that leads to something that shows.
void collect(const Data& data, const std::string& path, std::set<std::string>& shown, std::set<std::string>& known) {
  known.insert(path);
  if (const auto* flag = std::get_if<bool>(&data.value())) {
    if (*flag) shown.insert(path);
  } else if (const auto* text = std::get_if<Data::Text>(&data.value())) {
    if (!text->value.empty()) shown.insert(path);
  } else if (const auto* list = std::get_if<Data::List>(&data.value())) {
    if (!list->empty()) shown.insert(path);
    for (const Data& item : *list) {
      if (const auto* object = std::get_if<Data::Object>(&item.value()))
        for (const auto& member : *object) collect(member.value, path + "." + member.name, shown, known);
    }
  } else if (const auto* object = std::get_if<Data::Object>(&data.value())) {
    shown.insert(path);
    for (const auto& member : *object)
      collect(member.value, path.empty() ? member.name : path + "." + member.name, shown, known);
  } else {
    shown.insert(path);
  }
}

}  // namespace

TEST_CASE("every name is set by some release, and nothing is set without a name", "[html_newsletter]") {
  const herald::Resources resources = herald::test::newsletter_resources("en");
  std::set<std::string> shown;
  std::set<std::string> known;
  herald::Options options = herald::test::newsletter_options();
  for (const auto& [name, value] : {std::pair{"organisation", "The Compact"}, std::pair{"intro", "Dear reader"},
                                    std::pair{"source_url", "https://rivers.example"},
                                    std::pair{"unsubscribe_url", "https://rivers.example/leave"}})
    options.set(name, std::string(value));
  const auto add = [&](const herald::Document& release, const std::string& text, std::int64_t figures) {
    options.set("text", text);
    options.set("max_figures", figures);
    herald::Diagnostics diagnostics;
    const auto style =
        herald::plugins::newsletter::read_style(herald::templates::parse_theme("", "t").value_or_throw(), false)
            .value();
    collect(herald::plugins::newsletter::compose({"html", release, options, resources, 0}, style, diagnostics), "",
            shown, known);
    CHECK(diagnostics.empty());
  };
  add(full_release(), "full", 6);
  add(full_release(), "opening", 4);
  add(herald::test::arabic_release(), "full", 2);
  herald::Document wide = herald::test::english_release();
  wide.facts.figures.front().value = 1'234'567'890'123;
  wide.facts.figures.front().counted = "drops";
  add(wide, "none", 6);
  std::set<std::string> names;
  for (const auto& name : herald::plugins::newsletter::newsletter_names(resources.labels)) {
    names.insert(name.path);
    INFO(name.path << " is never set");
    CHECK(shown.contains(name.path));
  }
  known.erase("");
  for (const std::string& path : known) {
    INFO(path << " has no entry in names.cpp");
    CHECK(names.contains(path));
  }
}
