// Each kind of fact gives its value and its details; all else is the same for all.
#include "core/app/review/findings.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "core/app/excerpt.hpp"
#include "core/document/enum_names.hpp"

namespace herald::app::review {
namespace {

struct KindWords {
  std::string_view name;
  std::string_view heading;
};

constexpr std::array<KindWords, kind_count> kind_words = {{{"figure", "Figures"},
                                                           {"person", "People"},
                                                           {"quotation", "Quotations"},
                                                           {"date", "Dates"},
                                                           {"place", "Places"},
                                                           {"organisation", "Organisations"},
                                                           {"event", "Events"},
                                                           {"contact", "Contacts"},
                                                           {"link", "Links"},
                                                           {"point", "Points to make"}}};

// Of what may stand in many facts, as a speaker's name does.
constexpr std::size_t most_repeated_bytes = 1000;

std::string spaced(std::string_view name) {
  std::string words(name);
  std::replace(words.begin(), words.end(), '_', ' ');
  return words;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : ", ") + text;
  return all;
}

class Collector {
 public:
  Collector(const Document& document, const facts::Trace& trace, const Labels& labels)
      : document_(document), trace_(trace), labels_(labels) {}

  std::vector<Finding> collect() {
    const Facts& facts = document_.facts;
    for (const Figure& figure : facts.figures) add(figure);
    for (const Person& person : facts.people) add(person);
    for (const Quotation& quotation : facts.quotations) add(quotation);
    for (const DateMention& date : facts.dates) add(date);
    for (const Place& place : facts.places) add(place);
    for (const Organisation& organisation : facts.organisations) add(organisation);
    for (const Event& event : facts.events) add(event);
    for (const Contact& contact : facts.contacts) add(contact);
    for (const Link& link : facts.links) add(link);
    for (const Point& point : facts.points) add(point);
    return std::move(findings_);
  }

 private:
  Finding& begin(FactKind kind, const std::string& id, std::string value) {
    Finding finding;
    finding.kind = kind;
    finding.id = id;
    finding.value = std::move(value);
    findings_.push_back(std::move(finding));
    return findings_.back();
  }

  static void detail(Finding& finding, const char* name, std::string value) {
    if (!value.empty()) finding.details.push_back({name, std::move(value)});
  }

  // A fact with several mentions is corrected and doubted in its first.
  void mention(Finding& finding, const Provenance& where) const {
    if (finding.mentions.empty()) {
      finding.origin = where.origin;
      finding.replaced = where.replaced;
      finding.doubted = is_doubted(where);
    }
    finding.mentions.push_back({where.span, where.sentence, where.block, where.rule, where.confidence,
                                triggers(finding.kind, where.span.begin)});
  }

  void mentions(Finding& finding, const std::vector<Provenance>& all) const {
    for (const Provenance& where : all) mention(finding, where);
  }

  // Triggers are in the order of their facts' beginnings.
  std::vector<Span> triggers(FactKind kind, std::uint32_t begin) const {
    std::vector<Span> words;
    const auto& all = trace_.triggers();
    auto at = std::lower_bound(all.begin(), all.end(), std::tuple(begin, kind),
                               [](const facts::Trigger& trigger, const auto& key) {
                                 return std::tuple(trigger.fact.begin, trigger.kind) < key;
                               });
    for (; at != all.end() && at->fact.begin == begin && at->kind == kind; ++at) words.push_back(at->words);
    return words;
  }

  std::string day(const std::string& start, const std::string& end) const {
    return start.empty() ? std::string() : present_date(start, end, labels_);
  }

  void add(const Figure& figure) {
    const std::string qualifier = present_qualifier(figure.qualifier, labels_);
    Finding& finding =
        begin(FactKind::figure, figure.id, (qualifier.empty() ? "" : qualifier + " ") + present_value(figure, labels_));
    detail(finding, "counts", figure.counted);
    if (figure.kind != FigureKind::count)
      detail(finding, "kind", spaced(document::name_of(document::figure_kind_names, figure.kind)));
    if (figure.as_written != finding.value) detail(finding, "as written", figure.as_written);
    mention(finding, figure.provenance);
  }

  void add(const Person& person) {
    Finding& finding = begin(FactKind::person, person.id, person.name);
    detail(finding, "post", person.role);
    detail(finding, "organisation", person.affiliation);
    detail(finding, "country", person.country);
    mentions(finding, person.mentions);
  }

  void add(const Quotation& quotation) {
    Finding& finding = begin(FactKind::quotation, quotation.id, quotation.text);
    detail(finding, "speaker",
           shortened(quotation.speaker ? document_.facts.people[*quotation.speaker].name : quotation.speaker_text,
                     most_repeated_bytes));
    if (quotation.partial) detail(finding, "extent", "a few words within a sentence of the release's own");
    mention(finding, quotation.provenance);
    if (quotation.parts.empty()) return;
    // The first part is where the fact stands; the others are the same fact, said on.
    finding.mentions.front().span = quotation.parts.front();
    for (std::size_t part = 1; part < quotation.parts.size(); ++part) {
      Mention more{quotation.parts[part], quotation.provenance.sentence, quotation.provenance.block, {}, 1.0, {}};
      const auto sentence =
          std::upper_bound(document_.sentences.begin(), document_.sentences.end(), more.span.begin,
                           [](std::uint32_t begin, const Sentence& one) { return begin < one.span.begin; });
      if (sentence != document_.sentences.begin()) {
        more.sentence = static_cast<std::uint32_t>(sentence - document_.sentences.begin() - 1);
        more.block = document_.sentences[more.sentence].block;
      }
      finding.mentions.push_back(std::move(more));
    }
  }

