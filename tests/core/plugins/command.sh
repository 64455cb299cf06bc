#!/usr/bin/env bash
# The bad plugins through the real program: exit code, one line of message, no output, and how much of
# the plugin's code ran.
#     command.sh HERALD FIXTURE_PLUGINS
set -uo pipefail
herald=$1
fixtures=$2

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# Only the plugins that a case names: none of the machine's, none of the user's.
unset HERALD_PLUGIN_PATH
export XDG_DATA_HOME=$scratch/data HERALD_TEST_MARKERS=$scratch/markers

cat >"$scratch/release.txt" <<'TEXT'
Harbour authority opens a second pier

PORT ASTER, 3 March 2025 – The harbour authority opened a second pier on Monday.

"Ships no longer have to wait," said harbour master Edda Lund.
TEXT

failures=0
complain() {
  printf 'FAILED %s: %s\n' "$1" "$2"
  failures=$((failures + 1))
}

# try FOLDER FORMAT: runs the export into an empty folder.
try() {
  rm -rf "$scratch/out" "$scratch/markers"
  mkdir -p "$scratch/out" "$scratch/markers"
  message=$("$herald" export "$scratch/release.txt" --to "$2" --plugin-dir "$1" -o "$scratch/out/" 2>&1 >/dev/null)
  code=$?
  ran=nothing
  [[ -e $scratch/markers/initialised ]] && ran=initialised
  [[ -e $scratch/markers/constructed ]] && ran=constructed
  written=$(cd "$scratch/out" && find . -type f | sort | tr '\n' ' ')
}

# refused FIXTURE RAN WORDS [FOLDER]: exit code 4, one line that has the words, nothing written.
refused() {
  local id=$1 wanted=$2 words=$3 folder=${4:-$fixtures/$1}
  try "$folder" "${id//_/-}"
  [[ $code == 4 ]] || complain "$id" "exit code $code, wanted 4: $message"
  [[ $message == *"$words"* ]] || complain "$id" "wanted \"$words\" in: $message"
  [[ $(wc -l <<<"$message") == 1 ]] || complain "$id" "wanted one line: $message"
  [[ $ran == "$wanted" ]] || complain "$id" "ran $ran, wanted $wanted"
  [[ -z $written ]] || complain "$id" "left behind: $written"
}

# works FIXTURE FILES: exit code 0, and just these files.
works() {
  try "$fixtures/$1" "${1//_/-}"
  [[ $code == 0 ]] || complain "$1" "exit code $code: $message"
  [[ $written == "$2" ]] || complain "$1" "wrote $written, wanted $2"
}

works well_formed './release.txt '
[[ $(cat "$scratch/out/release.txt") == 'Harbour authority opens a second pier' ]] ||
  complain well_formed "wrote: $(cat "$scratch/out/release.txt")"
works writes_beside './release.notes.txt ./release.txt '
works same_symbol_a './release.txt '

# Both twins in one process.
rm -rf "$scratch/out" && mkdir "$scratch/out"
sed 's/"extension": "txt"/"extension": "b"/' "$fixtures/same_symbol_b/plugin.json" >"$scratch/b.json"
mkdir "$scratch/twin" && cp "$fixtures/same_symbol_b/"*.so "$scratch/twin/" && cp "$scratch/b.json" "$scratch/twin/plugin.json"
chmod go-w "$scratch/twin" "$scratch/twin/"*
message=$("$herald" export "$scratch/release.txt" --to same-symbol-a,same-symbol-b -o "$scratch/out/" \
  --plugin-dir "$fixtures/same_symbol_a" --plugin-dir "$scratch/twin" 2>&1) || complain twins "$message"
[[ $(cat "$scratch/out/release.txt")$(cat "$scratch/out/release.b") == ab ]] || complain twins 'one called the other'

refused wrong_abi nothing 'was built for ABI number 4711; this Herald has '
refused wrong_build nothing 'was built with "gcc-3 '
refused lying_sidecar nothing 'the library says version "1.0.0", its plugin.json says "1.0.1"'
refused no_manifest nothing 'does not export the function pocoBuildManifestherald_no_manifest'
refused depends_on_other nothing 'is linked with another plugin, '
refused undefined_symbol nothing 'undefined symbol: herald::fixtures::lost_function'
refused needs_missing nothing 'libherald_fixture_gone.so: cannot open shared object file'
refused lying_class initialised 'the library says class "herald::fixtures::Fixture"'
refused manifest_two initialised 'holds 2 classes; wanted is exactly one'
refused manifest_other_base initialised 'is of another base class'
refused throws_foreign constructed 'it threw a value of type herald::fixtures::Foreign'
refused throws_int constructed 'it threw a value of type int'
refused throws_standard constructed 'the sheet is too wide at column 16385 (std::runtime_error)'
refused half_output constructed 'gave up in the middle'

# An id that two folders claim: both are refused, and both are named.
mkdir -p "$scratch/two"
cp -r "$fixtures/well_formed" "$scratch/two/first"
cp -r "$fixtures/well_formed" "$scratch/two/second"
refused well_formed nothing "$scratch/two/first: the plugin id \"well_formed\" is claimed here and by $scratch/two/second" \
  "$scratch/two"

# A plugin that others may change.
cp -r "$fixtures/well_formed" "$scratch/open"
chmod go-w "$scratch/open" "$scratch/open/"*
chmod o+w "$scratch/open/herald_well_formed.so"
refused well_formed nothing 'can be changed by everybody' "$scratch/open"

# An existing output survives a plugin that fails in the middle.
rm -rf "$scratch/out" && mkdir "$scratch/out" && echo before >"$scratch/out/release.txt"
"$herald" export "$scratch/release.txt" --to half-output --plugin-dir "$fixtures/half_output" -o "$scratch/out/" 2>/dev/null
[[ $(cat "$scratch/out/release.txt") == before ]] || complain half_output 'the file that was there is gone'

# Listing maps no library.
rm -rf "$scratch/markers" && mkdir "$scratch/markers"
for words in 'formats' 'plugins list' 'plugins show well_formed'; do
  # shellcheck disable=SC2086  # the words are arguments
  text=$("$herald" $words --plugin-dir "$fixtures/well_formed") || complain "$words" "exit code $?"
  [[ $text == *well* ]] || complain "$words" "does not name the plugin: $text"
done
[[ -z $(ls "$scratch/markers") ]] || complain listing 'a library was mapped to list it'

# The other way to name a folder.
HERALD_PLUGIN_PATH=$fixtures/well_formed "$herald" export "$scratch/release.txt" --to well-formed -o "$scratch/out/" \
  2>/dev/null || complain HERALD_PLUGIN_PATH 'was not searched'

((failures == 0)) && echo 'all bad plugins are refused as they should be'
exit $((failures > 0))
