#!/bin/sh
# Fetches an image with the engine itself, and says in few lines how far it is.
#
#   pull.sh IMAGE ENGINE-WORD...
#
# While it goes on it prints lines of one of these forms, at most one a second, each ended by CR:
#
#   Image: layers 3/12, 1234567/9876543 bytes
#   Image: layers 3/12, 1234567 bytes
#   Image: layers 3, 1234567 bytes
#   Image: layers 3/12
#
# Everything that the engine says beside its drawing is printed as it is. The exit status is the
# engine's. Under a pseudo terminal engines count bytes; without one they only name layers. Where
# image-size.sh lies beside this, the registry is asked for the sizes of all layers before.
set -u

# In the terminal: the words come in the environment, for they must not become text.
if [ -n "${MEGATRON_SETUP_PULL-}" ]; then
  unset MEGATRON_SETUP_PULL
  stty cols 200 rows 50 2>/dev/null
  set -- "$PULL_WORD_0"
  index=1
  while [ "$index" -le "$PULL_LAST" ]; do
    eval "set -- \"\$@\" \"\$PULL_WORD_$index\""
    index=$((index + 1))
  done
  exec "$@" </dev/null
fi

image=$1
shift
here=$(dirname -- "$0")
# what a pull left that was killed
[ -z "${MEGATRON_SETUP_RUN-}" ] || rm -rf "$MEGATRON_SETUP_RUN"/pull.??????
work=$(mktemp -d "${MEGATRON_SETUP_RUN:-${TMPDIR:-/tmp}}/pull.XXXXXX") || exit 1
client=
at=0

leave() {
  rm -rf "$work"
  exit "$1"
}

# The daemon stops when its client is gone.
# shellcheck disable=SC2317
stop() {
  trap '' HUP INT TERM
  if [ -n "$client" ]; then
    kill -s TERM "$client" 2>/dev/null
    wait "$client" 2>/dev/null
  fi
  printf '\n'
  leave "$1"
}

start() {
  : >"$work/drawing"
  if script --version 2>/dev/null | grep -q util-linux; then
    PULL_LAST=-1
    for word in "$@" pull "$image"; do
      PULL_LAST=$((PULL_LAST + 1))
      export "PULL_WORD_$PULL_LAST=$word"
    done
    export PULL_LAST MEGATRON_SETUP_PULL="$0"
    # shellcheck disable=SC2016
    SHELL=/bin/sh script -q -e -f -c 'exec sh "$MEGATRON_SETUP_PULL"' "$work/drawing" \
      </dev/null >/dev/null 2>"$work/trouble" &
  else
    "$@" pull "$image" </dev/null >"$work/drawing" 2>&1 &
  fi
  client=$!
}

# show going|succeeded|failed: what was drawn since the last time.
show() {
  tail -c "+$((at + 1))" "$work/drawing" >"$work/piece"
  size=$(wc -c <"$work/piece")
  at=$((at + size))
  {
    cat "$work/rest" 2>/dev/null
    cat "$work/piece"
    # what this stands behind is not whole yet
    [ "$1" != going ] || printf '\036\n'
  } | tr '\r' '\n' | LC_ALL=C awk -v work="$work" -v stage="$1" "$reader"
}

# shellcheck disable=SC2016
reader='
function bytes(text,  number, unit) {
  number = text + 0
  unit = text
  gsub(/[0-9. ]/, "", unit)
  base = index(unit, "i") ? 1024 : 1000
  if (unit ~ /^[kK]/) return number * base
  if (unit ~ /^M/) return number * base * base
  if (unit ~ /^G/) return number * base * base * base
  if (unit ~ /^T/) return number * base * base * base * base
  return number
}

function layer(id) {
  sub(/^sha256:/, "", id)
  id = substr(id, 1, 12)
  if (!(id in state)) {
    order[++count] = id
    state[id] = "named"
    got[id] = 0
    if (!(id in full)) full[id] = 0
  }
  return id
}

# Sizes from the registry are exact; what engines draw is rounded.
function reached(id, text,  parts) {
  split(text, parts, "/")
  if (!(id in exact)) full[id] = bytes(parts[2])
  if (bytes(parts[1]) > got[id]) got[id] = bytes(parts[1])
  if (full[id] > 0 && got[id] > full[id]) got[id] = full[id]
}

function come(id) {
  got[id] = full[id]
  if (state[id] != "done") state[id] = "come"
}

function finish(id) {
  got[id] = full[id]
  state[id] = "done"
}

function pair(text) {
  return match(text, /[0-9.]+ ?[kKMGT]?i?[Bb] ?\/ ?[0-9.]+ ?[kKMGT]?i?[Bb]/) ? \
    substr(text, RSTART, RLENGTH) : ""
}

