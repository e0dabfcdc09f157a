#!/bin/sh
# Streams a run from where the reader stands: the log on standard output, the events on standard
# error. Ends when nothing of the run is alive any more; what is missing then is read from the
# files.
#
#   follow.sh DIR LOG_OFFSET EVENTS_OFFSET      exit status 3: no such run
set -u
dir=$1
log=$2
events=$3
cd -- "$dir" 2>/dev/null || exit 3
[ -f log ] && [ -f events ] || exit 4

# tail looks every 50 ms where the system cannot tell it of changes
pace=
if tail -s 0.05 -c 0 /dev/null 2>/dev/null; then pace='-s 0.05'; fi
# shellcheck disable=SC2086
tail $pace -c "+$((log + 1))" -f log 2>/dev/null &
first=$!
# shellcheck disable=SC2086
tail $pace -c "+$((events + 1))" -f events >&2 2>/dev/null &
second=$!
# waits for them too: a container without an init collects nobody
trap 'kill "$first" "$second" 2>/dev/null; wait; exit 0' HUP INT TERM

if [ ! -e no-flock ] && command -v flock >/dev/null; then
  # free only when the last process of the run is gone
  exec 9<lock
  flock -s 9
  exec 9<&-
else
  while [ "$(sh runner.sh state "$dir")" = running ]; do
    sleep 1
  done
fi
kill "$first" "$second" 2>/dev/null
wait
exit 0
