"""Exports releases with Herald and compares what came with gold: the work of run.sh, which finds the programs.

    score_releases.py HERALD SCORER RELEASES GOLD [options]

The scorer is loaded as a module, not run: the counts of each file are then added per language without exporting or
comparing twice. What counts as right is the scorer's alone to say.
"""
import argparse
import importlib.util
import json
import os
import re
import subprocess
import sys
from collections import Counter

import adapt
import stripped_gold

# A release of a few kilobytes takes milliseconds; a minute is a hang.
TIME_LIMIT_SECONDS = 60
# Parts of a page that the texts kept beside the pages leave out.
NOT_IN_EXPECTED_TEXT = {"noise", "date", "status", "standfirst"}
# The scorer's kinds in the order in which people ask for them.
KINDS = ("blocks", "figures", "people", "quotes", "dates", "places", "organisations", "images")
SHARES = (
    "title", "standfirst", "published", "dateline", "language", "next_event", "block type", "block order",
    "noise kept out", "figure qualifier", "figure counted", "figure sentence", "person role", "person organisation",
    "person country", "quote speaker",
)


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    # Nothing may be written beside a scorer that lies outside of the project.
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


class Totals:
    """The counts of some files together."""

    def __init__(self, scorer):
        self.files = 0
        self.counts = {kind: scorer.Count() for kind in scorer.KINDS}
        self.shares = {share: scorer.Share() for share in scorer.SHARES}

    def add(self, counts, shares):
        self.files += 1
        for kind, count in counts.items():
            self.counts[kind].add(count)
        for share, value in shares.items():
            self.shares[share].add(value)


def exported(herald, release):
    """Herald's document of a release, or None where it refused; its words about that go to stderr."""
    command = [herald, "--quiet", "export", "--to", "json", "-o", "-", release]
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, timeout=TIME_LIMIT_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        print("%s: no answer within %d s" % (release, TIME_LIMIT_SECONDS), file=sys.stderr)
        return None
    try:
        return json.loads(done.stdout)
    except ValueError:
        print("%s: herald ended with %d and wrote no document" % (release, done.returncode), file=sys.stderr)
        return None


def words(text):
    return re.findall(r"\w+", text.casefold())


def word_f1(expected, found):
    """F1 of two bags of words."""
    expected, found = Counter(words(expected)), Counter(words(found))
    total = sum(expected.values()) + sum(found.values())
    return 2 * sum((expected & found).values()) / total if total else 1.0


def read_gold(path, releases):
    """A gold file with its words, and the path of its release; None where the release is not there."""
    with open(path, encoding="utf-8") as file:
        gold = json.load(file)
    release = os.path.join(releases, gold["source"]["file"])
    if not os.path.exists(release):
        print("%s: no release %s in %s" % (os.path.basename(path), gold["source"]["file"], releases), file=sys.stderr)
        return None
    if stripped_gold.is_stripped(gold):
        with open(release, "rb") as file:
            gold = stripped_gold.hydrate(gold, file.read())
    return gold, release


def read_prediction(path):
    """What another program found; nothing, where it does not speak the language of the release."""
    if not os.path.exists(path):
        return {}
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def print_misses(scorer, name, log):
    print("== %s" % name)
    for kind in list(scorer.KINDS) + list(scorer.SHARES):
        for line in log[kind]:
            print("  %-18s %s" % (kind, line))


def print_table(totals, languages):
    """F1 per kind and share of right per field: all files, then each language."""
    columns = ["all"] + languages
    print("%-20s %6s %6s" % ("F1", "P", "R") + "".join("%8s" % name for name in columns))
    for kind in KINDS:
        precision, recall, _ = totals["all"].counts[kind].prf()
        cells = []
        for name in columns:
            count = totals[name].counts[kind]
            empty = not count.tp + count.fp + count.fn
            cells.append("%8s" % ("-" if empty else "%.3f" % count.prf()[2]))
        print("%-20s %6.3f %6.3f" % (kind, precision, recall) + "".join(cells))
    print("\n%-20s %13s" % ("right of", "") + "".join("%8s" % name for name in columns))
    for share in SHARES:
        whole = totals["all"].shares[share]
        if not whole.n:
            continue
        cells = []
        for name in columns:
            value = totals[name].shares[share]
            cells.append("%8s" % ("%.3f" % (value.ok / value.n) if value.n else "-"))
        print("%-20s %13s" % (share, "%d of %d" % (whole.ok, whole.n)) + "".join(cells))


