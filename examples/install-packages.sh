#!/usr/bin/env bash
# Installs with apt what the given package lists name and this machine lacks; says so in one line, and asks
# nothing. Used by examples/quickstart.sh and tests/run.sh, so that there is one way and one list.
#
#     install-packages.sh LIST...
set -euo pipefail

missing=()
while read -r package _; do
  [[ $package == '' || $package == '#'* ]] && continue
  status=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
  [[ $status == installed ]] || missing+=("$package")
done < <(cat "$@")

if ((${#missing[@]} == 0)); then
  echo "    all packages are installed"
  exit 0
fi
if ! command -v apt-get >/dev/null; then
  echo "    there is no apt-get here: Herald is built on Debian 12 or 13; the packages are listed in $*" >&2
  exit 1
fi

# sudo may ask for a password only where somebody can answer.
privilege=()
if ((EUID != 0)); then
  if command -v sudo >/dev/null && { [[ -t 0 ]] || sudo -n true 2>/dev/null; }; then
    privilege=(sudo)
  else
    echo "    ${#missing[@]} packages are missing, and this is neither root nor a user who may use sudo." >&2
    echo "    Ask an administrator to run:  apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
fi

log=$(mktemp)
trap 'rm -f "$log"' EXIT
echo "    installing with apt: ${missing[*]}" | fold -s -w 100 | sed '2,$s/^/      /'
apt() {
  "${privilege[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
    -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0 "$@" >>"$log" 2>&1
}
if ! { apt update && apt install --no-install-recommends "${missing[@]}"; }; then
  tail -n 20 "$log" >&2
  echo "    apt could not install the packages; the end of what it said stands above" >&2
  exit 1
fi
