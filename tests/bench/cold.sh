#!/usr/bin/env bash
# What a whole command costs, start included: medians over fresh processes with hyperfine, and the largest
# memory. Wants a Release build (examples/quickstart.sh makes one in build/).
#
#     tests/bench/cold.sh [BUILD_FOLDER] [RELEASE]
set -euo pipefail
cd "$(dirname "$0")/../.."
herald=$(realpath "${1:-build}")/bin/herald
release=$(realpath "${2:-examples/releases/en-general-assembly-marrakech.txt}")
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
cd "$room"

command -v hyperfine >/dev/null || { echo 'hyperfine is missing: apt-get install hyperfine' >&2; exit 1; }
# The first two are for scale: what this machine takes to start a small program, and one with many libraries.
commands=(/bin/true)
command -v pdftotext >/dev/null && commands+=('pdftotext -v')
commands+=("$herald --version")
for formats in json html xlsx pdf pdf,xlsx,html; do
  commands+=("$herald export $release --to $formats --quiet")
done
hyperfine --shell=none --warmup 5 --runs "${RUNS:-40}" --export-csv cold.csv "${commands[@]}" >/dev/null 2>hyperfine.log ||
  { cat hyperfine.log >&2; exit 1; }
# Counted from the end of the line, because the command itself has commas: median, user, system, min, max.
awk -F, 'NR > 1 { name = $1; for (i = 2; i <= NF - 7; ++i) name = name "," $i
                  gsub(/"/, "", name); sub(/[^ ]*\/bin\//, "", name); sub(/ [^ ]*\/[^ ]*/, " RELEASE", name)
                  printf "%-52s %6.1f ms  (least %.1f)\n", name, $(NF - 4) * 1000, $(NF - 1) * 1000 }' cold.csv

if [[ -x /usr/bin/time ]]; then
  /usr/bin/time -f '%M' "$herald" export "$release" --to pdf,xlsx,html --quiet 2>peak
  awk '{ printf "%-52s %6.1f MiB\n", "peak memory, pdf,xlsx,html", $1 / 1024 }' peak
fi
