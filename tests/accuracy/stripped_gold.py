"""Gold annotations without the words of the release, and their words given back from it.

`strip` turns a gold file as score.py reads it into one that holds only spans, numbers, dates and kinds; `hydrate`
turns it back, given the release. A text that has a span of its own is left out; any other one (a name, a role, what
is counted, a fair alternative) is spelled by spans. README.md describes the form.
"""
import copy
import hashlib

import plain_text

# Members whose strings are not words of the release: kinds, dates, units, and the annotator's own remarks.
OWN_WORDS = {
    "schema", "language", "date", "end_date", "start_date", "precision", "type", "alt_types", "kind", "unit",
    "currency", "qualifier", "qualifier_alt", "id", "why", "note", "notes", "what",
}
CASES = {"title": str.title, "upper": str.upper, "lower": str.lower, "capital": str.capitalize}


class GoldError(Exception):
    """A gold file that cannot be stripped, or that does not belong to the release."""


class Release:
    """The source of a release, and the text that offsets of facts count in."""

    def __init__(self, raw, name, text=None):
        self.digest = hashlib.sha256(raw).hexdigest()
        self.source = raw.decode("utf-8")
        self.form = plain_text.format_of(name)
        self.text = self.source if text is None else text

    def spelled(self, form):
        """The words that a spelling stands for."""
        if "source_words_at" in form:
            return "".join(plain_text.render(self.source, self.form, *span) for span in form["source_words_at"])
        return "".join(self._piece(piece) for piece in form["words_at"])

    def _piece(self, piece):
        if isinstance(piece, str):
            return piece
        words = self.text[piece[0] : piece[1]]
        return CASES[piece[2]](words) if len(piece) > 2 else words

    def spelling(self, words, near=0):
        """Spans that spell `words`: one where there is one (the next after `near`), else as few as can be."""
        for start in (near, 0):
            at = self.text.find(words, start)
            if at >= 0:
                return {"words_at": [[at, at + len(words)]]}
        at = self.text.casefold().find(words.casefold())
        if at >= 0:
            for case, change in CASES.items():
                if change(self.text[at : at + len(words)]) == words:
                    return {"words_at": [[at, at + len(words), case]]}
        span = plain_text.locate(self.source, self.form, words)
        if span:
            return {"source_words_at": [list(span)]}
        spans, done = [], 0
        while done < len(words):
            length = next((n for n in range(len(words) - done, 0, -1) if words[done : done + n] in self.text), 0)
            if not length and words[done].isalnum():
                raise GoldError("no span of the release spells '%s' of '%s'" % (words[done], words))
            if not length:
                # A mark that the release does not have is no word of it.
                spans.append(words[done])
                done += 1
                continue
            at = self.text.find(words[done : done + length], near)
            at = at if at >= 0 else self.text.find(words[done : done + length])
            spans.append([at, at + length])
            done += length
        return {"words_at": spans}


def _is_spelling(value):
    return isinstance(value, dict) and len(value) == 1 and next(iter(value)) in ("words_at", "source_words_at")


def _strip(value, key, release, near):
    if isinstance(value, str):
        # Two capitals are a country's code.
        own = key in OWN_WORDS or value == "" or (key == "country" and len(value) == 2 and value.isupper())
        return value if own else release.spelling(value, near)
    if isinstance(value, list):
        return [_strip(item, key, release, near) for item in value]
    if not isinstance(value, dict):
        return value
    near = value.get("start", near)
    out = {}
    for name, member in value.items():
        if name in ("b_start", "b_end"):
            continue
        if name == "text" and "parts" in value and member == " ".join(part["text"] for part in value["parts"]):
            continue
        if name == "text" and "parts" not in value and isinstance(value.get("start"), int):
            if member == release.text[value["start"] : value["end"]]:
                continue
        if name == "sentence" and isinstance(value.get("sentence_start"), int):
            if member == release.text[value["sentence_start"] : value["sentence_end"]]:
                continue
        out[name] = _strip(member, name, release, near)
    if isinstance(value.get("start"), int) and "parts" not in value and "text" not in value:
        out["text"] = None  # it has a place, and no text to take from there
    return out


def strip(gold, raw):
    """`gold` without the words of the release whose bytes `raw` are."""
    source = gold["source"]
    in_markup = source.get("offset_base") == "text"
    release = Release(raw, source["file"], gold.get("text") if in_markup else None)
    if release.digest != source["sha256"]:
        raise GoldError("%s is not the release that was annotated" % source["file"])
    out = {"source": {k: v for k, v in source.items() if k in ("file", "sha256", "offset_base")}}
    for key, member in gold.items():
        if key not in ("source", "text"):
            out[key] = _strip(member, key, release, 0)
    if not in_markup:
        return out
    place = 0
    for block in out["blocks"]:
        words = release.text[block["start"] : block["end"]]
        span = plain_text.locate(release.source, release.form, words, place)
        if not span:
            raise GoldError("%s: no span of the source reads '%s...'" % (source["file"], words[:40]))
        block["source"] = list(span)
        place = span[1]
        # Where the block stands in the text follows from the blocks before it.
        del block["start"], block["end"]
    return out


def _hydrate(value, release, places):
    if _is_spelling(value):
        return release.spelled(value)
    if isinstance(value, list):
        return [_hydrate(item, release, places) for item in value]
    if not isinstance(value, dict):
        return value
    out = {name: _hydrate(member, release, places) for name, member in value.items()}
    if "parts" in out:
        out.setdefault("text", " ".join(part["text"] for part in out["parts"]))
    elif isinstance(out.get("start"), int):
        if out.setdefault("text", release.text[out["start"] : out["end"]]) is None:
            del out["text"]
        out["b_start"], out["b_end"] = places[out["start"]], places[out["end"]]
    if isinstance(out.get("sentence_start"), int):
        out.setdefault("sentence", release.text[out["sentence_start"] : out["sentence_end"]])
    return out


def hydrate(stripped, raw):
    """The gold as score.py reads it, its words taken from the release whose bytes `raw` are."""
    gold = copy.deepcopy(stripped)
    source = gold["source"]
    release = Release(raw, source["file"])
    if release.digest != source["sha256"]:
        raise GoldError("%s is not the release that was annotated" % source["file"])
    in_markup = source.get("offset_base") == "text"
    if in_markup:
        texts, place = [], 0
        for block in gold["blocks"]:
            words = plain_text.render(release.source, release.form, *block.pop("source"))
            block["start"], block["end"] = place, place + len(words)
            place += len(words) + 2
            texts.append(words)
        release.text = "\n\n".join(texts)
    places = [0]
    for character in release.text:
        places.append(places[-1] + len(character.encode("utf-8")))
    source_member = gold.pop("source")
    gold = _hydrate(gold, release, places)
    gold["source"] = source_member
    if in_markup:
        gold["text"] = release.text
    return gold


def is_stripped(gold):
    """Whether a gold file has to be hydrated before it can be compared with."""
    return any("text" not in block for block in gold.get("blocks") or [])
