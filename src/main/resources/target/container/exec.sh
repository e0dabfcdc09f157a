#!/bin/sh
# Runs a script in a container, from the host of the container.
#
#   exec.sh SIZE ENGINE-WORD... exec --interactive CONTAINER sh -c INSIDE inside.sh SCRIPT NAME WORD...
#
# Standard input: what the script reads, SIZE bytes of it. The engine's own standard input is kept
# open as long as this lives: its end tells the container that nobody waits any more, which an
# engine does not say in any other way.
set -u
size=$1
shift
exec 3<&0 5>&1
# In the background, since a shell waits for all parts of a job in front: this waits for whoever may
# still write the status, which is the second part alone.
status=$(
  {
    # for good: what a shell keeps to put back would hold the output open
    exec 2>/dev/null 5>&-
    printf '%s\n' "$size"
    cat <&3
    exec 3<&-
    while kill -0 $$; do
      sleep 1
    done
  } | {
    "$@" 3<&- >&5 5>&-
    echo $?
  } &
)
exit "$status"
