// Blocks and inlines as markup.
#include "plugins/html_newsletter/text_blocks.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "formats/template/escape.hpp"
#include "plugins/html_newsletter/words.hpp"

namespace herald::plugins::newsletter {
namespace {

using herald::Block;
using herald::BlockKind;
using herald::Document;
using herald::templates::Data;
using herald::templates::escape_html;

bool is_blank(const Block& block) {
  return std::all_of(block.inlines.begin(), block.inlines.end(), [](const herald::Inline& run) {
    return run.text.find_first_not_of(" \t\r\n") == std::string::npos;
  });
}

std::string link_markup(const herald::Inline& run, const MarkupContext& context) {
  const std::string words = escape_html(run.text);
  if (const auto address = herald::templates::safe_address(run.target))
    return "<a class=\"accent\" href=\"" + escape_html(*address) + "\" style=\"color:" + context.link_color +
           ";text-decoration:underline\">" + words + "</a>";
  herald::warn(context.diagnostics, "newsletter-link-dropped",
               "a link that is neither http, https nor mailto is shown as its words",
               "give the full address in the release", run.span);
  return words;
}

/// A cell's text where the row was typed with tabs, bars or wide gaps.
std::vector<std::string> cells_of(const Document& document, const Block& row) {
  std::vector<std::string> cells(1);
  std::string_view rest = document.source.slice(row.span);
  while (!rest.empty()) {
    const bool gap = rest.starts_with("  ");
    if (rest.front() == '\t' || rest.front() == '|' || gap) {
      cells.emplace_back();
      rest.remove_prefix(gap ? std::min(rest.find_first_not_of(' '), rest.size()) : 1);
    } else {
      cells.back() += rest.front() == '\n' || rest.front() == '\r' ? ' ' : rest.front();
      rest.remove_prefix(1);
    }
  }
  for (std::string& cell : cells) {
    const std::size_t first = cell.find_first_not_of(' ');
    cell = first == std::string::npos ? "" : cell.substr(first, cell.find_last_not_of(' ') - first + 1);
  }
  std::erase(cells, "");
  return cells;
}

/// Members that every block has, so that none is looked for outside of it.
Data block_data(const Document& document, const Block& block, bool first_of_number) {
  Data data = Data::object();
  const std::string number = block.number > 0 && first_of_number ? std::to_string(block.number) : "";
  data.set("number", Data::text(number));
  data.set("anchor", Data::text(number.empty() ? "" : "p" + number));
  const std::string language = language_tag(block.language);
  const bool foreign = !language.empty() && language != document.metadata.language;
  data.set("block_language", Data::text(foreign ? language : ""));
  data.set("block_direction", Data::text(foreign ? std::string(herald::text_direction(language)) : ""));
  return data;
}

constexpr const char* shapes[] = {"heading", "subheading", "paragraph", "bullets",
                                  "numbers", "quote",      "table",     "lines"};

/// Sets the one shape that the block has; `inside` is what the template finds in it.
void set_shape(Data& data, std::string_view shape, Data inside) {
  for (const char* name : shapes) {
    if (name != shape) data.set(name, Data::flag(false));
  }
  data.set(std::string(shape), std::move(inside));
}

Data content_of(std::string markup) {
  Data data = Data::object();
  data.set("content", Data::markup(std::move(markup)));
  return data;
}

Data items_of(const Document& document, const std::vector<std::size_t>& run, const MarkupContext& context) {
  Data items = Data::list();
  for (const std::size_t index : run) items.add(content_of(inline_markup(document.blocks[index], context)));
  Data data = Data::object();
  data.set("items", std::move(items));
  return data;
}

Data row_of(const std::vector<std::string>& cells) {
  Data list = Data::list();
  for (const std::string& cell : cells) {
    Data data = Data::object();
    data.set("cell", Data::text(cell));
    list.add(std::move(data));
  }
  Data row = Data::object();
  row.set("cells", std::move(list));
  return row;
}

/// A table where all rows have one number of cells, few enough for a telephone; else lines.
std::pair<std::string_view, Data> table_of(const Document& document, const std::vector<std::size_t>& run,
                                           const MarkupContext& context) {
  constexpr std::size_t most_columns = 4;  // of some 75 px each at 375 px
  std::vector<std::vector<std::string>> rows;
  for (const std::size_t index : run) rows.push_back(cells_of(document, document.blocks[index]));
  const std::size_t columns = rows.front().size();
  const bool even = std::all_of(rows.begin(), rows.end(), [&](const auto& row) { return row.size() == columns; });
  if (!even || columns < 2 || columns > most_columns || rows.size() < 2)
    return {"lines", items_of(document, run, context)};
  Data body = Data::list();
  for (std::size_t i = 1; i < rows.size(); ++i) body.add(row_of(rows[i]));
  Data table = Data::object();
  Data head = Data::list();
  head.add(row_of(rows.front()));
  table.set("head", std::move(head));
  table.set("rows", std::move(body));
  return {"table", std::move(table)};
}

std::uint8_t least_heading_level(const Document& document, const std::vector<std::size_t>& blocks) {
  std::uint8_t least = 255;
  for (const std::size_t index : blocks)
    if (document.blocks[index].kind == BlockKind::heading) least = std::min(least, document.blocks[index].level);
  return least;
}

bool joins(const Block& first, const Block& next) {
  const bool groups =
      first.kind == BlockKind::list_item || first.kind == BlockKind::block_quote || first.kind == BlockKind::table;
  return groups && first.group != 0 && next.kind == first.kind && next.group == first.group &&
         next.ordered == first.ordered;
}

}  // namespace

std::string inline_markup(const Block& block, const MarkupContext& context) {
  return inline_markup(block.inlines, context);
}

std::string inline_markup(const std::vector<Inline>& inlines, const MarkupContext& context) {
  std::string markup;
  for (const herald::Inline& run : inlines) {
    switch (run.kind) {
      case herald::InlineKind::text:
        markup += escape_html(run.text);
        break;
      case herald::InlineKind::emphasis:
        markup += "<em>" + escape_html(run.text) + "</em>";
        break;
      case herald::InlineKind::strong:
        markup += "<strong>" + escape_html(run.text) + "</strong>";
        break;
      case herald::InlineKind::link:
        markup += link_markup(run, context);
        break;
      case herald::InlineKind::line_break:
        markup += "<br>";
        break;
    }
  }
  return markup;
}

std::vector<std::size_t> body_blocks(const Document& document) {
  std::vector<std::size_t> blocks;
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (!herald::is_body(block.kind) || is_blank(block)) continue;
    // Shown at the foot, above the lines that it heads.
    if (block.kind == BlockKind::heading && i + 1 < document.blocks.size() &&
        (document.blocks[i + 1].kind == BlockKind::contact || document.blocks[i + 1].kind == BlockKind::boilerplate))
      continue;
    blocks.push_back(i);
  }
  while (!blocks.empty() && document.blocks[blocks.back()].kind == BlockKind::heading) blocks.pop_back();
  return blocks;
}

