#!/usr/bin/env bash
# Runs one case of tests/command through the real program: makes the case's files in a folder of its own, runs
# its command line there, and compares what came of it. README.md describes the form of a case.
#
#     run_case.sh BUILD_FOLDER CASE         exits 0 passed, 1 failed, 77 skipped (with one line that says why)
#     UPDATE_GOLDEN=1 run_case.sh ...       rewrites the case's whole-text expectations with what came
set -uo pipefail

build=$(cd "$1" && pwd)
case_file=$(realpath "$2")
name=$(basename "$case_file" .case)
room=$(mktemp -d "${TMPDIR:-/tmp}/herald-case.XXXXXX")
trap 'rm -rf "$room"' EXIT
sections=$room/.sections
here=$room/here
mkdir -p "$sections" "$here"

fail() {
  echo "$name: $1"
  exit 1
}
skip() {
  echo "$name: skipped: $1"
  exit 77
}

# Splits the case at its "%%% " lines: section N's head in N.head, its lines in N.body.
awk -v folder="$sections" '
  /^%%% / { close(out); ++n; print substr($0, 5) > (folder "/" n ".head"); close(folder "/" n ".head")
            out = folder "/" n ".body"; printf "" > out; next }
  n { print > out }' "$case_file"

mapfile -t heads < <(ls "$sections" | grep head | sort -n | sed "s|.head||")
((${#heads[@]})) || fail 'no section in this file'

# What a case may ask of the machine.
check_need() {
  case $1 in
    not-root) ((EUID != 0)) || setpriv --reuid=65534 --regid=65534 --clear-groups test -x "$build/bin/herald" 2>/dev/null ||
      skip 'root may do everything, and nobody else may run the program of this build' ;;
    tmpfs) unshare --mount mount -t tmpfs -o size=64k tmpfs "$sections" 2>/dev/null ||
      skip 'a small file system can be mounted by root only' ;;
    plugin:*) [[ -e $build/tests/fixture_plugins/${1#plugin:}/plugin.json ]] || skip "no plugin ${1#plugin:} in this build" ;;
    *) fail "unknown need '$1'" ;;
  esac
}

# The shell that every command of a case runs in. Nothing of the user's settings reaches the program.
run_shell() {
  local user=()
  if [[ $as_nobody == yes && $EUID == 0 ]]; then
    chmod 755 "$room"
    [[ $1 == setup ]] || user=(setpriv --reuid=65534 --regid=65534 --clear-groups)
  fi
  local mounts=() mount_first=
  if [[ $with_tmpfs == yes && $1 == run ]]; then
    mounts=(unshare --mount)
    mount_first='mkdir small && mount -t tmpfs -o size=64k tmpfs small || exit 99; '
  fi
  (cd "$here" && exec env -i PATH="$build/bin:/usr/sbin:/usr/bin:/sbin:/bin" HOME="$room/home" LANG="${LANG:-C.UTF-8}" \
    TMPDIR="$room" TZ=UTC BUILD="$build" PLUGINS="$build/tests/fixture_plugins" \
    ASAN_OPTIONS="${ASAN_OPTIONS:-}" UBSAN_OPTIONS="${UBSAN_OPTIONS:-}" LSAN_OPTIONS="${LSAN_OPTIONS:-}" \
    "${mounts[@]}" "${user[@]}" bash -c "$mount_first$2")
}

as_nobody=no
with_tmpfs=no
command_line=
expected_exit=0
stdin=/dev/null
for n in "${heads[@]}"; do
  head=$(<"$sections/$n.head")
  body=$sections/$n.body
  case $head in
    needs\ *)
      for need in ${head#needs }; do
        check_need "$need"
        [[ $need == not-root ]] && as_nobody=yes
        [[ $need == tmpfs ]] && with_tmpfs=yes
      done ;;
    file\ *) mkdir -p "$(dirname "$here/${head#file }")" && cp "$body" "$here/${head#file }" ;;
    stdin) stdin=$body ;;
    setup) ;;
    run) command_line=$(<"$body") ;;
    exit\ *) expected_exit=${head#exit } ;;
    stdout | stderr | 'stdout contains' | 'stderr contains' | 'stderr one line' | 'stdout lacks' | 'stderr lacks' | files | check) ;;
    *) fail "unknown section '%%% $head'" ;;
  esac
done
[[ -n $command_line ]] || fail 'no %%% run section'

for n in "${heads[@]}"; do
  [[ $(<"$sections/$n.head") == setup ]] || continue
  run_shell setup "$(<"$sections/$n.body")" >"$room/setup.log" 2>&1 || fail "its setup failed: $(<"$room/setup.log")"
done

run_shell run "$command_line" <"$stdin" >"$room/stdout" 2>"$room/stderr"
actual_exit=$?

problems=()
update=no
((actual_exit == expected_exit)) || problems+=("exit code $actual_exit, expected $expected_exit")

# Each line of the section must occur in the file.
check_contains() {
  local line
  while IFS= read -r line; do
    [[ -z $line ]] || grep -qF -- "$line" "$2" || problems+=("$3 lacks: $line")
  done <"$1"
}

check_whole() {
  cmp -s "$1" "$2" && return
  problems+=("$3 differs (- expected, + came):"$'\n'"$(diff -u "$1" "$2" | tail -n +3)")
  cp "$2" "$1"
  update=yes
}

for n in "${heads[@]}"; do
  head=$(<"$sections/$n.head")
  body=$sections/$n.body
  case $head in
    stdout | stderr) check_whole "$body" "$room/$head" "$head" ;;
    'stdout contains' | 'stderr contains') check_contains "$body" "$room/${head% contains}" "${head% contains}" ;;
    'stderr one line')
      check_contains "$body" "$room/stderr" stderr
      lines=$(wc -l <"$room/stderr")
      ((lines == 1)) || problems+=("stderr has $lines lines, not one") ;;
    'stdout lacks' | 'stderr lacks')
      while IFS= read -r line; do
        grep -qF -- "$line" "$room/${head% lacks}" && problems+=("${head% lacks} has: $line")
      done <"$body" ;;
    files)
      (cd "$here" && find . -mindepth 1 ! -type d -printf '%P\n' | LC_ALL=C sort) >"$room/files"
      check_whole "$body" "$room/files" 'the list of files' ;;
    check) run_shell check "$(<"$body")" >"$room/check.log" 2>&1 || problems+=("its check failed: $(<"$room/check.log")") ;;
  esac
done

if [[ $update == yes && ${UPDATE_GOLDEN:-0} == 1 ]]; then
  {
    sed '/^%%% /,$d' "$case_file"
    for n in "${heads[@]}"; do
      echo "%%% $(<"$sections/$n.head")"
      cat "$sections/$n.body"
    done
  } >"$room/updated" && cp "$room/updated" "$case_file" && echo "$name: rewritten"
  exit 0
fi

if ((${#problems[@]})); then
  echo "$name: $(head -n 1 "$case_file")"
  echo "    \$ $command_line"
  printf '    %s\n' "${problems[@]}"
  echo '    stderr was:'
  head -c 2000 "$room/stderr" | sed 's/^/      /'
  exit 1
fi
