#!/usr/bin/env bash
# Exports every example release to every format, twice, and shows the results to programs that Herald shares no
# code with: qpdf and poppler, LibreOffice, Chromium, and the validators of ../shared/validators where that folder
# exists. All findings are printed; any FAIL fails the run.
#
#     tests/full/check_outputs.sh HERALD
set -uo pipefail
cd "$(dirname "$0")/../.."
herald=$(realpath "$1")
validators=../shared/validators
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
failures=0

fail() {
  echo "FAIL $1"
  failures=$((failures + 1))
}
# quiet NAME COMMAND...: prints what the command said only where it failed.
quiet() {
  local name=$1
  shift
  timeout --kill-after=20 600 "$@" >"$room/said" 2>&1 && return
  fail "$name"
  tail -n 20 "$room/said" | sed 's/^/     /'
}

"$herald" export examples/releases/*.txt --to pdf,xlsx,html,json -o "$room/first" --quiet || fail 'the export'
"$herald" export examples/releases/*.txt --to pdf,xlsx,html,json -o "$room/second" --quiet || fail 'the second export'
quiet 'the same input gave other bytes' diff -rq "$room/first" "$room/second"

for release in examples/releases/*.txt; do
  "$herald" inspect --html "$release" >"$room/first/$(basename "$release" .txt).check.html" || fail "$release: inspect --html"
done

# Chromium will not run as root inside its own sandbox.
chromium_flags=(--headless --disable-gpu --no-first-run "--user-data-dir=$room/chromium")
((EUID == 0)) && chromium_flags+=(--no-sandbox)

for release in examples/releases/*.txt; do
  stem=$(basename "$release" .txt)
  made=$room/first/$stem
  quiet "$stem.pdf: qpdf" qpdf --check "$made.pdf"
  quiet "$stem.pdf: pdftotext" pdftotext "$made.pdf" "$room/text"
  [[ -s $room/text ]] || fail "$stem.pdf: no text can be taken out of it"
  pdffonts "$made.pdf" | awk 'NR > 2 && $(NF - 4) != "yes" { exit 1 }' || fail "$stem.pdf: a typeface is not embedded"
  for width in 375 800; do
    quiet "$stem.html: Chromium at $width px" chromium "${chromium_flags[@]}" "--screenshot=$room/$stem-$width.png" \
      "--window-size=$width,800" "file://$made.html"
    [[ -s $room/$stem-$width.png ]] || fail "$stem.html: Chromium draws nothing at $width px"
  done
done

mkdir "$room/converted"
quiet 'LibreOffice' soffice --headless "-env:UserInstallation=file://$room/libreoffice" --convert-to pdf \
  --outdir "$room/converted" "$room"/first/*.xlsx
for workbook in "$room"/first/*.xlsx; do
  [[ -s $room/converted/$(basename "$workbook" .xlsx).pdf ]] || fail "$(basename "$workbook"): LibreOffice cannot read it"
done

if [[ ! -x $validators/setup.sh ]]; then
  echo "skipped: the validators are not beside the repository"
elif ! "$validators/setup.sh" >"$room/setup" 2>&1; then
  fail "the validators cannot be set up here: $(tail -n 1 "$room/setup")"
else
  for release in examples/releases/*.txt; do
    made=$room/first/$(basename "$release" .txt)
    quiet "$made.pdf: check-pdf" "$validators/check-pdf.py" "$made.pdf"
    quiet "$made.xlsx: check-xlsx" "$validators/check-xlsx.py" --out "$room/xlsx" "$made.xlsx"
    quiet "$made.html: check-html" "$validators/check-html.mjs" "$made.html" --out "$room/html-report"
    # A page for a browser and not a mail: no client's gaps count, and the strict rules do.
    quiet "$made.check.html: check-html" env CLIENTS=none "$validators/check-html.mjs" "$made.check.html" --strict \
      --out "$room/html-report"
  done
fi

echo "$failures failures in the outputs of $(ls examples/releases/*.txt | wc -l) releases"
((failures == 0))
