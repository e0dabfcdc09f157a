#!/bin/sh
# Ends a run with everything that it started; returns when nothing of it is left.
#
#   cancel.sh DIR      exit status 3: no such run, 24: something could not be ended
set -u
umask 077
dir=$1
cd -- "$dir" 2>/dev/null || exit 3
if [ ! -f runner.sh ]; then
  # cut off while it was being written
  rm -rf secrets
  printf '' >cancel
  exit
fi

state() {
  sh runner.sh state "$dir"
}

pause() {
  sleep 0.1 2>/dev/null || sleep 1
}

# A process that is not just waiting to be collected.
living() {
  { [ -n "$1" ] && IFS= read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  case ${stat##*) } in Z* | X*) return 1 ;; esac
}

case $(state) in
  running) ;;
  waiting | died | host-restarted)
    sh runner.sh end "$dir"
    exit
    ;;
  *) exit 0 ;;
esac
printf '' >cancel

# The watcher has the rights of the runner, which may be root. It may still be starting.
turns=0
until [ -e watcher ] || [ "$turns" -ge 10 ]; do
  turns=$((turns + 1))
  pause
done
watcher=
# shellcheck disable=SC2094
{ read -r watcher _ <watcher; } 2>/dev/null
if [ -p control ] && living "$watcher"; then
  # opened for both, so that this never waits for a reader
  exec 6<>control
  printf 'cancel\n' >&6
  turns=0
  while [ "$(state)" = running ] && [ "$turns" -lt 150 ]; do
    turns=$((turns + 1))
    pause
  done
  exec 6>&-
fi
case $(state) in
  running) sh runner.sh end "$dir" || exit ;;
esac

# The runner and its watcher are on their way out.
runner=
# shellcheck disable=SC2094
{ read -r runner _ <runner; } 2>/dev/null
turns=0
while { living "$runner" || living "$watcher"; } && [ "$turns" -lt 50 ]; do
  turns=$((turns + 1))
  pause
done
