// What a Flow remembers of a composition: blocks in reading order, each with its text, style and
// structure elements. Flow fills it (flow.cpp), vertical.cpp and its neighbours measure it.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "formats/typeset/flow.hpp"
#include "formats/typeset/paragraph.hpp"

namespace herald::typeset {

struct ParagraphBlock {
  ParagraphSource source;
  std::string anchor;
};

struct ListBlock {
  struct Item {
    ParagraphSource label;
    ParagraphSource body;
    std::string anchor;
    bool keep_with_next = false;
  };
  ListStyle style;
  std::vector<Item> items;
};

struct TableBlock {
  struct CellBlock {
    ParagraphSource source;
    std::uint16_t column_span = 1;
    std::string anchor;
  };
  using RowBlock = std::vector<CellBlock>;
  TableStyle style;
  std::vector<Column> columns;
  std::vector<RowBlock> head;
  std::vector<RowBlock> rows;
  ParagraphSource caption;
};

struct PanelBlock {
  struct CellBlock {
    ParagraphSource note;
    ParagraphSource value;
    ParagraphSource label;
  };
  PanelStyle style;
  std::vector<CellBlock> cells;
};

struct SpaceBlock {
  Points height = 0;
};
struct PageBreakBlock {};
struct CalloutBegin {
  CalloutStyle style;
};
struct CalloutEnd {};

using Block = std::variant<ParagraphBlock, ListBlock, TableBlock, PanelBlock, RuleStyle, SpaceBlock, PageBreakBlock,
                           CalloutBegin, CalloutEnd>;

}  // namespace herald::typeset
