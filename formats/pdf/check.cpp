// The rules of PDF/UA-1 (ISO 14289-1) and PDF/A-2 (ISO 19005-2) that a layout can break, all looked at
// before a byte is written and reported together. What the writer itself guarantees (metadata, output
// intent, embedded fonts, flags of annotations) is not looked at here but in the room's tests.
#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <string>

#include "formats/pdf/pdf.hpp"
#include "formats/pdf/structure.hpp"

namespace herald::pdf {

namespace {

using typeset::Element;
using typeset::ElementIndex;
using typeset::Role;

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

/// A language tag as far as its shape goes (RFC 5646, 2.1): subtags of 1 to 8 letters and digits.
bool is_language_tag(const std::string& tag) {
  std::size_t length = 0;
  bool first = true;
  for (const char c : tag) {
    if (c == '-') {
      if (length == 0) return false;
      first = false;
      length = 0;
      continue;
    }
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!letter && (first || c < '0' || c > '9')) return false;
    if (++length > 8) return false;
  }
  return length > 0;
}

int heading_level(Role role) {
  switch (role) {
    case Role::heading1:
      return 1;
    case Role::heading2:
      return 2;
    case Role::heading3:
      return 3;
    default:
      return 0;
  }
}

/// What may stand in what (14289-1, 7.2). An empty list allows everything that has no home of its own.
bool may_hold(Role parent, Role child) {
  const auto among = [child](std::initializer_list<Role> roles) {
    return std::find(roles.begin(), roles.end(), child) != roles.end();
  };
  switch (parent) {
    case Role::list:
      return among({Role::list_item, Role::list, Role::caption});
    case Role::list_item:
      return among({Role::list_label, Role::list_body});
    case Role::table:
      return among({Role::table_head, Role::table_body, Role::table_row, Role::caption});
    case Role::table_head:
    case Role::table_body:
      return among({Role::table_row});
    case Role::table_row:
      return among({Role::table_header_cell, Role::table_data_cell});
    default:
      return !among({Role::document, Role::list_item, Role::list_label, Role::list_body, Role::table_head,
                     Role::table_body, Role::table_row, Role::table_header_cell, Role::table_data_cell});
  }
}

class Checker {
 public:
  Checker(const typeset::Layout& layout, const Information& information) : layout_(layout), information_(information) {}

  std::vector<Violation> run() {
    check_document();
    if (!check_tree()) return std::move(violations_);  // nothing below can be trusted on a broken tree
    check_headings();
    for (ElementIndex i = 0; i < layout_.elements.size(); ++i) check_element(i);
    for (std::size_t page = 0; page < layout_.pages.size(); ++page) check_page(page);
    check_outline();
    return std::move(violations_);
  }

 private:
  void add(std::string clause, std::string message) { violations_.push_back({std::move(clause), std::move(message)}); }

  std::string where(ElementIndex index) const {
    return std::string(structure_type(layout_.elements[index].role)) + " (element " + std::to_string(index) + ")";
  }

  void check_document() {
    if (is_blank(information_.title)) add("UA 7.1-9", "the document has no title");
    if (!is_language_tag(layout_.language)) {
      add("UA 7.2-29", "the document's language is \"" + layout_.language + "\", not a language tag");
    }
    if (layout_.pages.empty()) add("A 6.1.3", "the document has no pages");
    for (std::size_t i = 0; i < layout_.destinations.size(); ++i) {
      const typeset::Destination& destination = layout_.destinations[i];
      if (destination.page >= layout_.pages.size()) {
        add("32000-1 12.3.2", "the destination \"" + destination.name + "\" lies on a page that does not exist");
      }
      targets_.insert(destination.name);
    }
  }

  bool check_tree() {
    if (layout_.elements.empty() || layout_.elements[0].role != Role::document) {
      add("UA 7.1-11", "the structure tree does not begin with a document element");
      return false;
    }
    children_.resize(layout_.elements.size());
    for (ElementIndex i = 1; i < layout_.elements.size(); ++i) {
      const ElementIndex parent = layout_.elements[i].parent;
      if (parent >= i) {
        add("UA 7.1-12", where(i) + " stands before its parent");
        return false;
      }
      children_[parent].push_back(i);
    }
    return true;
  }

  void check_headings() {
    int last = 0;
    for (ElementIndex i = 0; i < layout_.elements.size(); ++i) {
      const int level = heading_level(layout_.elements[i].role);
      if (level == 0) continue;
      if (level > last + 1) {
        add("UA 7.4.2-1", where(i) + " follows " + (last == 0 ? "no heading" : "H" + std::to_string(last)));
      }
      last = level;
    }
  }

  void check_element(ElementIndex index) {
    const Element& element = layout_.elements[index];
    if (index > 0 && !may_hold(layout_.elements[element.parent].role, element.role)) {
      add("UA 7.2", where(index) + " may not stand in " + where(element.parent));
    }
    if (!element.language.empty() && !is_language_tag(element.language)) {
      add("UA 7.2-29", where(index) + " has the language \"" + element.language + "\", not a language tag");
    }
    if (element.role == Role::figure && is_blank(element.alternative_text) && is_blank(element.actual_text)) {
      add("UA 7.3-1", where(index) + " has no description");
    }
    if (element.role == Role::table) check_table(index);
  }

