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

# the engine's own words stand before its "run"
engine=
for word in "$@"; do
  [ "$word" != run ] || break
  engine="$engine $word"
done

status_now() {
  # shellcheck disable=SC2086
  $engine container inspect --format '{{.State.Status}}' "$name" 2>/dev/null
}

apart "$@"
status=$?
if [ "$status" -eq 0 ]; then
  # an engine is content when an init process runs, whatever that then starts
  sleep 0.5 2>/dev/null || sleep 1
  [ "$(status_now)" != running ] || exit 0
  echo "The container $name ended as soon as it was started. It said:" >&2
  # shellcheck disable=SC2086
  $engine logs --tail 20 "$name" >&2
  # shellcheck disable=SC2086
  $engine rm --force "$name" >/dev/null
  exit 125
fi
# one that was made and could not be started; who else has the name is left alone
if [ "$(status_now)" = created ]; then
  # shellcheck disable=SC2086
  $engine rm --force "$name" >/dev/null
fi
exit "$status"
