#!/bin/sh
# Writes what it reads to a file, whole or not at all: by another name, then a rename.
#
#   write-file.sh PATH MODE SIZE      exit status 3: it cannot be written, 4: not all of it came
set -u
umask 077
new=$1.new.$$
trap 'rm -f -- "$new"' EXIT
cat >"$new" || exit 3
[ "$(wc -c <"$new")" -eq "$3" ] || exit 4
chmod "$2" "$new" && mv -f -- "$new" "$1" || exit 3
