#!/bin/sh
# Says how a container is: the engine's word and the last exit status, "none", or "engine" where
# the engine itself does not answer.
#
#   state.sh NAME ENGINE-WORD...
set -u
name=$1
shift
if said=$("$@" container inspect --format '{{.State.Status}} {{.State.ExitCode}}' "$name" 2>/dev/null); then
  printf '%s\n' "$said"
elif "$@" ps >/dev/null 2>&1; then
  echo none
else
  echo engine
fi
