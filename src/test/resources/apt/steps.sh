#!/bin/sh
# Carries out steps as a run does: what is done is left alone.  steps.sh SHELL FOLDER
# FOLDER/N holds commands.sh and done.sh. Says for each what it did, then what the machine has.
shell=$1
cd "$2" || exit 1
export TMPDIR="$2/tmp"
mkdir -p "$TMPDIR"
for round in first second; do
  echo "== $round round"
  for step in [0-9]*; do
    if "$shell" -e "$step/done.sh" >/dev/null 2>&1; then
      echo "== $step done"
      continue
    fi
    if ! "$shell" -e "$step/commands.sh" 2>&1; then
      echo "== $step failed"
      break 2
    fi
    if "$shell" -e "$step/done.sh" >/dev/null; then echo "== $step ran"; else echo "== $step not done"; fi
  done
done
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
  if [ -f "$list" ]; then sed "s|^|$list: |" "$list"; fi
done
dpkg-query -W -f 'installed: ${Package} ${Version}\n'
echo "python: $(readlink -f /usr/bin/python)"
for left in "$TMPDIR"/*; do
  if [ -e "$left" ]; then echo "left: $left"; fi
done
