// See writer.hpp.
#include "writer.hpp"

#include <algorithm>

#include "escape.hpp"

namespace herald_markdown {
namespace {

using herald::Block;
using herald::BlockKind;
using herald::Inline;
using herald::InlineKind;

/// Emphasis that begins or ends with a space is none (CommonMark 6.2): the spaces go outside.
std::string marked(const std::string& text, std::string_view mark) {
  const std::size_t first = text.find_first_not_of(' ');
  if (first == std::string::npos) return text;
  const std::size_t last = text.find_last_not_of(' ') + 1;
  return text.substr(0, first) + std::string(mark) + text.substr(first, last - first) + std::string(mark) +
         text.substr(last);
}

/// Every line of a text, with `prefix` before it.
std::string prefixed(std::string_view text, std::string_view prefix) {
  std::string result(prefix);
  for (const char c : text) {
    result += c;
    if (c == '\n') result += prefix;
  }
  return result;
}

std::string file_name(const std::string& uri) { return uri.substr(uri.rfind('/') + 1); }

}  // namespace

Writer::Writer(const herald::ExportRequest& request)
    : request_(request),
      document_(request.document),
      heading_level_(static_cast<int>(request.options.integer("heading_level"))) {}

std::string Writer::write() {
  if (request_.options.text("front_matter") == "yaml") write_front_matter();
  // Markdown knows no direction. A div with one is left standing by GitHub, GitLab and the site
  // generators, and the blank line behind it makes its content Markdown again (CommonMark 4.6).
  const bool is_right_to_left = herald::text_direction(document_.metadata.language) == "rtl";
  if (is_right_to_left) paragraph("<div dir=\"rtl\">");
  write_head();
  if (request_.options.flag("key_figures")) write_key_figures();
  write_text();
  if (request_.options.flag("quotations")) write_quotations();
  write_surroundings();
  write_source();
  if (is_right_to_left) paragraph("</div>");
  return std::move(text_);
}

void Writer::write_front_matter() {
  const herald::Metadata& metadata = document_.metadata;
  text_ += "---\n";
  const auto member = [&](std::string_view name, std::string_view value) {
    if (!value.empty()) text_.append(name).append(": ").append(yaml_text(value)).append("\n");
  };
  member("title", metadata.title);
  member("description", metadata.standfirst);
  member("date", metadata.published);
  member("lang", metadata.language);
  if (metadata.dateline) member("location", metadata.dateline->place);
  member("source_sha256", document_.source.sha256);
  text_ += "---\n";
}

void Writer::write_head() {
  const herald::Metadata& metadata = document_.metadata;
  if (!metadata.title.empty()) heading(0, escape_inline(metadata.title));
  if (!metadata.standfirst.empty()) paragraph(marked(escape_inline(metadata.standfirst), "**"));

  std::string line;
  const auto add = [&](const std::string& part) {
    if (part.empty()) return;
    if (!line.empty()) line += " · ";
    line += escape_inline(part);
  };
  add(metadata.status);
  if (metadata.dateline) {
    const herald::Dateline& dateline = *metadata.dateline;
    add(dateline.country.empty() ? dateline.place : dateline.place + ", " + dateline.country);
  }
  add(herald::present_date(metadata.published, {}, request_.resources.labels));
  if (!line.empty()) paragraph(escape_line_start(line));
}

void Writer::write_key_figures() {
  const auto& figures = document_.facts.figures;
  if (figures.empty()) return;
  heading(1, label("common.figures"));
  text_ += "\n| | |\n| ---: | :--- |\n";
  for (const herald::Figure& figure : figures) {
    const auto& labels = request_.resources.labels;
    std::string value = escape_inline(herald::present_value(figure, labels));
    if (const std::string qualifier = herald::present_qualifier(figure.qualifier, labels); !qualifier.empty()) {
      value = escape_inline(qualifier) + " " + marked(value, "**");
    } else {
      value = marked(value, "**");
    }
    // Where the release does not say what is counted, the sentence does.
    std::string counted = figure.counted;
    if (const std::uint32_t sentence = figure.provenance.sentence;
        counted.empty() && sentence < document_.sentences.size()) {
      counted = herald::sentence_text(document_, sentence);
    }
    text_ += "| " + escape_cell(value) + " | " + escape_cell(escape_inline(counted)) + " |\n";
  }
}

void Writer::write_text() {
  const Block* previous = nullptr;
  for (const Block& block : document_.blocks) {
    if (!herald::is_body(block.kind)) continue;
    const bool continues =
        previous != nullptr && block.group != 0 && previous->group == block.group && previous->kind == block.kind;
    if (!continues) list_numbers_ = {};
    switch (block.kind) {
      case BlockKind::heading:
        heading(block.level == 0 ? 1 : block.level, inlines(block));
        break;
      case BlockKind::list_item:
        // A list ends where the next begins only if something stands between them.
        if (!continues && previous != nullptr && previous->kind == BlockKind::list_item) paragraph("<!-- -->");
        if (!continues) blank_line();
        text_ += list_item(block);
        break;
      case BlockKind::block_quote:
        if (continues) {
          text_ += ">\n";
        } else {
          blank_line();
        }
        text_ += prefixed(escape_line_start(inlines(block)), "> ") + "\n";
        break;
      case BlockKind::table:
        // The cells of a pasted table cannot be told apart for certain: its rows stay lines.
        if (continues) {
          text_.insert(text_.size() - 1, "\\");
          text_ += escape_line_start(inlines(block)) + "\n";
        } else {
          paragraph(escape_line_start(inlines(block)));
        }
        break;
      default:
        paragraph(escape_line_start(inlines(block)));
    }
    previous = &block;
  }
}

std::string Writer::list_item(const Block& block) {
  const std::size_t depth = std::min<std::size_t>(block.level == 0 ? 0 : block.level - 1U, list_numbers_.size() - 1);
  // Under "1. " a nested list begins at the fourth column, under "- " at the third: four serve both.
  const std::string indent(depth * 4, ' ');
  ++list_numbers_[depth];
  std::fill(list_numbers_.begin() + static_cast<std::ptrdiff_t>(depth) + 1, list_numbers_.end(), 0U);
  const std::string mark = block.ordered ? std::to_string(list_numbers_[depth]) + ". " : "- ";
  const std::string text = escape_line_start(inlines(block));
  const std::string lines = prefixed(text, indent + std::string(mark.size(), ' '));
  return indent + mark + lines.substr(indent.size() + mark.size()) + "\n";
}

void Writer::write_quotations() {
  bool first = true;
  for (const herald::Quotation& quotation : document_.facts.quotations) {
    if (quotation.partial) continue;
    if (first) heading(1, label("common.quotations"));
    first = false;
    text_ += "\n" + prefixed(escape_line_start(escape_inline(quotation.text)), "> ") + "\n";
    std::string speaker = quotation.speaker_text;
    if (quotation.speaker && *quotation.speaker < document_.facts.people.size()) {
      const herald::Person& person = document_.facts.people[*quotation.speaker];
      speaker = person.role.empty() ? person.name : person.name + ", " + person.role;
    }
    if (!speaker.empty()) text_ += ">\n> — " + escape_inline(speaker) + "\n";
  }
}

void Writer::write_surroundings() {
  bool first = true;
  for (const Block& block : document_.blocks) {
    if (block.kind != BlockKind::boilerplate && block.kind != BlockKind::contact) continue;
    if (first) paragraph("---");
    first = false;
    paragraph(escape_line_start(inlines(block)));
  }
}

void Writer::write_source() {
  const herald::Source& source = document_.source;
  paragraph("---");
  std::string line = label("common.source") + ": ";
  if (source.uri != "-") line += escape_inline(file_name(source.uri)) + ", ";
  paragraph(line + "SHA-256 `" + source.sha256 + "`");
}

std::string Writer::inlines(const Block& block) const {
  std::string result;
  for (const Inline& run : block.inlines) {
    const std::string text = escape_inline(run.text);
    switch (run.kind) {
      case InlineKind::text:
        result += text;
        break;
      case InlineKind::emphasis:
        result += marked(text, "*");
        break;
      case InlineKind::strong:
        result += marked(text, "**");
        break;
      case InlineKind::link:
        if (const std::string target = link_target(run.target); !target.empty()) {
          result += "[" + text + "](" + target + ")";
        } else {
          result += text;
        }
        break;
      case InlineKind::line_break:
        result += "\\\n";
        break;
    }
  }
  // The line behind a hard break is the start of a line too.
  std::string lines;
  std::size_t at = 0;
  for (std::size_t end = result.find('\n'); end != std::string::npos; at = end + 1, end = result.find('\n', at)) {
    lines += (at == 0 ? result.substr(0, end) : escape_line_start(result.substr(at, end - at))) + "\n";
  }
  return lines + (at == 0 ? result : escape_line_start(result.substr(at)));
}

std::string Writer::label(std::string_view key) const { return escape_inline(request_.resources.label(key)); }

void Writer::blank_line() {
  if (!text_.empty()) text_ += '\n';
}

void Writer::paragraph(std::string_view text) {
  blank_line();
  text_.append(text).append("\n");
}

void Writer::heading(int depth, std::string_view text) {
  // HTML and Markdown end at six.
  const int level = std::min(heading_level_ + depth, 6);
  std::string line(static_cast<std::size_t>(level), '#');
  line.append(" ").append(text);
  // A heading is one line: a break in it, which stands as a backslash and a line feed, becomes a space. A "#" at
  // its end would be taken for its closing (CommonMark 4.2).
  for (std::size_t at = line.find("\\\n"); at != std::string::npos; at = line.find("\\\n", at))
    line.replace(at, 2, " ");
  if (line.back() == '#') line.insert(line.size() - 1, "\\");
  paragraph(line);
}

}  // namespace herald_markdown
