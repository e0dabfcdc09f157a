#!/bin/sh
# Writes a run directory and starts its runner, or starts the runner of an old one again.
#
#   start.sh start|resume STATE ID ENVIRONMENT user|sudo|password MARKER
#
# Standard input: files, each a line "SIZE PATH" and SIZE bytes; a line "end"; with "password",
# sudo's password. Exit status: 0 started, 3 no such run, 10 the run is there already, 11 another
# run holds the environment ("busy ID" on standard output), 12 the run is running, 13 the directory
# cannot be written, 14 sudo refused, 15 there is no sudo.
set -u
umask 077
what=$1 state=$2 id=$3 environment=$4 root=$5 marker=$6
dir=$state/runs/$id

give_up() {
  cd / || exit 13
  if [ "$what" = start ]; then
    rm -rf -- "$dir"
  else
    rm -rf -- "$dir/secrets"
  fi
  exit "$1"
}

if [ "$what" = start ]; then
  mkdir -p -- "$state/runs" "$state/locks" || exit 13
  # the gate: whoever makes the directory has the run
  if ! mkdir -- "$dir"; then
    [ -d "$dir" ] && exit 10
    exit 13
  fi
  cd -- "$dir" || exit 13
else
  cd -- "$dir" || exit 3
  case $(sh runner.sh state "$dir") in
    running) exit 12 ;;
  esac
  rm -rf secrets
fi
trap 'give_up 13' HUP INT TERM

while :; do
  IFS=' ' read -r size path || give_up 13
  case $size in
    end) break ;;
    dirs)
      # shellcheck disable=SC2086
      mkdir -p $path || give_up 13
      ;;
    0) printf '' >"$path" || give_up 13 ;;
    *) dd bs="$size" count=1 iflag=fullblock of="$path" 2>/dev/null || give_up 13 ;;
  esac
done
[ -p control ] || mkfifo control 2>/dev/null

# Two names of one environment are one environment.
real=$(readlink -f -- "$environment" 2>/dev/null) || real=$environment
set -f
# shellcheck disable=SC2046
set -- $(printf '%s' "$real" | cksum)
key=$1-$2
# made here, so that they are the user's even when root locks them
for path in log events lock trouble "$state/locks/$key" "$state/locks/gate"; do
  printf '' >>"$path" || give_up 13
done

# from here on the run is the runner's: an interrupt must not take its directory away
trap ':' HUP INT TERM
if [ "$root" = user ] || [ "$(id -u)" -eq 0 ]; then
  sh runner.sh launch "$dir" "$key" '' ''
  status=$?
else
  command -v sudo >/dev/null || give_up 15
  # sudo cleans the environment; steps without root get it back
  mkdir -p secrets || give_up 13
  export -p >secrets/environment || give_up 13
  uid=$(id -u) gid=$(id -g) sh=$(command -v sh)
  # what it says is read by the client: in one language
  export LC_ALL=C
  if [ "$root" = password ]; then
    sudo -S -p "$marker" -- "$sh" "$dir/runner.sh" launch "$dir" "$key" "$uid" "$gid"
  else
    sudo -n -- "$sh" "$dir/runner.sh" launch "$dir" "$key" "$uid" "$gid" </dev/null
  fi
  status=$?
  case $status in 1 | 126 | 127) status=14 ;; esac
fi
case $status in
  0) exit 0 ;;
  11 | 12 | 14) give_up "$status" ;;
  *) give_up 13 ;;
esac
