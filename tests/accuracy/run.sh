#!/usr/bin/env bash
# Scores what Herald knows of releases against what people noted of them: per kind, per language, and for pages
# beside which NAME.expected.txt lies the words that were kept.
#
#     tests/accuracy/run.sh RELEASES GOLD [--herald PATH] [--half open|aside] [--misses] [--only STEM] [--keep FOLDER]
#     tests/accuracy/run.sh RELEASES GOLD --predictions FOLDER      what another program found, in the scorer's form
#
# HERALD or --herald names the program, else the newest build in the tree is run. SCORE names the scorer, else it is
# score.py in the folder `shared` beside the tree. Exits 0 scored, 1 something could not be, 2 usage, 77 no scorer.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)

herald=${HERALD:-}
arguments=()
while (($#)); do
  case $1 in
    -h | --help) sed -n '2,9s/^# \{0,1\}//p' "$0"; exec python3 "$here/score_releases.py" --help ;;
    --herald) herald=${2:?--herald needs a path}; shift 2 ;;
    --herald=*) herald=${1#*=}; shift ;;
    --predictions | --predictions=*) herald=/bin/true; arguments+=("$1"); shift ;;
    *) arguments+=("$1"); shift ;;
  esac
done
if ((${#arguments[@]} < 2)); then
  echo 'run.sh: name the folder of releases and the folder of gold (run.sh --help)' >&2
  exit 2
fi

scorer=${SCORE:-$root/../shared/score.py}
if [[ ! -f $scorer ]]; then
  echo "run.sh: skipped: no scorer at $scorer (SCORE=PATH names another)"
  exit 77
fi
if [[ -z $herald ]]; then
  herald=$(ls -t "$root"/build*/bin/herald 2>/dev/null | head -n 1)
  [[ -n $herald ]] || { echo "run.sh: no build*/bin/herald below $root: build it, or name one with --herald" >&2; exit 2; }
  echo "run.sh: $herald"
fi
[[ -x $herald ]] || { echo "run.sh: $herald is no program" >&2; exit 2; }

PYTHONDONTWRITEBYTECODE=1 exec python3 "$here/score_releases.py" "$herald" "$scorer" "${arguments[@]}"
