#!/bin/sh
# Says where a run stands and streams it from where the reader is.
#
#   follow.sh DIR LOG_OFFSET EVENTS_OFFSET      exit status 3: no such run, 4: it cannot be read
#
# Standard output: a line with the state, a line with a number, so many bytes of the events, then
# the log. Standard error: the events that come after those, and now and then a byte ACK (octal 6)
# that belongs to none: where it cannot be written nobody reads any more, and this ends.
# When the run is over already, everything to the end of both files is there. Otherwise this ends
# when nothing of the run is alive any more; what is missing then is for another call.
set -u
dir=$1
log=$2
events=$3
cd -- "$dir" 2>/dev/null || exit 3

where=waiting
if [ -f runner.sh ]; then
  where=$(sh runner.sh state "$dir") || where=waiting
elif [ -e cancel ]; then
  where=cancelled
fi
if [ ! -f log ] || [ ! -f events ]; then
  printf '%s\n0\n' "$where"
  exit 0
fi

# rest FILE OFFSET COMMAND...: runs the command on what a file has from there on
rest() {
  file=$1 skip=$2
  shift 2
  {
    dd bs=1 skip="$skip" count=0 2>/dev/null
    "$@" 2>/dev/null
  } <"$file"
}

size=$(wc -c <events)
some=$((size - events))
[ "$some" -gt 0 ] || some=0
printf '%s\n%s\n' "$where" "$some"
if [ "$some" -gt 0 ]; then
  rest events "$events" dd bs="$some" count=1 || exit 4
  events=$((events + some))
fi
if [ "$where" != running ]; then
  rest log "$log" cat || exit 4
  exit 0
fi

# tail looks every 50 ms where the system cannot tell it of changes
pace=
if tail -s 0.05 -c 0 /dev/null 2>/dev/null; then pace='-s 0.05'; fi
# shellcheck disable=SC2086
tail $pace -c "+$((log + 1))" -f log 2>/dev/null &
helpers=$!
# shellcheck disable=SC2086
tail $pace -c "+$((events + 1))" -f events >&2 2>/dev/null &
helpers="$helpers $!"

# A server keeps this when the connection breaks, and only who writes hears of it.
# Without a trap of its own: a signal that comes while a shell sets one, or before it waits, is lost
# now and then. So its sleep is ended by whoever ends it, or ends by itself.
beat() {
  trap '' PIPE
  while printf '\006' >&2; do
    sleep 5 >/dev/null 2>&1
  done
  kill -s TERM $$
}

# Waits until the last process of the run is gone.
free() {
  if [ ! -e no-flock ] && command -v flock >/dev/null; then
    exec flock -s 9 9<lock
  fi
  while [ "$(sh runner.sh state "$dir")" = running ]; do
    sleep 1
  done
}

leave() {
  nap=
  { read -r nap <"/proc/$beat/task/$beat/children"; } 2>/dev/null
  # shellcheck disable=SC2086
  kill $helpers $nap 2>/dev/null
  # for them too: a container without an init collects nobody
  wait
  exit 0
}

beat &
beat=$!
helpers="$helpers $beat"
free </dev/null >/dev/null 2>&1 &
free=$!
helpers="$helpers $free"
# after the helpers: what has just been forked with this trap can lose a signal, and be waited for
# without an end
trap leave HUP INT TERM
wait "$free"
leave