function docker(id, said,  counted) {
  id = layer(id)
  counted = pair(said)
  if (said ~ /^Downloading/) { if (counted != "") reached(id, counted) }
  else if (said ~ /^(Verifying Checksum|Download complete)/) come(id)
  else if (said ~ /^Extracting/) {
    if (!(id in exact) && full[id] == 0 && counted != "") reached(id, counted)
    come(id)
  }
  else if (said ~ /^(Pull complete|Already exists)/) {
    # of what was there before, nothing is said of its size
    if (said ~ /^Already/ && !(id in exact)) there[id] = 1
    finish(id)
  }
}

function podman(id, said,  counted) {
  gradual = 1
  id = layer(id)
  counted = pair(said)
  if (said ~ /^(done|skipped)/) finish(id)
  else if (counted != "") reached(id, counted)
}

BEGIN {
  while ((getline line < (work "/sizes")) > 0) {
    split(line, field, " ")
    sub(/^sha256:/, "", field[1])
    id = substr(field[1], 1, 12)
    if (!(id in exact)) {
      exact[id] = 1
      full[id] = field[2] + 0
      wanted++
      wantedBytes += field[2]
    }
  }
  while ((getline line < (work "/state")) > 0) {
    split(line, field, " ")
    if (field[1] == "layer") {
      id = layer(field[2])
      state[id] = field[3]
      got[id] = field[4] + 0
      full[id] = field[5] + 0
      if (field[6] + 0) there[id] = 1
    }
    if (field[1] == "told") told = field[2] + 0
    if (field[1] == "gradual") gradual = 1
    if (field[1] == "last") last = substr(line, 6)
  }
  close(work "/state")
  printf "" > (work "/rest")
}

{
  sub(/[ \t]+$/, "")
  whole = $0
  gsub(/\033\[[0-9;?]*[A-Za-z]/, "")
  if (/\036$/) {
    sub(/\036$/, "", whole)
    printf "%s", whole > (work "/rest")
    next
  }
  gsub(/^[ \t]+|[ \t]+$/, "")
  if ($0 == "" || $0 == "\342\200\246") next
  if (/^Script (started|done) on /) next
  if (/^[0-9a-f]+: (Pulling fs|Waiting|Downloading|Verifying|Download c|Extracting|Pull c|Already|Retrying)/) {
    docker(substr($0, 1, index($0, ":") - 1), substr($0, index($0, ":") + 2))
    next
  }
  if (/^Copying blob [0-9a-f]/ || /^Copying blob sha256:/) {
    said = $0
    sub(/^Copying blob [^ ]+ */, "", said)
    podman($3, said)
    next
  }
  if (/^Copying config /) {
    for (i = 1; i <= count; i++) finish(order[i])
    next
  }
  print
}

END {
  if (stage == "succeeded") for (i = 1; i <= count; i++) finish(order[i])
  all = 1
  for (i = 1; i <= count; i++) {
    id = order[i]
    if (state[id] == "done") done++
    sum += got[id]
    total += full[id]
    if (full[id] == 0 && !(id in there)) all = 0
    print "layer", id, state[id], got[id], full[id], (id in there) > (work "/state")
  }
  layers = count
  if (wanted > 0 && count <= wanted) {
    layers = wanted
    total = wantedBytes
    all = 1
    if (stage == "succeeded") {
      done = wanted
      sum = total
    }
  } else if (stage == "succeeded") {
    total = sum
    all = 1
  } else if (gradual) {
    layers = 0
    all = 0
  }
  if (sum < told) sum = told
  if (all && sum > total) sum = total
  text = ""
  if (layers > 0 || count > 0) {
    text = "Image: layers " (done + 0)
    if (layers > 0) text = text "/" layers
    if (all && total > 0) text = text sprintf(", %.0f/%.0f bytes", sum, total)
    else if (sum > 0) text = text sprintf(", %.0f bytes", sum)
  }
  if (stage != "going") { if (text != "") printf "%s\n", text }
  else if (text != "" && text != last) printf "%s\r", text
  print "told", sum > (work "/state")
  if (gradual) print "gradual" > (work "/state")
  print "last", text > (work "/state")
}
'

trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 143' TERM
if [ -f "$here/image-size.sh" ]; then
  sh "$here/image-size.sh" --layers "$image" "$@" >"$work/sizes" 2>/dev/null </dev/null &
  client=$!
  wait "$client" || rm -f "$work/sizes"
  client=
fi
start "$@"

# Short naps first, for what is there already.
turns=0
while kill -0 "$client" 2>/dev/null; do
  turns=$((turns + 1))
  nap=0.1
  if [ "$turns" -ge 20 ]; then
    nap=1
    show going
  elif [ "$turns" -eq 10 ]; then
    show going
  fi
  sleep "$nap" 2>/dev/null &
  wait $! || sleep 1
done
wait "$client"
status=$?
if [ "$status" -eq 0 ]; then
  show succeeded
else
  show failed
  cat "$work/trouble" 2>/dev/null
fi
leave "$status"