  void add(const DateMention& date) {
    Finding& finding = begin(FactKind::date, date.id, day(date.start, date.end));
    if (date.as_written != finding.value) detail(finding, "as written", date.as_written);
    detail(finding, "role", spaced(document::name_of(document::date_role_names, date.role)));
    if (date.relative) detail(finding, "counted from", reference_day());
    mention(finding, date.provenance);
  }

  void add(const Place& place) {
    Finding& finding = begin(FactKind::place, place.id, place.name);
    detail(finding, "country", place.country_code);
    mentions(finding, place.mentions);
  }

  void add(const Organisation& organisation) {
    Finding& finding = begin(FactKind::organisation, organisation.id, organisation.name);
    detail(finding, "abbreviation", organisation.abbreviation);
    mentions(finding, organisation.mentions);
  }

  void add(const Event& event) {
    Finding& finding = begin(FactKind::event, event.id, event.name);
    detail(finding, "when", day(event.start, event.end));
    detail(finding, "where", event.place);
    detail(finding, "status", spaced(document::name_of(document::event_status_names, event.status)));
    mention(finding, event.provenance);
  }

  void add(const Contact& contact) {
    Finding& finding = begin(FactKind::contact, contact.id, contact.name.empty() ? "(no name)" : contact.name);
    detail(finding, "post", contact.role);
    detail(finding, "organisation", contact.affiliation);
    detail(finding, "mail", joined(contact.emails));
    detail(finding, "telephone", joined(contact.phones));
    mention(finding, contact.provenance);
  }

  void add(const Link& link) {
    Finding& finding = begin(FactKind::link, link.id, link.text);
    detail(finding, "leads to", link.target);
    mention(finding, link.provenance);
  }

  void add(const Point& point) {
    const Sentence& sentence = document_.sentences[point.sentence];
    Finding& finding = begin(FactKind::point, point.id,
                             sentence_around(document_, point.sentence, {sentence.span.begin, sentence.span.begin}));
    detail(finding, "reason", point.reason);
    finding.mentions.push_back({sentence.span, point.sentence, sentence.block, "points." + point.reason, 1.0, {}});
  }

  std::string reference_day() const {
    const Metadata& metadata = document_.metadata;
    if (!metadata.published.empty()) return metadata.published;
    return metadata.dateline ? metadata.dateline->date : std::string();
  }

  const Document& document_;
  const facts::Trace& trace_;
  const Labels& labels_;
  std::vector<Finding> findings_;
};

std::string origin_in_words(const Metadata& metadata, const char* member) {
  const auto origin = metadata.origins.find(member);
  if (origin == metadata.origins.end())
    return member == std::string_view("language") ? "told by its words" : "the release's own words";
  return origin->second == "correction" ? "corrected by hand" : origin->second;
}

std::vector<Known> known_metadata(const Document& document) {
  const Metadata& metadata = document.metadata;
  std::vector<Known> known;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) known.push_back({name, value, origin_in_words(metadata, name)});
  };
  add("title", metadata.title);
  add("standfirst", metadata.standfirst);
  add("status", metadata.status);
  add("published", metadata.published);
  add("embargo", metadata.embargo);
  add("dateline", metadata.dateline ? metadata.dateline->text : std::string());
  add("language", metadata.language);
  return known;
}

}  // namespace

std::string_view kind_name(FactKind kind) { return kind_words[static_cast<std::size_t>(kind)].name; }
std::string_view kind_heading(FactKind kind) { return kind_words[static_cast<std::size_t>(kind)].heading; }

Review make_review(const Document& document, const facts::Trace& trace, const Labels& labels) {
  Review review;
  review.document = &document;
  review.findings = Collector(document, trace, labels).collect();
  review.rejections = trace.rejections();
  review.rejections_left_out = trace.left_out();
  review.has_record = trace.is_settled();
  review.metadata = known_metadata(document);
  return review;
}

std::vector<Item> items_in_order(const Review& review) {
  std::vector<Item> items;
  for (std::size_t f = 0; f < review.findings.size(); ++f)
    for (std::size_t m = 0; m < review.findings[f].mentions.size(); ++m) {
      const Mention& mention = review.findings[f].mentions[m];
      items.push_back({mention.span, mention.sentence, f, m, Item::none});
    }
  for (std::size_t r = 0; r < review.rejections.size(); ++r)
    items.push_back({review.rejections[r].span, review.rejections[r].sentence, Item::none, 0, r});
  std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) {
    return std::tuple(a.span.begin, b.span.end) < std::tuple(b.span.begin, a.span.end);
  });
  return items;
}

std::string shortened(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string words_at(const Document& document, Span span, std::size_t bytes) {
  if (span.size() <= bytes) return folded_text(document, span);
  // Only what is kept is looked at: a document JSON may have any number of spans that all cover the text.
  const std::string_view kept = document.source.slice({span.begin, span.begin + static_cast<std::uint32_t>(bytes) + 1});
  span.end = span.begin + static_cast<std::uint32_t>(shortened(kept, bytes).size() - std::string_view("…").size());
  return folded_text(document, span) + "…";
}

std::string block_name(BlockKind kind) { return spaced(document::name_of(document::block_kind_names, kind)); }

std::string place_name(const Document& document, std::uint32_t block) {
  const Block& where = document.blocks[block];
  return where.number != 0 ? "¶ " + std::to_string(where.number) : block_name(where.kind);
}

}  // namespace herald::app::review