std::vector<std::size_t> opening_blocks(const Document& document) {
  constexpr std::size_t paragraphs = 3;
  std::vector<std::size_t> opening;
  std::size_t seen = 0;
  for (const std::size_t index : body_blocks(document)) {
    const Block& block = document.blocks[index];
    if (block.kind == BlockKind::heading && seen > 0) break;
    if (block.kind == BlockKind::paragraph && seen++ == paragraphs) break;
    opening.push_back(index);
  }
  return opening;
}

Data text_blocks(const Document& document, const std::vector<std::size_t>& blocks, const MarkupContext& context) {
  Data list = Data::list();
  std::uint32_t last_number = 0;
  const std::uint8_t top_level = least_heading_level(document, blocks);
  bool has_heading = false;
  for (std::size_t i = 0; i < blocks.size();) {
    const Block& block = document.blocks[blocks[i]];
    std::vector<std::size_t> run = {blocks[i++]};
    while (i < blocks.size() && joins(block, document.blocks[blocks[i]])) run.push_back(blocks[i++]);
    Data data = block_data(document, block, block.number > last_number);
    last_number = std::max(last_number, block.number);
    switch (block.kind) {
      case BlockKind::heading:
        // A level that is left out would break the order of headings for a screen reader.
        set_shape(data, has_heading && block.level > top_level ? "subheading" : "heading",
                  content_of(inline_markup(block, context)));
        has_heading = true;
        break;
      case BlockKind::list_item:
        set_shape(data, block.ordered ? "numbers" : "bullets", items_of(document, run, context));
        break;
      case BlockKind::block_quote:
        set_shape(data, "quote", items_of(document, run, context));
        break;
      case BlockKind::table: {
        auto [shape, inside] = table_of(document, run, context);
        set_shape(data, shape, std::move(inside));
        break;
      }
      default:
        set_shape(data, "paragraph", content_of(inline_markup(block, context)));
    }
    list.add(std::move(data));
  }
  return list;
}

Data edge_items(const EdgeText& text, const MarkupContext& context) {
  Data items = Data::list();
  for (const EdgeLine& line : text.lines) {
    Data item = content_of(inline_markup(line.inlines, context));
    item.set("is_head", Data::flag(line.is_head));
    items.add(std::move(item));
  }
  return items;
}

}  // namespace herald::plugins::newsletter
