// The release's text in the briefing: numbered paragraphs as list items with the number in the margin,
// headings, lists, quotations set off; picture names counted, noise left out; contact and boilerplate
// smaller at the end. And the note that says where all of it comes from.
#include <fmt/format.h>

#include <algorithm>

#include "herald/edges.hpp"
#include "herald/presentation.hpp"
#include "herald/version.hpp"
#include "plugins/pdf_brief/compose.hpp"

namespace herald::plugins {

namespace {

using typeset::ListItem;

class TextComposer {
 public:
  explicit TextComposer(Context& context) : context_(context), blocks_(context.document.blocks) {}

  void run() {
    for (std::size_t i = 0; i < blocks_.size();) i = compose(i);
    flush();
    compose_ending(BlockKind::contact, "contact");
    compose_ending(BlockKind::boilerplate, "about");
  }

 private:
  /// One block, or a run of blocks that belong together; returns where the next begins.
  std::size_t compose(std::size_t i) {
    const Block& block = blocks_[i];
    switch (block.kind) {
      case BlockKind::paragraph:
        paragraphs_.push_back(numbered(block));
        return i + 1;
      case BlockKind::heading:
        flush();
        return compose_heading(i);
      case BlockKind::list_item:
        flush();
        return compose_list(i);
      case BlockKind::block_quote:
        flush();
        return compose_quote(i);
      case BlockKind::image:
        flush();
        return compose_pictures(i);
      case BlockKind::table:
        flush();
        return compose_table(i);
      case BlockKind::caption:
        flush();
        context_.flow.paragraph(context_.text_of(block), context_.styles.caption);
        return i + 1;
      default:
        return i + 1;  // head, contact and boilerplate stand elsewhere, end marks and noise nowhere
    }
  }

  std::size_t end_of_run(std::size_t first) const {
    std::size_t last = first + 1;
    while (last < blocks_.size() && blocks_[last].kind == blocks_[first].kind &&
           blocks_[last].group == blocks_[first].group) {
      ++last;
    }
    return last;
  }

  /// The paragraph's number stands at its first block only, and so does the place to jump to.
  ListItem numbered(const Block& block) {
    ListItem item;
    item.text = context_.text_of(block);
    // "The minister said:" is not the last thing on a page.
    item.keep_with_next = item.text.plain().ends_with(':');
    if (block.number == 0 || !shown_.insert(block.number).second) return item;
    item.label.add(std::to_string(block.number));
    item.anchor = paragraph_anchor(block.number);
    return item;
  }

  void flush() {
    if (!paragraphs_.empty()) context_.flow.list(paragraphs_, context_.styles.paragraphs);
    paragraphs_.clear();
  }

  std::size_t compose_heading(std::size_t i) {
    // Shown at the end, above the lines that it heads.
    if (i + 1 < blocks_.size() &&
        (blocks_[i + 1].kind == BlockKind::contact || blocks_[i + 1].kind == BlockKind::boilerplate))
      return i + 1;
    const typeset::Text text = context_.text_of(blocks_[i]);
    if (!is_blank(text.plain())) context_.flow.heading(3, text, context_.styles.text_head);
    return i + 1;
  }

  /// The bullet, and before it in the margin the number of a list that no paragraph led to: it is cited by it.
  typeset::Text label_of_item(const typeset::Text& number, const std::string& bullet) const {
    typeset::Text label;
    if (!number.empty()) {
      const typeset::TextStyle& style = context_.styles.paragraphs.label;
      typeset::Inline small{.text = number.plain(), .scale = style.size / context_.styles.bullets.label.size};
      small.family = style.family;
      small.color = style.color;
      label.add(std::move(small));
      label.add("\u2003");
    }
    label.add(bullet);
    return label;
  }

  std::size_t compose_list(std::size_t i) {
    const std::size_t end = end_of_run(i);
    std::vector<ListItem> items;
    for (std::size_t at = i; at < end; ++at) {
      ListItem item = numbered(blocks_[at]);
      item.label = label_of_item(item.label, blocks_[i].ordered ? std::to_string(at - i + 1) + "." : "•");
      items.push_back(std::move(item));
    }
    typeset::ListStyle style = context_.styles.bullets;
    if (blocks_[i].ordered) style.numbering = typeset::ListNumbering::decimal;
    context_.flow.list(items, style);
    return end;
  }

  std::size_t compose_quote(std::size_t i) {
    const std::size_t end = end_of_run(i);
    context_.flow.callout(
        context_.styles.set_off,
        [&] {
          std::vector<ListItem> items;
          for (std::size_t at = i; at < end; ++at) items.push_back(numbered(blocks_[at]));
          typeset::ListStyle style = context_.styles.paragraphs;
          style.least_items = 2;
          context_.flow.list(items, style);
        },
        typeset::Role::block_quote);
    return end;
  }

  std::size_t compose_pictures(std::size_t i) {
    std::size_t pictures = 0;
    // What a gallery leaves between its pictures (a counter, a slash) is noise.
    while (i < blocks_.size() && (blocks_[i].kind == BlockKind::image || blocks_[i].kind == BlockKind::noise)) {
      pictures += blocks_[i++].kind == BlockKind::image ? 1 : 0;
    }
    context_.flow.paragraph(typeset::Text(context_.phrase("pictures", {{"number", std::to_string(pictures)}})),
                            context_.styles.remark);
    return i;
  }

