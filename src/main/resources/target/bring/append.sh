#!/bin/sh
# Writes what it reads to a file, from some place in it on.
#
#   append.sh FILE BLOCKS      the place: so many blocks of 32768 bytes
#
# Exit status 3: it cannot be written. That is said at once, by a line, and what still comes is
# thrown away: whoever sends would wait for a reader.
set -u
umask 077
LC_ALL=C dd "of=$1" ibs=32768 obs=32768 "seek=$2" conv=notrunc || {
  echo failed
  cat >/dev/null
  exit 3
}
