#!/bin/sh
# Looks at files that are being brought, and keeps those that are whole; makes their folder.
#
#   settle.sh FOLDER      reads lines "SHA256 SIZE NAME"; NAME.part is what came over so far
#
# Prints "free KILOBYTES" (or "free unknown"), then a line for each file:
#   good NAME          it is there, with this sum, by its own name
#   part SIZE NAME     so many of its bytes are there
#   bad NAME           all of it came over, with another sum; it was removed
# Exit status 3: the folder cannot be written; 5: nothing here computes the sums.
set -u
umask 077
folder=$1

mkdir -p "$folder" && chmod 700 "$folder" && [ -w "$folder" ] || exit 3

if command -v sha256sum >/dev/null; then
  sum_of() { sha256sum <"$1"; }
elif command -v python3 >/dev/null; then
  sum_of() {
    python3 -I -c '
import hashlib, sys
h = hashlib.sha256()
for piece in iter(lambda: sys.stdin.buffer.read(1 << 20), b""):
    h.update(piece)
print(h.hexdigest())' <"$1"
  }
else
  exit 5
fi

# fits FILE SUM SIZE
fits() {
  [ -f "$1" ] && [ ! -L "$1" ] && [ "$(wc -c <"$1")" -eq "$3" ] || return 1
  found=$(sum_of "$1") || return 1
  [ "${found%% *}" = "$2" ]
}

free=$(df -Pk "$folder" 2>/dev/null |
  awk 'NR > 1 { for (i = NF; i > 1; i--) if ($i ~ /^[0-9]+%$/) { print $(i - 1); exit } }')
printf 'free %s\n' "${free:-unknown}"

while read -r sum size name; do
  file=$folder/$name
  part=$file.part
  if fits "$file" "$sum" "$size"; then
    rm -f "$part"
    printf 'good %s\n' "$name"
    continue
  fi
  rm -f "$file" || exit 3
  [ ! -L "$part" ] || rm -f "$part" || exit 3
  have=0
  [ ! -f "$part" ] || have=$(($(wc -c <"$part")))
  if [ "$have" -lt "$size" ]; then
    printf 'part %s %s\n' "$have" "$name"
  elif fits "$part" "$sum" "$size"; then
    mv -f "$part" "$file" || exit 3
    printf 'good %s\n' "$name"
  else
    rm -f "$part" || exit 3
    printf 'bad %s\n' "$name"
  fi
done
