#!/usr/bin/env bash
# Installs Herald, moves the install to another folder, and uses it there: the program must find its
# plugins, templates and languages beside itself, and the example plugin must be built, loaded and run
# against it, from outside of the tree.
#     install.sh SOURCE_DIR BUILD_DIR CMAKE COMPILER BUILD_TYPE SANITIZERS
set -euo pipefail
source_dir=$1 build_dir=$2 cmake=$3 compiler=$4 build_type=${5:-Release} sanitizers=${6:-}

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
unset HERALD_PLUGIN_PATH
export XDG_DATA_HOME=$scratch/data SOURCE_DATE_EPOCH=1700000000

fail() {
  printf 'FAILED: %s\n' "$*"
  exit 1
}
quietly() { "$@" >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "$*"; }; }
# has TEXT WORDS…: the text has each of the words.
has() {
  local text=$1 word
  shift
  for word; do [[ $text == *"$word"* ]] || fail "\"$word\" is missing in: $text"; done
}

# A umask that lets the group write, as some systems have it: the plugins must come out trusted.
umask 002
quietly "$cmake" --install "$build_dir" --prefix "$scratch/first"
mkdir "$scratch/a place"
mv "$scratch/first" "$scratch/a place/herald"
prefix="$scratch/a place/herald"
herald=$prefix/bin/herald

# What is there, and found without its old place.
formats=$("$herald" formats)
has "$formats" pdf xlsx html json
has "$("$herald" templates list)" brief newsletter sheet
release=$source_dir/tests/install/release.txt
(cd "$scratch" && "$herald" export "$release" --to json,html,pdf,xlsx -o out/ 2>log) || fail "$(cat "$scratch/log")"
for extension in json html pdf xlsx; do
  [[ -s $scratch/out/release.$extension ]] || fail "the installed herald wrote no $extension"
done
# Languages are data: without them neither the date nor the figure would be read.
facts=$("$herald" facts "$release")
has "$facts" 1,250
has "$("$herald" inspect "$release")" '"published": "2025-03-03"'
has "$(cat "$prefix/share/herald/schema/herald-document-1.schema.json")" herald-document/1
[[ -z $(find "$prefix" -name '*.a' -o -name 'placeholder*') ]] || fail 'the install has what belongs to the build'

# The example: a project of its own, in a folder of its own, copied as its README says.
cp -r "$source_dir/examples/plugins/markdown" "$scratch/markdown"
flags=()
[[ -n $sanitizers ]] && flags=(-DCMAKE_CXX_FLAGS="-fsanitize=$sanitizers -fno-omit-frame-pointer")
quietly "$cmake" -S "$scratch/markdown" -B "$scratch/markdown/build" -DCMAKE_PREFIX_PATH="$prefix" \
  -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE="$build_type" "${flags[@]}"
quietly "$cmake" --build "$scratch/markdown/build"
plugins=$scratch/markdown/build/plugins
[[ -f $plugins/markdown/plugin.json && -f $plugins/markdown/herald_markdown.so ]] || fail "the example built nothing"

[[ $formats != *markdown* ]] || fail 'the example was there before it was built'
has "$(HERALD_PLUGIN_PATH=$plugins "$herald" formats)" markdown
# From a document, so that the expected text does not move with what reading makes of a release.
document=$source_dir/tests/install/document.json
HERALD_PLUGIN_PATH=$plugins "$herald" export "$document" --to markdown -o - >"$scratch/release.md" 2>"$scratch/log" ||
  fail "$(cat "$scratch/log")"
if [[ ${UPDATE_GOLDEN:-} == 1 ]]; then cp "$scratch/release.md" "$source_dir/tests/install/release.md"; fi
diff -u "$source_dir/tests/install/release.md" "$scratch/release.md" || fail 'the Markdown is another'

# Options go by plugin.json.
text=$("$herald" export "$document" --to markdown -o - --plugin-dir "$plugins" --set heading_level=3 \
  --set quotations=false --set front_matter=yaml 2>/dev/null)
has "$text" '### Harbour' 'title: "Harbour authority opens a second pier'
[[ $text != *'— '*Lund* ]] || fail 'the quotations are there though they were switched off'
if message=$("$herald" export "$document" --to markdown -o - --plugin-dir "$plugins" --set heading_level=9 2>&1); then
  fail 'a heading level of 9 was taken'
fi
has "$message" 'give a whole number from 1 to 4'

# Installed into Herald's prefix it is a plugin like the others, wherever the whole goes next.
quietly "$cmake" --install "$scratch/markdown/build" --prefix "$prefix"
mv "$prefix" "$scratch/second"
"$scratch/second/bin/herald" export "$document" --to markdown -o - 2>/dev/null | diff "$scratch/release.md" - ||
  fail 'the installed plugin does not work after the second move'

echo 'installed, moved, extended and used'
