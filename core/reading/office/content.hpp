// What is taken out of an office document, whichever of the two formats it has: blocks of text in the document's
// order, and how they are put together. What a block becomes in a release is drafts.cpp's.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/reading/draft.hpp"

namespace herald::reading {

enum class OfficeKind : std::uint8_t {
  paragraph,
  title,
  subtitle,
  heading,
  list_item,
  quote,
  table_row,
  image,
  caption,
  contents  // a line of the table of contents
};

struct OfficeBlock {
  OfficeKind kind = OfficeKind::paragraph;
  std::uint8_t level = 0;  // of a heading or list item, from 1
  bool ordered = false;
  bool tight = false;      // a line of the paragraph before it, not a paragraph of its own
  std::uint32_t list = 0;  // items of one list and rows of one table have the same number, not 0
  std::string text;
  std::vector<Run> runs;  // in order, by bytes of `text`
};

struct OfficeContent {
  std::vector<OfficeBlock> blocks;
  std::string title;      // from the document's properties
  std::string language;   // BCP 47
  std::string created;    // ISO 8601, the date alone
  bool too_long = false;  // more text than the limit: the blocks are not all
};

/// How a stretch of text is marked; links win over bold, bold over italic, as runs do not nest in the model.
struct OfficeMarks {
  bool strong = false;
  bool emphasis = false;
  std::string_view link;
};

/// Puts the blocks together as a reader walks down its document.
class OfficeWriter {
 public:
  explicit OfficeWriter(std::uint64_t most_bytes) : most_bytes_(most_bytes) {}

  /// Paragraphs may stand in paragraphs, as text boxes do; the inner one comes first.
  void begin_paragraph();
  void add_text(std::string_view text, const OfficeMarks& marks);
  void add_break();
  void add_page_break();
  /// A picture by its file's name, and what it shows in words, "" where nobody said so.
  void add_picture(std::string_view name, std::string_view description);
  void end_paragraph(OfficeKind kind, std::uint8_t level = 0, bool ordered = false, std::uint32_t list = 0);
  /// Ends a paragraph whose mark was deleted: the next one goes on in it.
  void leave_paragraph_open();

  void begin_table();
  void begin_row();
  void begin_cell();
  void end_cell();
  void end_row();
  void drop_row();  // a deleted one, in place of end_row()
  void end_table();

  bool in_paragraph() const { return !open_.empty(); }
  bool is_full() const { return bytes_ > most_bytes_; }

  /// The blocks so far; the writer is empty then.
  std::vector<OfficeBlock> take();

 private:
  struct Picture {
    std::string name;
    std::string description;
  };
  struct Open {
    std::string text;
    std::vector<Run> runs;
    std::vector<Picture> pictures;  // behind the text
  };
  struct Cell {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Row {
    std::size_t begin = 0;
    std::vector<Cell> cells;
    bool is_data = false;
  };
  struct Table {
    std::size_t begin = 0;
    std::vector<Row> rows;
  };

  void flush_line(Open& open, OfficeBlock properties);
  void flush_left_open();
  void put_picture(const Picture& picture);
  bool is_data(const Row& row) const;
  OfficeBlock join_cells(const Row& row, std::uint32_t list);

  std::uint64_t most_bytes_;
  std::uint64_t bytes_ = 0;
  std::vector<OfficeBlock> blocks_;
  std::vector<Open> open_;
  Open left_open_;
  std::vector<Table> tables_;
  std::uint32_t table_count_ = 0;
};

/// Numbers of lists stay below, those of tables begin here.
constexpr std::uint32_t first_table_number = 1U << 30U;

}  // namespace herald::reading
