#!/usr/bin/env bash
# Builds Herald as strictly as it can be built and runs all its tests: Release with warnings as errors, then
# AddressSanitizer and UndefinedBehaviorSanitizer, then the fuzzers, the format of the sources and clang-tidy. Everything
# is run even where something failed, and the summary says what did.
#
#     tests/run.sh            what every change has to pass
#     tests/run.sh --full     also opens every output of every example release in LibreOffice, Chromium and the
#                             validators of ../shared/validators, where that folder exists
#
# JOBS=N sets how many compilers and tests run at once.
set -uo pipefail
cd "$(dirname "$0")/.."

full=no
case "${1:-}" in
  '') ;;
  --full) full=yes ;;
  -h | --help) sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 0 ;;
  *) echo "tests/run.sh: unknown argument '$1' (--full is the only one)" >&2; exit 2 ;;
esac

jobs=${JOBS:-$(nproc)}
launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)

summary=()
failed=no
# step NAME COMMAND...: runs it, notes the outcome and the time it took.
step() {
  local name=$1 begun=$SECONDS outcome=passed
  shift
  printf '\n=== %s\n' "$name"
  if ! "$@"; then
    outcome=FAILED
    failed=yes
  fi
  summary+=("$(printf '%-28s %s in %d s' "$name" "$outcome" $((SECONDS - begun)))")
  [[ $outcome == passed ]]
}

# Building is quiet as long as it succeeds: a CI log is read for what failed.
build() {
  local folder=$1 log
  shift
  mkdir -p "$folder"
  log=$folder/build.log
  if ! { cmake -S . -B "$folder" -G Ninja -DHERALD_WERROR=ON "${launcher[@]}" "$@" &&
    cmake --build "$folder" --parallel "$jobs" -- -k 0; } >"$log" 2>&1; then
    grep -E -A 12 'error:|CMake Error|FAILED:' "$log" | head -n 120 || tail -n 60 "$log"
    echo "the build failed; the whole log is in $log"
    return 1
  fi
}

run_tests() {
  ctest --test-dir "$1" --parallel "$jobs" --output-on-failure --no-tests=error --timeout 600 | tee "$1/ctest.log"
}

sanitized_tests() {
  ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:check_initialization_order=1 \
    UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1 \
    LSAN_OPTIONS=suppressions=$PWD/tests/sanitizers.supp:print_suppressions=0 \
    run_tests "$1"
}

sources() {
  find core formats plugins tests examples/plugins \( -name '*.cpp' -o -name '*.hpp' -o -name '*.h' \) | sort
}

# Another version formats otherwise: only the one that the sources were formatted with is asked.
check_format() {
  sources | xargs clang-format --dry-run -Werror
}

check_tidy() {
  find core formats plugins -name '*.cpp' | sort |
    xargs --max-args=1 --max-procs="$jobs" tests/tidy.sh build-tests
}

step 'packages' examples/install-packages.sh examples/packages.txt tests/packages.txt || exit 1

if step 'build, warnings as errors' build build-tests -DCMAKE_BUILD_TYPE=Release -DHERALD_BENCHMARKS=ON; then
  step 'tests' run_tests build-tests
fi
# What the sanitizers put in makes GCC 12 see variables that are not set; the build above has looked for those.
if step 'build with sanitizers' build build-sanitized -DCMAKE_BUILD_TYPE=Debug \
  -DCMAKE_CXX_FLAGS_DEBUG='-O1 -g1 -Wno-maybe-uninitialized' -DHERALD_SANITIZE=address,undefined; then
  step 'tests with sanitizers' sanitized_tests build-sanitized
fi
# Each of eight targets for a minute, as many at once as there are processors.
if command -v clang++ >/dev/null; then
  step 'fuzzers, a minute each' env JOBS="$jobs" tests/fuzz/run.sh 60
fi
if [[ $(clang-format --version) == *'version 14.'* ]]; then
  step 'format of the sources' check_format
  step 'clang-tidy' check_tidy
else
  summary+=('format, clang-tidy           skipped: the rules are those of version 14 (Debian 12)')
fi
if [[ $full == yes ]]; then
  step 'packages for --full' examples/install-packages.sh tests/packages-full.txt &&
    step 'outputs in other programs' tests/full/check_outputs.sh build-tests/bin/herald
fi

printf '\n=== summary\n'
printf '%s\n' "${summary[@]}"
# Last, so that the end of a log tells how many tests there were.
grep 'tests passed' build-tests/ctest.log 2>/dev/null
[[ $failed == no ]]