  /// All rows of one width; every data cell under or beside a header (UA 7.2-43, 7.5). Row spans count too.
  void check_table(ElementIndex table) {
    std::vector<ElementIndex> rows;
    bool has_head = false;
    bool has_body = false;
    for (const ElementIndex child : children_[table]) {
      const Role role = layout_.elements[child].role;
      has_head = has_head || role == Role::table_head;
      has_body = has_body || role == Role::table_body;
      if (role == Role::table_row) rows.push_back(child);
      if (role == Role::table_head || role == Role::table_body) {
        rows.insert(rows.end(), children_[child].begin(), children_[child].end());
      }
    }
    if (has_head && !has_body) add("UA 7.2-14", where(table) + " has a head and no body");

    std::vector<std::size_t> filled;  // rows still covered from above, by column
    std::size_t width = 0;
    bool column_headers = false;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      std::size_t column = 0;
      bool row_header = false;
      bool data = false;
      const auto skip_covered = [&] {
        while (column < filled.size() && filled[column] > r) ++column;
      };
      for (const ElementIndex cell : children_[rows[r]]) {
        skip_covered();
        const Element& one = layout_.elements[cell];
        const bool header = one.role == Role::table_header_cell;
        const auto scope = one.scope;
        row_header =
            row_header || (header && (scope == typeset::HeaderScope::row || scope == typeset::HeaderScope::both));
        column_headers = column_headers ||
                         (header && (scope == typeset::HeaderScope::column || scope == typeset::HeaderScope::both));
        data = data || !header;
        for (std::size_t i = 0; i < std::max<std::size_t>(1, one.column_span); ++i, ++column) {
          if (filled.size() <= column) filled.resize(column + 1, 0);
          filled[column] = r + std::max<std::size_t>(1, one.row_span);
        }
      }
      skip_covered();
      if (r == 0) width = column;
      if (column != width) {
        add("UA 7.2-43", where(table) + ": row " + std::to_string(r + 1) + " has " + std::to_string(column) +
                             " columns, the first has " + std::to_string(width));
      }
      if (data && !row_header && !column_headers) {
        add("UA 7.5-1", where(table) + ": row " + std::to_string(r + 1) + " has cells without a header");
      }
    }
    if (std::any_of(filled.begin(), filled.end(), [&](std::size_t end) { return end > rows.size(); })) {
      add("UA 7.2-41", where(table) + " has a row span that leaves the table");
    }
  }

  void check_page(std::size_t number) {
    const typeset::Page& page = layout_.pages[number];
    const std::string place = "page " + std::to_string(number + 1);
    // 3 to 14,400 units a side (ISO 19005-2, 6.1.13).
    for (const double side : {page.width, page.height}) {
      if (!(side >= 3 && side <= 14400))
        add("A 6.1.13-11", place + " has a side of " + std::to_string(side) + " points");
    }
    for (const typeset::PageItem& item : page.items) check_item(item, place);
  }

  void check_item(const typeset::PageItem& item, const std::string& place) {
    if (item.element != typeset::artifact && item.element >= layout_.elements.size()) {
      add("UA 7.1-3", place + " has content of element " + std::to_string(item.element) + ", which does not exist");
      return;
    }
    if (const auto* link = std::get_if<typeset::Link>(&item.content)) return check_link(*link, item.element, place);
    const auto* run = std::get_if<typeset::GlyphRun>(&item.content);
    if (run == nullptr) return;
    if (!run->glyphs.empty() && run->face == nullptr) add("UA 7.21.4.1-1", place + " has a text without a font");
    for (const typeset::Glyph& glyph : run->glyphs) {
      if (glyph.id != 0) continue;
      add("UA 7.21.8-1", place + " has a character that its font cannot show, in \"" + run->text.substr(0, 80) + "\"");
      break;
    }
    if (!run->language.empty() && !is_language_tag(run->language)) {
      add("UA 7.2-29", place + " has a text of the language \"" + run->language + "\", not a language tag");
    }
  }

  void check_link(const typeset::Link& link, ElementIndex element, const std::string& place) {
    const std::string name = "the link to \"" + (link.target.empty() ? link.uri : link.target) + "\" on " + place;
    if (element == typeset::artifact || layout_.elements[element].role != Role::link) {
      add("UA 7.18.5-1", name + " is in no link element");
    }
    if (is_blank(link.description)) add("UA 7.18.5-2", name + " does not say where it leads");
    if (link.target.empty() == link.uri.empty()) add("32000-1 12.5.6.5", name + " needs an address or a target");
    if (!link.target.empty() && targets_.count(link.target) == 0) {
      add("32000-1 12.3.2", name + " leads to a destination that does not exist");
    }
  }

  void check_outline() {
    for (const typeset::OutlineEntry& entry : layout_.outline) {
      if (is_blank(entry.title)) add("32000-1 12.3.3", "a bookmark to \"" + entry.target + "\" has no title");
      if (targets_.count(entry.target) == 0) {
        add("32000-1 12.3.2", "the bookmark \"" + entry.title + "\" leads to a destination that does not exist");
      }
    }
  }

  const typeset::Layout& layout_;
  const Information& information_;
  std::vector<Violation> violations_;
  std::vector<std::vector<ElementIndex>> children_;
  std::set<std::string> targets_;
};

}  // namespace

std::vector<Violation> check(const typeset::Layout& layout, const Information& information) {
  return Checker(layout, information).run();
}

}  // namespace herald::pdf