def compare(scorer, herald, options):
    """Scores every gold file of the folder; returns (totals by language, files that could not be scored)."""
    totals, failed = {"all": Totals(scorer)}, 0
    for name in sorted(os.listdir(options.gold)):
        stem = name[: -len(".json")]
        if not name.endswith(".json") or (options.only and stem not in options.only):
            continue
        try:
            found = read_gold(os.path.join(options.gold, name), options.releases)
        except (OSError, ValueError, KeyError, stripped_gold.GoldError) as error:
            print("%s: %s" % (name, error), file=sys.stderr)
            found = None
        if not found:
            failed += 1
            continue
        gold, release = found
        kept_aside = bool(gold.get("kept_aside"))
        if options.half != "both" and kept_aside != (options.half == "aside"):
            continue
        if options.predictions:
            prediction = read_prediction(os.path.join(options.predictions, name))
        else:
            document = exported(herald, release)
            failed += document is None
            # A release that was refused is scored all the same: nothing of it was found.
            prediction = adapt.prediction(document) if document else {}
        if options.keep:
            os.makedirs(options.keep, exist_ok=True)
            with open(os.path.join(options.keep, name), "w", encoding="utf-8") as file:
                json.dump(prediction, file, ensure_ascii=False, indent=1)
        counts, shares, log = scorer.score(gold, prediction, options.strict)
        language = gold.get("language", "und").split("-")[0]
        for group in ("all", language):
            totals.setdefault(group, Totals(scorer)).add(counts, shares)
        if options.misses and (not kept_aside or options.half == "aside"):
            print_misses(scorer, stem, log)
    return totals, failed


def print_word_scores(herald, releases):
    """Every release beside which NAME.expected.txt lies, with or without gold."""
    scores = []
    for name in sorted(os.listdir(releases)):
        path = os.path.join(releases, name)
        if name.endswith(".expected.txt") or not os.path.exists(path + ".expected.txt"):
            continue
        blocks = adapt.prediction(exported(herald, path) or {"source": {}})["blocks"]
        found = "\n".join(block["text"] for block in blocks if block["type"] not in NOT_IN_EXPECTED_TEXT)
        with open(path + ".expected.txt", encoding="utf-8", errors="replace") as file:
            scores.append((name, word_f1(file.read(), found)))
    if scores:
        print("\n%-34s word F1" % "against .expected.txt")
        for name, score in scores:
            print("%-34s %.3f" % (name, score))
        print("%-34s %.3f" % ("mean of %d" % len(scores), sum(score for _, score in scores) / len(scores)))


def main():
    parser = argparse.ArgumentParser(prog="run.sh", description="Scores Herald on releases that have gold.")
    parser.add_argument("herald")
    parser.add_argument("scorer")
    parser.add_argument("releases")
    parser.add_argument("gold")
    parser.add_argument("--half", choices=("both", "open", "aside"), default="both", help="gold kept aside, or the rest")
    parser.add_argument("--only", action="append", metavar="STEM", help="this gold file only (may be repeated)")
    parser.add_argument("--misses", action="store_true", help="list misses (of gold kept aside with --half aside only)")
    parser.add_argument("--keep", metavar="FOLDER", help="keep the predictions there")
    parser.add_argument("--predictions", metavar="FOLDER", help="score these (another program's) and run no Herald")
    parser.add_argument("--strict", action="store_true", help="debatable gold counts like all other")
    options = parser.parse_args()
    totals, failed = compare(load_scorer(options.scorer), options.herald, options)
    if not totals["all"].files:
        print("run.sh: no gold in %s could be scored" % options.gold, file=sys.stderr)
        return 1
    languages = sorted(name for name in totals if name != "all")
    print("%d releases: %s" % (totals["all"].files, ", ".join("%s %d" % (name, totals[name].files) for name in languages)))
    print_table(totals, languages)
    if not options.only and not options.predictions:
        print_word_scores(options.herald, options.releases)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
