// What a release says: figures, people, quotations, dates, places, organisations, events, contacts, links, points
// to make.
// Facts stand beside the blocks and point into the source text; each names the rule that found it.
// What the text does not say is left empty. Names follow IPTC ninjs and schema.org.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "herald/decimal.hpp"
#include "herald/source.hpp"

namespace herald {

enum class Origin : std::uint8_t { extracted, corrected, manual };

/// Where a fact stands and how it was found. `sentence` and `block` are indices into
/// Document::sentences and Document::blocks; `rule` is a dotted name ("figures.money.code_before");
/// `confidence` is between 0 and 1. `replaced` is what Herald had found where a person has corrected it: the members
/// that differ, as a JSON object in the terms of the document's schema.
struct Provenance {
  Span span;
  std::uint32_t sentence = 0;
  std::uint32_t block = 0;
  std::string rule;
  double confidence = 1.0;
  Origin origin = Origin::extracted;
  std::string replaced;

  friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// Whether a fact is as likely wrong as right (03/04/2025, where nothing tells the order): worth a person's check,
/// not a place among what is stated.
inline bool is_doubted(const Provenance& provenance) { return provenance.confidence < 0.6; }

enum class FigureKind : std::uint8_t { count, money, percent, duration, measure, ordinal, ratio };
enum class Qualifier : std::uint8_t { exact, more_than, less_than, about, at_least, at_most };

/// A figure and what it counts. `maximum` is set for ranges ("50 to 60"), `of` for ratios: "one in five" and
/// "two-thirds" are 1 of 5 and 2 of 3, as a decimal would not be exact. `currency` is an ISO 4217 code, `unit` a
/// singular English unit name ("year", "kilometre", "percent"), `counted` the words of the release that say what is
/// counted. `as_written` is the figure as the release has it, qualifier and unit included ("more than EUR 30 billion");
/// provenance.span covers the number with its unit.
struct Figure {
  std::string id;
  Decimal value;
  std::optional<Decimal> maximum;
  std::string currency;
  std::string unit;
  std::string counted;
  std::string as_written;
  Qualifier qualifier = Qualifier::exact;
  FigureKind kind = FigureKind::count;
  Provenance provenance;
  std::optional<Decimal> of;

  friend bool operator==(const Figure&, const Figure&) = default;
};

/// A named person. `country` is a name as written. The first mention is the one that gave the role.
struct Person {
  std::string id;
  std::string name;
  std::string role;
  std::string affiliation;
  std::string country;
  std::vector<Provenance> mentions;

  friend bool operator==(const Person&, const Person&) = default;
};

/// Direct speech. `text` joins the parts by a space, without outer marks; `parts` are their spans in
/// the source. `speaker` is an index into Facts::people; `speaker_text` the attribution as written
/// where the speaker is not a named person ("a spokesperson"). `partial` marks a quotation of a few
/// words inside a sentence of the release's own.
struct Quotation {
  std::string id;
  std::string text;
  std::vector<Span> parts;
  std::optional<std::uint32_t> speaker;
  std::string speaker_text;
  bool partial = false;
  Provenance provenance;

  friend bool operator==(const Quotation&, const Quotation&) = default;
};

enum class DatePrecision : std::uint8_t { year, month, day };
enum class DateRole : std::uint8_t { mentioned, published, event, deadline, period };

/// A date or a range of dates. `start` and `end` are ISO 8601 as far as the precision goes (EDTF
/// level 0: "2025", "2025-01", "2025-11-24"); `end` is empty for a single date. `relative` marks one
/// that was resolved against the date of publication ("today", "in January").
struct DateMention {
  std::string id;
  std::string start;
  std::string end;
  DatePrecision precision = DatePrecision::day;
  DateRole role = DateRole::mentioned;
  bool relative = false;
  std::string as_written;
  Provenance provenance;

  friend bool operator==(const DateMention&, const DateMention&) = default;
};

/// A place. `country_code` is ISO 3166-1 alpha-2 where the place is a country or names one.
struct Place {
  std::string id;
  std::string name;
  std::string country_code;
  std::vector<Provenance> mentions;

  friend bool operator==(const Place&, const Place&) = default;
};

enum class EventStatus : std::uint8_t { past, ongoing, planned };

/// A named body: a ministry, a company, an association. `abbreviation` is the short form that the release introduces
/// ("(ILO)"); mentions by it count as the organisation's.
struct Organisation {
  std::string id;
  std::string name;
  std::string abbreviation;
  std::vector<Provenance> mentions;

  friend bool operator==(const Organisation&, const Organisation&) = default;
};

/// Whom to ask: a block of contact details, or a line of one where each names somebody else. `name` is a person's or an
/// office's; numbers and addresses are as written, several of a kind in the release's order.
struct Contact {
  std::string id;
  std::string name;
  std::string role;
  std::string affiliation;
  std::vector<std::string> emails;
  std::vector<std::string> phones;
  Provenance provenance;

  friend bool operator==(const Contact&, const Contact&) = default;
};

/// A web address of the release: `text` the words that carry it (the address itself where it stands bare), `target`
/// the address with its scheme.
struct Link {
  std::string id;
  std::string text;
  std::string target;
  Provenance provenance;

  friend bool operator==(const Link&, const Link&) = default;
};

/// A named meeting or occasion. `start`, `end` as in DateMention, empty where the text gives none.
struct Event {
  std::string id;
  std::string name;
  std::string start;
  std::string end;
  std::string place;
  EventStatus status = EventStatus::past;
  Provenance provenance;

  friend bool operator==(const Event&, const Event&) = default;
};

/// A sentence worth putting before the reader, with the reason it was chosen ("lead", "figure",
/// "decision", "quotation-free lead of section"); `sentence` is an index into Document::sentences.
struct Point {
  std::string id;
  std::uint32_t sentence = 0;
  std::string reason;

  friend bool operator==(const Point&, const Point&) = default;
};

struct Facts {
  std::vector<Figure> figures;
  std::vector<Person> people;
  std::vector<Quotation> quotations;
  std::vector<DateMention> dates;
  std::vector<Place> places;
  std::vector<Organisation> organisations;
  std::vector<Event> events;
  std::vector<Contact> contacts;
  std::vector<Link> links;
  std::vector<Point> points;

  friend bool operator==(const Facts&, const Facts&) = default;
};

}  // namespace herald
