#!/bin/sh
# Prints where runs stand: per run a line "ID STATE..." and a line with its summary.
#
#   list.sh STATE [ID]      exit status 3: no such run
set -u
state=$1

one() {
  dir=$state/runs/$1
  if [ -f "$dir/runner.sh" ]; then
    where=$(sh "$dir/runner.sh" state "$dir") || where=waiting
  else
    where=waiting
    [ ! -e "$dir/cancel" ] || where=cancelled
  fi
  summary=
  { IFS= read -r summary <"$dir/summary.json"; } 2>/dev/null
  printf '%s %s\n%s\n' "$1" "$where" "$summary"
}

if [ $# -gt 1 ]; then
  [ -d "$state/runs/$2" ] || exit 3
  one "$2"
else
  for path in "$state"/runs/*; do
    [ ! -d "$path" ] || one "${path##*/}"
  done
fi