  /// Rows as they were pasted: what its columns are, the model does not say.
  std::size_t compose_table(std::size_t i) {
    const std::size_t end = end_of_run(i);
    for (; i < end; ++i) context_.flow.paragraph(context_.text_of(blocks_[i]), context_.styles.table_line);
    return end;
  }

  void compose_ending(BlockKind kind, std::string_view key) {
    // Whom to call is of use only whole; what is longer is a text, and may be divided.
    constexpr std::size_t most_undivided_lines = 8;
    const EdgeText ending = edge_text(context_.document, kind, context_.resources.labels);
    const std::vector<EdgeLine>& lines = ending.lines;
    const auto head = [this](const typeset::Text& text) {
      context_.flow.heading(3, text, context_.styles.small_head, {.in_outline = false});
    };
    if (!lines.empty() && !ending.names_itself) head(typeset::Text(context_.word(key)));
    for (const EdgeLine& line : lines) {
      const typeset::Text text = context_.text_of(line.inlines, line.language);
      if (line.is_head) {
        head(text);
        continue;
      }
      typeset::ParagraphStyle style = context_.styles.small_text;
      if (&line == &lines.front() && ending.names_itself) style.space_before = context_.styles.small_head.space_before;
      style.keep_with_next = lines.size() <= most_undivided_lines && &line != &lines.back();
      context_.flow.paragraph(text, style);
    }
  }

  Context& context_;
  const std::vector<Block>& blocks_;
  std::vector<ListItem> paragraphs_;
  std::set<std::uint32_t> shown_;
};

bool is_numbered(BlockKind kind) {
  return kind == BlockKind::paragraph || kind == BlockKind::list_item || kind == BlockKind::block_quote;
}

std::string file_name(const std::string& uri) {
  const std::size_t slash = uri.find_last_of('/');
  return printable(slash == std::string::npos ? uri : uri.substr(slash + 1));
}

std::string omissions_of(const Context& context) {
  std::string all;
  const auto add = [&](std::string_view key, std::size_t number) {
    if (number == 0) return;
    if (!all.empty()) all += context.word("separator");
    all += context.phrase(key, {{"number", std::to_string(number)}});
  };
  add("left_out_text", context.omissions.full_text ? 1 : 0);
  add("left_out_pictures", context.omissions.pictures);
  add("left_out_quotations", context.omissions.quotations);
  add("left_out_figures", context.omissions.figures);
  add("left_out_dates", context.omissions.dates);
  add("left_out_noise", context.omissions.noise);
  return all;
}

}  // namespace

void survey_text(Context& context) {
  const auto& sections = context.theme.sections;
  const bool has_text = std::find(sections.begin(), sections.end(), Section::text) != sections.end();
  context.omissions.full_text = !has_text;
  for (const Block& block : context.document.blocks) {
    context.omissions.pictures += block.kind == BlockKind::image ? 1 : 0;
    context.omissions.noise += block.kind == BlockKind::noise ? 1 : 0;
    if (has_text && block.number != 0 && is_numbered(block.kind)) context.paragraphs.insert(block.number);
  }
}

void compose_text(Context& context) {
  const auto& blocks = context.document.blocks;
  const bool any = std::any_of(blocks.begin(), blocks.end(), [](const Block& block) {
    return is_body(block.kind) || block.kind == BlockKind::contact || block.kind == BlockKind::boilerplate;
  });
  if (!any) return;
  context.flow.heading(2, typeset::Text(context.word("text")), context.styles.section_head, {.name = "section-text"});
  TextComposer(context).run();
}

void compose_source(Context& context) {
  const Document& document = context.document;
  const Labels& labels = context.resources.labels;
  std::vector<std::pair<std::string_view, std::string>> lines;
  lines.emplace_back("file", file_name(document.source.uri));
  lines.emplace_back("checksum", document.source.sha256);
  if (!document.metadata.published.empty()) {
    lines.emplace_back("published", present_date(document.metadata.published, "", labels));
  }
  lines.emplace_back("left_out", omissions_of(context));
  // Without a day: the clock is not read, and another day would be invented.
  lines.emplace_back("produced", "Herald " + std::string(version()));
  context.flow.callout(context.styles.source, [&] {
    typeset::ParagraphStyle head = context.styles.source_text;
    head.text.weight = typeset::Weight::bold;
    head.text.color = context.theme.heads;
    head.keep_with_next = true;
    context.flow.heading(2, typeset::Text(context.word("source")), head, {.name = "section-source"});
    std::erase_if(lines, [](const auto& line) { return line.second.empty(); });
    for (const auto& [key, value] : lines) {
      typeset::Text line;
      line.bold(std::string(context.word(key)));
      line.add("  " + value);
      typeset::ParagraphStyle style = context.styles.source_text;
      style.keep_with_next = key != lines.back().first;  // the box is one thing
      context.flow.paragraph(line, style);
    }
  });
}

}  // namespace herald::plugins
