// The explanation at a terminal: each paragraph's sentences, and below each what was found in it and what was not.
#include <cmath>

#include "core/app/excerpt.hpp"
#include "core/app/review/explain.hpp"
#include "core/app/text_table.hpp"

namespace herald::app::review {
namespace {

constexpr std::size_t most_value_bytes = 240;  // of a quotation, whose words stand in the text above it
constexpr std::size_t most_words_bytes = 120;

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

// Two columns in front, the text wrapped behind them.
class Lines {
 public:
  explicit Lines(std::size_t width) : width_(width) {}

  void plain(std::string_view text) { add("", 0, text); }
  void sentence(std::string_view text) { add("", 2, text); }
  void entry(std::string_view id, std::string_view kind, std::string_view text) {
    std::string head = padded("    " + std::string(id), id_columns);
    if (!kind.empty()) head = padded(head + std::string(kind), text_column);
    add(padded(head, text_column), text_column, text);
  }
  void more(std::string_view text) { add("", text_column, text); }
  void gap() { text_ += '\n'; }
  std::string take() { return std::move(text_); }

 private:
  static constexpr std::size_t id_columns = 10;
  static constexpr std::size_t text_column = 25;

  // At least a space behind what is too long for its column.
  static std::string padded(std::string text, std::size_t columns) {
    const std::size_t width = display_width(text);
    if (width < columns || !text.ends_with(' ')) text.append(width < columns ? columns - width : 1, ' ');
    return text;
  }

  void add(const std::string& head, std::size_t indent, std::string_view text) {
    constexpr std::size_t narrowest = 20;
    bool first = true;
    for (const std::string& line : wrap_text(text, std::max(width_ - std::min(width_, indent), narrowest))) {
      text_ += first && !head.empty() ? head : std::string(indent, ' ');
      text_ += line + "\n";
      first = false;
    }
  }

  std::size_t width_;
  std::string text_;
};

// A point is chosen, not found: there is nothing to be sure of.
std::string rule_in_brackets(FactKind kind, const Mention& mention) {
  if (kind == FactKind::point) return " (" + mention.rule + ")";
  const std::string percent = std::to_string(std::lround(mention.confidence * 100));
  return " (" + mention.rule + ", confidence " + percent + "%)";
}

// "the words “said”, “Director of …”": what made it a fact.
std::string trigger_words(const Document& document, const Mention& mention) {
  std::string words;
  for (const Span& span : mention.triggers)
    words += (words.empty() ? "" : ", ") + quoted(words_at(document, span, most_words_bytes));
  return words;
}

void put_mention(Lines& lines, const Document& document, FactKind kind, const Mention& mention) {
  lines.more("why: " + why(mention.rule) + rule_in_brackets(kind, mention));
  if (const std::string words = trigger_words(document, mention); !words.empty()) lines.more("words: " + words);
}

void put_finding(Lines& lines, const Finding& finding) {
  std::string value = shortened(finding.value, most_value_bytes);
  if (finding.kind == FactKind::quotation) value = quoted(value);
  if (finding.kind == FactKind::point) value = "this sentence";
  lines.entry(finding.id, kind_name(finding.kind), value);
  std::string details;
  for (const Detail& detail : finding.details)
    details += (details.empty() ? "" : "; ") + detail.name + ": " + shortened(detail.value, most_value_bytes);
  if (!details.empty()) lines.more(details);
  if (finding.doubted) lines.more("doubted: as likely wrong as right, please check");
  if (finding.origin == Origin::manual) lines.more("added by hand");
  if (finding.origin == Origin::corrected)
    lines.more("corrected by hand" +
               (finding.replaced.empty() ? "" : "; Herald had found " + shortened(finding.replaced, most_value_bytes)));
}

void put_rejection(Lines& lines, const Document& document, const facts::Rejection& rejection) {
  lines.entry("–", refusal(rejection.kind),
              quoted(words_at(document, rejection.span, most_words_bytes)) + ": " + why(rejection.rule) + " (" +
                  std::string(rejection.rule) + ")");
}

void put_record_note(Lines& lines, const Review& review) {
  if (!review.has_record)
    lines.plain("What was rejected is not known: this is a document, and only reading a release records it.");
  if (review.rejections_left_out > 0)
    lines.plain("Of what was rejected, " + std::to_string(review.rejections_left_out) + " more are not listed.");
}

void put_metadata(Lines& lines, const Review& review) {
  if (review.metadata.empty()) return;
  lines.plain("THE RELEASE");
  for (const Known& known : review.metadata)
    lines.entry(known.name, "", shortened(known.value, most_value_bytes) + "  [" + known.origin + "]");
}

void put_sentence(Lines& lines, const Document& document, std::uint32_t sentence, Span around) {
  lines.sentence(quoted(sentence_around(document, sentence, around)));
}

void put_item(Lines& lines, const Review& review, const Item& item) {
  if (item.rejection != Item::none) return put_rejection(lines, *review.document, review.rejections[item.rejection]);
  const Finding& finding = review.findings[item.finding];
  const Mention& mention = finding.mentions[item.mention];
  if (item.mention == 0) {
    put_finding(lines, finding);
  } else {
    const bool goes_on = mention.rule.empty();
    lines.entry(
        finding.id, kind_name(finding.kind),
        quoted(words_at(*review.document, mention.span, most_words_bytes)) + (goes_on ? ": goes on" : ": again"));
    if (goes_on) return;
  }
  put_mention(lines, *review.document, finding.kind, mention);
}

}  // namespace

std::string explain_all(const Review& review, std::size_t width) {
  const Document& document = *review.document;
  Lines lines(width);
  put_metadata(lines, review);
  put_record_note(lines, review);
  std::optional<std::uint32_t> paragraph;
  std::optional<std::uint32_t> sentence;
  for (const Item& item : items_in_order(review)) {
    const std::uint32_t block = document.sentences[item.sentence].block;
    const std::string place = place_name(document, block);
    if (!paragraph || (*paragraph != block && place != place_name(document, *paragraph))) {
      lines.gap();
      lines.plain(place);
    }
    paragraph = block;
    if (sentence != item.sentence) put_sentence(lines, document, item.sentence, item.span);
    sentence = item.sentence;
    put_item(lines, review, item);
  }
  if (review.findings.empty()) {
    lines.gap();
    lines.plain("No facts found.");
  }
  return lines.take();
}

std::string explain_one(const Review& review, std::size_t finding, std::size_t width) {
  const Document& document = *review.document;
  Lines lines(width);
  const std::vector<Mention>& mentions = review.findings[finding].mentions;
  for (std::size_t m = 0; m < mentions.size(); ++m) {
    lines.plain(place_name(document, mentions[m].block));
    put_sentence(lines, document, mentions[m].sentence, mentions[m].span);
    put_item(lines, review, {mentions[m].span, mentions[m].sentence, finding, m, Item::none});
    lines.gap();
  }
  if (mentions.empty()) put_finding(lines, review.findings[finding]);
  const std::vector<facts::Rejection> near = rejections_near(review, finding);
  if (!near.empty()) lines.plain("NEARBY, AND NOT TAKEN");
  for (const facts::Rejection& rejection : near) put_rejection(lines, document, rejection);
  if (near.empty() && review.has_record) lines.plain("Nothing was rejected nearby.");
  put_record_note(lines, review);
  return lines.take();
}

}  // namespace herald::app::review
