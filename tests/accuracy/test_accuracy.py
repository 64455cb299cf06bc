"""Tests of the scoring itself: of gold that loses and gets back its words, of the adapter, and of the runner.

    test_accuracy.py forms            what needs no other program
    test_accuracy.py scores HERALD    what needs the scorer too; 77 where it is absent (SCORE=PATH names it)

The releases of sample/ are written for this test; what Herald makes of the two with markup is not judged here.
"""
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

import adapt
import plain_text
import stripped_gold
from score_releases import load_scorer, word_f1

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join(HERE, "sample")
SCORER = os.environ.get("SCORE") or os.path.join(HERE, "..", "..", "..", "shared", "score.py")
# The longest remark that an annotator needs; a sentence of a release would be longer.
LONGEST_REMARK = 40


def read(*path):
    with open(os.path.join(SAMPLE, *path), "rb") as file:
        return file.read()


def sample_gold():
    """(gold with its words, bytes of its release) of each sample."""
    golds = [json.loads(read("gold", os.path.basename(path))) for path in glob.glob(os.path.join(SAMPLE, "gold", "*"))]
    return [(gold, read("releases", gold["source"]["file"])) for gold in golds]


def strings(value, key=""):
    """Every (member's name, string) below `value`."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item, key)
    elif isinstance(value, dict):
        for name, member in value.items():
            yield from strings(member, name)


def notice_document():
    """A document as Herald would write it of notice.txt, with a miss and an error of each sort that is counted."""
    raw = read("releases", "notice.txt")
    source = raw.decode("utf-8")

    def span(words):
        begin = raw.index(words.encode("utf-8"))
        return [begin, begin + len(words.encode("utf-8"))]

    def block(kind, words):
        return {"kind": kind, "span": span(words), "inlines": [{"text": words, "span": span(words)}]}

    sentences = ["It cost €4.2 million and serves more than 300 boats.", "Fifteen crews took part."]

    def fact(words, sentence):
        return {"span": span(words), "sentence": sentence, "block": 0}

    quotation = "The boats are the town’s living, They have waited long enough."
    lines = [line for line in source.split("\n") if line]
    return {
        "schema": "herald-document/1",
        "source": {"media_type": "text/plain", "text": source},
        "metadata": {"language": "en", "title": lines[0], "published": "2025-03-04",
                     "dateline": {"text": "PORT ELLIS, Ireland", "place": "Port Ellis", "country": "Ireland"}},
        "sentences": [{"span": span(words), "block": 0} for words in sentences],
        "blocks": [block("title", lines[0]), block("date_line", lines[1]), block("paragraph", lines[2]),
                   block("heading", lines[3])],
        "facts": {
            "figures": [
                {"value": "4200000", "currency": "EUR", "counted": "cost", "provenance": fact("€4.2 million", 0)},
                {"value": "300", "counted": "boats", "provenance": fact("300", 0)},
                {"value": "3", "counted": "March", "provenance": fact("3 March", 0)},
            ],
            "people": [{"id": "p1", "name": "Maeve Corrigan", "role": "Director", "mentions": []},
                       {"id": "p2", "name": "Port Ellis", "mentions": []}],
            "quotations": [{"text": quotation, "speaker": "p1", "provenance": fact("“The boats", 0)}],
            "dates": [{"start": "2025-03-03", "provenance": fact("3 March 2025", 0)}],
            "places": [{"name": "Port Ellis", "mentions": []}],
        },
    }  # fmt: skip


class PlainText(unittest.TestCase):
    def test_markup_is_not_seen_and_words_hold_together(self):
        html = "<p><b>F</b>ares&nbsp;&amp; <!-- no -->tides<br>rise</p>"
        self.assertEqual(plain_text.render(html, plain_text.HTML, 0, len(html)), "Fares & tides rise")
        markdown = "> **A** [link](http://x.org/a_b) to snake_case, _so_ \\*\n> more"
        self.assertEqual(plain_text.render(markdown, plain_text.MARKDOWN, 0, len(markdown)),
                         "A link to snake_case, so * more")

    def test_what_is_located_reads_the_same(self):
        html = "<p>one</p><p>t<i>w</i>o &lt;three&gt;</p><p>one</p>"
        begin, end = plain_text.locate(html, plain_text.HTML, "two <three>")
        self.assertEqual(plain_text.render(html, plain_text.HTML, begin, end), "two <three>")
        first = plain_text.locate(html, plain_text.HTML, "one")
        second = plain_text.locate(html, plain_text.HTML, "one", first[1])
        self.assertGreater(second[0], first[1])
        self.assertIsNone(plain_text.locate(html, plain_text.HTML, "four"))


class StrippedGold(unittest.TestCase):
    def test_words_come_back_identical(self):
        self.assertEqual(len(sample_gold()), 3)
        for gold, raw in sample_gold():
            with self.subTest(gold["source"]["file"]):
                # Through JSON, as it is kept.
                stripped = json.loads(json.dumps(stripped_gold.strip(gold, raw)))
                self.assertTrue(stripped_gold.is_stripped(stripped))
                self.assertEqual(stripped_gold.hydrate(stripped, raw), gold)

    def test_no_word_of_the_release_stays(self):
        for gold, raw in sample_gold():
            with self.subTest(gold["source"]["file"]):
                self.assert_no_words(stripped_gold.strip(gold, raw))

    def test_no_word_of_a_release_is_kept_in_the_project(self):
        kept = glob.glob(os.path.join(HERE, "gold", "*.json"))
        self.assertGreaterEqual(len(kept), 10)
        for path in kept:
            with self.subTest(os.path.basename(path)), open(path, encoding="utf-8") as file:
                self.assert_no_words(json.load(file))

    def assert_no_words(self, stripped):
        for key, text in strings({k: v for k, v in stripped.items() if k != "source"}):
            if key in stripped_gold.OWN_WORDS:
                self.assertLessEqual(len(text), LONGEST_REMARK)
            elif key == "words_at":
                self.assertTrue(text in stripped_gold.CASES or not re.search(r"\w", text), text)
            else:
                self.assertRegex(text, r"^[A-Z]{2}$", key)

    def test_another_release_is_refused(self):
        gold, raw = sample_gold()[0]
        with self.assertRaisesRegex(stripped_gold.GoldError, "not the release that was annotated"):
            stripped_gold.hydrate(stripped_gold.strip(gold, raw), raw + b" ")

    def test_a_word_that_the_release_lacks_is_refused(self):
        gold, raw = next(pair for pair in sample_gold() if pair[0]["source"]["file"] == "notice.txt")
        gold["people"][0]["role"] = "Ωmega"
        with self.assertRaisesRegex(stripped_gold.GoldError, "no span of the release spells"):
            stripped_gold.strip(gold, raw)


class Adapter(unittest.TestCase):
    def test_a_document_is_adapted(self):
        found = adapt.prediction(notice_document())
        raw = read("releases", "notice.txt")
        money = found["figures"][0]
        self.assertEqual((money["value"], money["currency"], money["qualifier"]), (4200000, "EUR", "exact"))
        self.assertEqual(raw[money["start"] : money["end"]].decode("utf-8"), "€4.2 million")
        self.assertEqual(money["sentence"], "It cost €4.2 million and serves more than 300 boats.")
        self.assertEqual(found["quotes"][0]["speaker"], "Maeve Corrigan")
        self.assertEqual(found["dateline"]["place"], "Port Ellis, Ireland")
        self.assertEqual([block["type"] for block in found["blocks"]], ["title", "date", "paragraph", "heading"])

    def test_words_of_a_span_have_their_white_space_folded(self):
        text = "É: 90\u00a0cars\nand  more"
        document = adapt.Document({"source": {"text": text, "media_type": "text/html"}})
        self.assertEqual(document.words([0, len(text.encode("utf-8"))]), "É: 90 cars and more")

    def test_word_f1(self):
        self.assertEqual(word_f1("one two two", "One, two two."), 1.0)
        self.assertAlmostEqual(word_f1("one two", "one two three four"), 2 / 3)
        self.assertEqual(word_f1("one", "two"), 0.0)


class Scores(unittest.TestCase):
    herald = ""

    def test_a_known_prediction_scores_as_expected(self):
        gold, raw = next(pair for pair in sample_gold() if pair[0]["source"]["file"] == "notice.txt")
        gold = stripped_gold.hydrate(stripped_gold.strip(gold, raw), raw)
        counts, shares, _ = load_scorer(SCORER).score(gold, adapt.prediction(notice_document()))
        got = {kind: (count.tp, count.fp, count.fn) for kind, count in counts.items()}
        # right, wrong, missed
        self.assertEqual(got["figures"], (2, 1, 1))
        self.assertEqual(got["people"], (1, 1, 0))
        self.assertEqual(got["quotes"], (1, 0, 0))
        self.assertEqual(got["dates"], (1, 0, 0))
        self.assertEqual(got["places"], (1, 0, 1))
        self.assertEqual(got["blocks"], (2, 0, 1))
        right = {name: (share.ok, share.n) for name, share in shares.items()}
        self.assertEqual(right["title"], (1, 1))
        self.assertEqual(right["published"], (0, 1))
        self.assertEqual(right["dateline"], (1, 1))
        self.assertEqual(right["figure qualifier"], (1, 2))
        self.assertEqual(right["figure counted"], (2, 2))
        self.assertEqual(right["figure sentence"], (2, 2))
        self.assertEqual(right["quote speaker"], (1, 1))
        self.assertEqual(right["block type"], (1, 2))

    def test_the_runner_scores_stripped_gold_of_real_exports(self):
        with tempfile.TemporaryDirectory() as room:
            releases, gold_folder = os.path.join(room, "releases"), os.path.join(room, "gold")
            shutil.copytree(os.path.join(SAMPLE, "releases"), releases)
            os.mkdir(gold_folder)
            with open(os.path.join(releases, "notice.txt.expected.txt"), "wb") as file:
                file.write(read("releases", "notice.txt").replace(b"3 March 2025\n", b""))
            for gold, raw in sample_gold():
                stem = gold["source"]["file"].rsplit(".", 1)[0]
                with open(os.path.join(gold_folder, stem + ".json"), "w", encoding="utf-8") as file:
                    json.dump(stripped_gold.strip(gold, raw), file)
            said = self.run_sh(releases, gold_folder, "--only", "notice", "--keep", os.path.join(room, "kept"))
            self.assertRegex(said, r"(?m)^1 releases: en 1$")
            self.assertRegex(said, r"(?m)^title +1 of 1 ")
            self.assertTrue(os.path.exists(os.path.join(room, "kept", "notice.json")))
            said = self.run_sh(releases, gold_folder)
            self.assertRegex(said, r"(?m)^3 releases: en 2, fr 1$")
            self.assertRegex(said, r"(?m)^notice\.txt +1\.000$")

    def run_sh(self, *arguments):
        command = [os.path.join(HERE, "run.sh"), *arguments, "--herald", self.herald]
        done = subprocess.run(command, env=dict(os.environ, SCORE=SCORER), capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        return done.stdout


def main(arguments):
    cases = [PlainText, StrippedGold, Adapter]
    if arguments[:1] == ["scores"] and len(arguments) == 2:
        if not os.path.exists(SCORER):
            print("accuracy: skipped: no scorer at %s (SCORE=PATH names another)" % os.path.normpath(SCORER))
            return 77
        cases, Scores.herald = [Scores], arguments[1]
    elif arguments != ["forms"]:
        print(__doc__, file=sys.stderr)
        return 2
    load = unittest.defaultTestLoader.loadTestsFromTestCase
    suite = unittest.TestSuite(load(case) for case in cases)
    return 0 if unittest.TextTestRunner().run(suite).wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
