#!/usr/bin/env python3
"""Gives gold annotations their words back from the releases, or takes them away.

    hydrate.py GOLD RELEASES OUT           writes to the folder OUT what score.py can read
    hydrate.py --strip GOLD RELEASES OUT   the other way: what the project may keep

GOLD, RELEASES and OUT are folders. A gold file whose release is absent is named and left out; exit code 1.
"""
import json
import os
import sys

import stripped_gold


def dump(value, depth=0):
    """JSON with one fact a line: a change to one fact is a change of one line."""
    if isinstance(value, dict) and depth == 0:
        members = ",\n".join(" %s: %s" % (json.dumps(k), dump(v, 1)) for k, v in value.items())
        return "{\n%s\n}\n" % members
    if isinstance(value, list) and depth == 1 and value and isinstance(value[0], dict):
        return "[\n%s\n ]" % ",\n".join("  " + json.dumps(item, ensure_ascii=False) for item in value)
    return json.dumps(value, ensure_ascii=False)


def main(arguments):
    change = stripped_gold.hydrate
    if arguments[:1] == ["--strip"]:
        change, arguments = stripped_gold.strip, arguments[1:]
    if len(arguments) != 3:
        print(__doc__, file=sys.stderr)
        return 2
    gold_folder, releases, out = arguments
    os.makedirs(out, exist_ok=True)
    failed = False
    for name in sorted(os.listdir(gold_folder)):
        if not name.endswith(".json"):
            continue
        try:
            with open(os.path.join(gold_folder, name), encoding="utf-8") as file:
                gold = json.load(file)
            with open(os.path.join(releases, gold["source"]["file"]), "rb") as file:
                raw = file.read()
            if change is stripped_gold.strip or stripped_gold.is_stripped(gold):
                gold = change(gold, raw)
            with open(os.path.join(out, name), "w", encoding="utf-8") as file:
                file.write(dump(gold))
        except (OSError, stripped_gold.GoldError) as error:
            print("%s: %s" % (name, error), file=sys.stderr)
            failed = True
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
