#!/usr/bin/env bash
# Fuzzes every reader, and the whole load, with libFuzzer under AddressSanitizer and UndefinedBehaviorSanitizer.
#
#     tests/fuzz/run.sh [SECONDS] [TARGET...]     SECONDS a target (60), all targets unless some are named
#
# What the fuzzers learn stays in build-fuzz/corpus/TARGET and serves the next run; what breaks a target goes to
# build-fuzz/findings, with the command that shows it again. JOBS=N runs N targets at once.
# Exits 0 quiet, 1 something was found or does not build, 77 there is no clang with libFuzzer.
set -uo pipefail
cd "$(dirname "$0")/../.."

seconds=60
[[ ${1:-} =~ ^[0-9]+$ ]] && { seconds=$1; shift; }
targets=("$@")
((${#targets[@]})) || targets=(any text html markdown docx odt ninjs herald-json)
jobs=${JOBS:-$(nproc)}

if ! command -v clang++ >/dev/null ||
  ! echo 'extern "C" int LLVMFuzzerTestOneInput(const unsigned char*, unsigned long) { return 0; }' |
    clang++ -fsanitize=fuzzer -x c++ - -o /dev/null 2>/dev/null; then
  echo 'fuzz: skipped: no clang with libFuzzer (packages clang and libclang-rt-dev)'
  exit 77
fi

launcher=()
command -v ccache >/dev/null && launcher=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache -DCMAKE_C_COMPILER_LAUNCHER=ccache)
mkdir -p build-fuzz/findings
if ! { CC=clang CXX=clang++ cmake -S . -B build-fuzz -G Ninja -DCMAKE_BUILD_TYPE=Release "${launcher[@]}" \
  -DHERALD_FUZZ=ON -DHERALD_SANITIZE=address,undefined -DCMAKE_CXX_FLAGS_RELEASE='-O1 -g1' &&
  cmake --build build-fuzz --parallel "$jobs" --target herald_fuzzers; } >build-fuzz/build.log 2>&1; then
  grep -E -A 12 'error:|CMake Error' build-fuzz/build.log | head -n 60
  echo 'fuzz: the build failed; the whole log is in build-fuzz/build.log'
  exit 1
fi

fuzz() {
  local target=$1 learnt=build-fuzz/corpus/$1 seeds=()
  mkdir -p "$learnt"
  if [[ $target == any ]]; then
    seeds=(tests/fuzz/seeds/*/ examples/releases)
  else
    seeds=("tests/fuzz/seeds/$target")
    [[ $target == text ]] && seeds+=(examples/releases)
  fi
  # A case of ten seconds is a finding: the cost of everything is linear in its input.
  if ASAN_OPTIONS=detect_leaks=1 build-fuzz/bin/fuzz_"$target" -max_total_time="$seconds" -max_len=65536 -timeout=10 \
    -rss_limit_mb=2560 -print_final_stats=1 -artifact_prefix="build-fuzz/findings/$target-" "$learnt" "${seeds[@]}" \
    >"build-fuzz/$target.log" 2>&1; then
    printf 'fuzz %-12s quiet: %s runs\n' "$target" \
      "$(sed -n 's/^stat::number_of_executed_units: *//p' "build-fuzz/$target.log")"
  else
    printf 'fuzz %-12s FOUND: build-fuzz/bin/fuzz_%s %s\n' "$target" "$target" \
      "$(sed -n 's/.*Test unit written to //p' "build-fuzz/$target.log" | tail -n 1)"
    grep -E -m 12 'ERROR|SUMMARY|^fuzz:|runtime error|    #[0-9] ' "build-fuzz/$target.log"
    return 1
  fi
}
export -f fuzz
export seconds

printf '%s\n' "${targets[@]}" | xargs --max-procs="$jobs" -I{} bash -c 'fuzz {} || exit 1'
