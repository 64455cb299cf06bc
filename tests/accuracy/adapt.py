#!/usr/bin/env python3
"""Turns a document as Herald writes it (herald-document/1) into the form that score.py reads.

    adapt.py DOCUMENT.json        prints the prediction

It renames and puts together; it judges nothing and mends nothing. Offsets stay bytes of the document's text.
"""
import json
import sys

BLOCK_TYPES = {"date_line": "date", "block_quote": "quote", "end_mark": "noise"}


def number(digits):
    """Herald writes values as strings, lest a reader rounds them; score.py compares numbers."""
    if digits is None:
        return None
    value = float(digits)
    return int(value) if value.is_integer() else value


class Document:
    def __init__(self, document):
        source = document["source"]
        self.blocks = document.get("blocks", [])
        self.sentences = document.get("sentences", [])
        self.metadata = document.get("metadata", {})
        self.facts = document.get("facts", {})
        # Offsets count bytes; slices that cut no character decode as they stand.
        self.bytes = source.get("text", "").encode("utf-8")

    def words(self, span):
        return " ".join(self.bytes[span[0] : span[1]].decode("utf-8", "replace").split())

    def place_of(self, provenance):
        """Where a fact stands: the members that score.py compares by."""
        out = {"start": provenance["span"][0], "end": provenance["span"][1]}
        if provenance.get("sentence") is not None:
            out["sentence"] = self.words(self.sentences[provenance["sentence"]]["span"])
        return out


def block_text(block):
    return "".join("\n" if part.get("kind") == "line_break" else part.get("text", "") for part in block["inlines"])


def speaker_of(quotation, people):
    """A speaker who is a person is named by id, or by place in the list where people have no ids."""
    speaker = quotation.get("speaker")
    if isinstance(speaker, int):
        return people[speaker]["name"]
    named = next((person["name"] for person in people if speaker and person.get("id") == speaker), None)
    return named or quotation.get("speaker_text")


def dateline(metadata):
    line = metadata.get("dateline")
    if not line:
        return None
    return {"place": ", ".join(filter(None, (line.get("place"), line.get("country")))), "text": line.get("text")}


def figure_value(figure):
    """Two-thirds is .667 to the annotators; of "one in five" the one and the five are each a number of the text."""
    value = number(figure["value"])
    if figure["provenance"].get("rule") == "figures.fraction":
        return round(value / number(figure["of"]), 3)
    return value


def next_event(events):
    planned = next((event for event in events if event.get("status") == "planned"), None)
    return planned and {"name": planned.get("name"), "place": planned.get("place"), "date": planned.get("start")}


def prediction(document):
    doc = Document(document)
    facts = doc.facts
    people = facts.get("people", [])
    out = {"offset_unit": "byte", "offset_base": "source"}
    for member in ("language", "title", "standfirst", "published"):
        out[member] = doc.metadata.get(member)
    out["dateline"] = dateline(doc.metadata)
    out["blocks"] = [
        {
            "type": BLOCK_TYPES.get(block["kind"], block["kind"]),
            "text": doc.words(block["span"]) if block["kind"] == "image" else block_text(block),
        }
        for block in doc.blocks
    ]
    out["figures"] = [
        {
            "value": figure_value(figure),
            "value_max": number(figure.get("maximum")),
            "currency": figure.get("currency"),
            "unit": figure.get("unit"),
            "qualifier": figure.get("qualifier", "exact"),
            "counted": figure.get("counted"),
            "text": figure.get("as_written"),
            **doc.place_of(figure["provenance"]),
        }
        for figure in facts.get("figures", [])
    ]
    out["people"] = [
        {
            "name": person["name"],
            "role": person.get("role"),
            "organisation": person.get("affiliation"),
            "country": person.get("country"),
        }
        for person in people
    ]
    out["quotes"] = [
        {"text": quotation["text"], "speaker": speaker_of(quotation, people)}
        for quotation in facts.get("quotations", [])
    ]
    out["dates"] = [
        {"date": date["start"], "end_date": date.get("end"), "text": date.get("as_written")}
        for date in facts.get("dates", [])
    ]
    for kind in ("places", "organisations"):
        out[kind] = [{"name": item["name"]} for item in facts.get(kind, [])]
    out["images"] = [{"file": block["text"]} for block in out["blocks"] if block["type"] == "image"]
    out["next_event"] = next_event(facts.get("events", []))
    return out


def main(arguments):
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    with open(arguments[0], encoding="utf-8") as file:
        print(json.dumps(prediction(json.load(file)), ensure_ascii=False, indent=1))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
