#!/usr/bin/env bash
# From a fresh clone on Debian 12 or 13 to documents that one can open: installs the packages, builds Herald
# into build/, and exports every example release to PDF, XLSX and HTML in examples/output/.
# May be run again at any time; asks nothing. JOBS=N sets how many compilers run at once.
set -euo pipefail
cd "$(dirname "$0")/.."

if [[ ${1:-} == -h || ${1:-} == --help ]]; then
  sed -n '2,4s/^# //p' "$0"
  exit 0
fi
if (($# > 0)); then
  echo "quickstart.sh takes no arguments (JOBS=N in the environment sets the number of compilers)" >&2
  exit 2
fi

# A compiler of this project needs up to 1 GiB: no more of them than fit into memory.
default_jobs() {
  local processors gibibytes
  processors=$(nproc)
  gibibytes=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo)
  ((gibibytes < 1)) && gibibytes=1
  echo $((processors < gibibytes ? processors : gibibytes))
}
jobs=${JOBS:-$(default_jobs)}
log=build/quickstart.log
output=examples/output

# Runs a command with its words in the log, and shows the end of the log where it fails.
quietly() {
  if ! "$@" >>"$log" 2>&1; then
    tail -n 30 "$log" >&2
    echo "failed: $1; the whole log is in $log" >&2
    exit 1
  fi
}

# On a terminal the last line of what the build says ("[109/217] ..."), in place; all of it in the log.
build_with_progress() {
  if [[ ! -t 1 ]]; then
    quietly cmake --build build --parallel "$jobs"
    return
  fi
  cmake --build build --parallel "$jobs" >>"$log" 2>&1 &
  local build=$!
  trap 'kill "$build" 2>/dev/null; echo; exit 130' INT TERM
  while kill -0 "$build" 2>/dev/null; do
    printf '\r      %s ' "$(grep -o '^\[[^]]*\]' "$log" | tail -n 1)"
    sleep 2
  done
  trap - INT TERM
  printf '\r%60s\r' ''
  if ! wait "$build"; then
    tail -n 30 "$log" >&2
    echo "failed: the build; the whole log is in $log" >&2
    exit 1
  fi
}

echo "[1/3] Packages"
examples/install-packages.sh examples/packages.txt

echo "[2/3] Building Herald, $jobs at a time (5 to 15 minutes the first time, 300 MB; log: $log)"
mkdir -p build
: >"$log"
generator=()
[[ -e build/CMakeCache.txt ]] || generator=(-G Ninja)
quietly cmake -S . -B build "${generator[@]}" -DCMAKE_BUILD_TYPE=Release -DHERALD_TESTS=OFF
build_with_progress

echo "[3/3] Exporting the example releases"
mkdir -p "$output"
build/bin/herald export examples/releases/*.txt --to pdf,xlsx,html -o "$output" --quiet

echo
echo "In $output/:"
for pdf in "$output"/*.pdf; do
  stem=$(basename "$pdf" .pdf)
  printf '    %-42s' "$stem"
  for extension in pdf xlsx html; do
    printf '  %s %4d KB' "$extension" $((($(stat -c %s "$output/$stem.$extension") + 1023) / 1024))
  done
  echo
done
cat <<'END'

Try next:
    build/bin/herald facts examples/releases/en-general-assembly-marrakech.txt
    build/bin/herald export YOUR-RELEASE.txt --to pdf
    build/bin/herald --help
END
