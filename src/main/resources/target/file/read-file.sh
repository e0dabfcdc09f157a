#!/bin/sh
# Prints a piece of a file.
#
#   read-file.sh PATH OFFSET LIMIT      exit status 3: it cannot be read
set -u
[ -f "$1" ] && [ -r "$1" ] || exit 3
tail -c "+$(($2 + 1))" -- "$1" | head -c "$3"
