#!/bin/sh
# Makes a container, and leaves nothing behind where that does not work.
#
#   make.sh NAME COMMAND WORD...      COMMAND WORD... makes it; NAME is for what is left behind
#
# What keeps a container alive must not look like a part of the run: it would hold the run's locks,
# and be ended with it. So it gets neither the descriptors nor the variables of the run.
set -u
name=$1
shift

apart() (
  unset MEGATRON_SETUP_RUN MEGATRON_SETUP_RUN_ID
  exec "$@" 6>&- 8>&- 9>&-
)

if apart "$@"; then
  exit 0
else
  status=$?
fi
# the engine's own words stand before its "run"
undo=
for word in "$@"; do
  [ "$word" != run ] || break
  undo="$undo $word"
done
# a container that was made and could not be started; who else has the name is left alone
# shellcheck disable=SC2086
if [ "$($undo container inspect --format '{{.State.Status}}' "$name" 2>/dev/null)" = created ]; then
  $undo rm --force "$name" >/dev/null
fi
exit "$status"
