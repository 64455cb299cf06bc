#!/usr/bin/env bash
# Runs clang-tidy over one source and is silent where it finds nothing. A source that passed is not looked at
# again until it, a header of the project, or the rules change: the digest of all of them is kept in the build.
#
#     tests/tidy.sh BUILD_FOLDER SOURCE
set -uo pipefail
build=$1 source=$2
digest=$({
  cat .clang-tidy "$source"
  find core formats plugins -name '*.hpp' -o -name '*.h' | sort | xargs cat
} | sha256sum | cut -c1-32)
stamp=$build/tidy/${source//\//_}.$digest
[[ -e $stamp ]] && exit 0

# clang says how many warnings it kept to itself, on standard error, for every file: only where it failed is
# that worth reading.
if ! findings=$(clang-tidy --quiet -p "$build" "$source" 2>&1); then
  printf '%s\n' "$findings" | grep -vE '^[0-9]+ warnings? generated|^Suppressed|^Use -header-filter'
  exit 1
fi
mkdir -p "$build/tidy"
rm -f "$build/tidy/${source//\//_}".*
touch "$stamp"
