#!/bin/sh
# Runs a script inside of a container, and ends it when nobody waits for it any more.
#
#   inside.sh SCRIPT NAME WORD...
#
# Standard input: a line with a size, so many bytes for the script, and then nothing until the
# engine's client is gone. An engine starts this in a process group of its own, so the script and
# what it started are ended with it; what went into a session of its own stays.
set -u
echo megatron-setup-begins
IFS= read -r size || exit 121
script=$1
name=$2
shift 2
exec 3<&0 5>&1

# Not only waiting to be collected.
living() {
  { IFS= read -r stat <"/proc/$$/stat"; } 2>/dev/null || return 1
  case ${stat##*) } in Z* | X*) return 1 ;; esac
}

# A job in the background, since a shell waits for all parts of one in front: this waits for whoever
# may still write the status, which is the second part alone.
status=$(
  {
    # for good: what a shell keeps to put back would hold the output open
    exec 2>/dev/null 5>&-
    head -c "$size" <&3
    exec >/dev/null
    cat <&3
    living || exit 0
    trap '' TERM
    kill -s TERM 0
    sleep 2
    kill -s KILL 0
  } | {
    sh -c "$script" "$name" "$@" 3<&- >&5 5>&-
    echo $?
  } &
)
exit "$status"
