#!/bin/sh
# Runs the steps of one run and keeps its records. It is started detached, so it needs nobody.
#
#   runner.sh launch DIR KEY UID GID   take the locks, start "run" in a session of its own
#   runner.sh run DIR UID GID HOW      the steps, one after another
#   runner.sh watch DIR UID GID        waits for a cancel without costing anything
#   runner.sh user DIR FILE            one file of a step, as the owner of the run
#   runner.sh state DIR                prints where the run stands
#   runner.sh end DIR                  ends what is left of the run
#
# UID and GID are empty unless sudo made this root for somebody else.
# Descriptors that everything the run starts inherits: 9 the run's lock, 8 the environment's
# lock, 6 the write end of the control pipe. The kernel drops them when the last process is gone.
set -u
umask 077
mode=$1
dir=$2
cd -- "$dir" || exit 20
id=${dir##*/}

# Sets born (start time in clock ticks), parent and session; fails when PID is not alive.
look() {
  # without a number it would be the machine's own /proc/stat
  [ -n "$1" ] || return 1
  { IFS= read -r stat <"/proc/$1/stat"; } 2>/dev/null || return 1
  stat=${stat##*) }
  # shellcheck disable=SC2086
  set -- $stat
  # a failed shift would end this script
  [ $# -ge 20 ] || return 1
  case $1 in Z | X) return 1 ;; esac
  parent=$2
  session=$4
  shift 19
  born=$1
}

boot_id() {
  boot=
  { IFS= read -r boot </proc/sys/kernel/random/boot_id; } 2>/dev/null
  [ -n "$boot" ] || boot=none
}

host_name() {
  host=
  { IFS= read -r host </proc/sys/kernel/hostname; } 2>/dev/null
  [ -n "$host" ] || host=none
}

# The process in a record (PID START ...) is the same one and alive. Sets known to its pid.
same() {
  known='' since=''
  { read -r known since _ <"$1"; } 2>/dev/null
  [ -n "$known" ] && look "$known" && [ "$born" = "$since" ]
}

# The record of who runs this: PID START BOOT HOST HOW. Fails when there is none.
identity() {
  runner='' since='' runner_boot='' runner_host='' how=''
  # shellcheck disable=SC2094
  { read -r runner since runner_boot runner_host how <runner; } 2>/dev/null
  [ -n "$how" ]
}

# Something of the run is alive.
alive() {
  if [ ! -e no-flock ] && command -v flock >/dev/null; then
    [ -e lock ] || return 1
    exec 9<lock
    flock -n -s 9
    held=$?
    exec 9<&-
    [ "$held" -ne 0 ] && return 0
    return 1
  fi
  boot_id
  identity && [ "$runner_boot" = "$boot" ] && same runner
}

# There is a whole record of an end. Sets record.
ended() {
  record=
  { IFS= read -r record <state; } 2>/dev/null || return 1
  case $record in
    'succeeded changed' | 'succeeded unchanged' | 'failed '*' '[0-9]* | cancelled) return 0 ;;
  esac
  return 1
}

own() {
  [ -z "$uid" ] || chown "$uid:$gid" "$1"
}

# A record is there whole or not at all, on a full disk too. In place only where nothing else can be
# done: in a folder that was closed.
put() {
  if [ -w . ]; then
    printf '%s\n' "$2" >"$1.new" &&
      IFS= read -r back <"$1.new" && [ "$back" = "$2" ] &&
      own "$1.new" && mv -f "$1.new" "$1"
  else
    [ -e "$1" ] && printf '%s\n' "$2" >"$1"
  fi
} 2>/dev/null

mark() {
  printf '' >"$1"
} 2>/dev/null

# Tries until it works: a full disk may get room again, a folder that is gone or closed does not
# come back. Without a record the run counts as died.
insist() {
  tries=0
  until "$@"; do
    [ -e runner.sh ] || exit 20
    # kept for this moment
    if rm reserve 2>/dev/null; then continue; fi
    [ -w . ] || closed
    tries=$((tries + 1))
    [ "$tries" -lt 600 ] || exit 21
    sleep 1
  done
}

# Nothing new can be written here: what can still be changed in place says so.
closed() {
  rm -rf secrets
  [ -n "$step_id" ] || exit 21
  printf '\nmegatron-setup: the run directory %s cannot be written to any more.\n' "$dir" >>log
  if measure; then
    append "$now step $step_id failed $size 21"
    append "$now run failed $size 0"
  fi
  put state "failed $step_id 21"
  exit 21
} 2>/dev/null

# Room for the last records, should the disk become full.
keep_room() {
  [ -e reserve ] || dd if=/dev/zero of=reserve bs=4096 count=16 && return 0
  rm -f reserve
  return 1
} 2>/dev/null

# What the tools could not say, where the log is on the full disk too.
say_when_full() {
  [ -e runner.sh ] && [ -w . ] || return 0
  if dd if=/dev/zero of=room bs=4096 count=4; then
    rm -f room
    return 0
  fi
  rm -f room reserve
  printf '\nmegatron-setup: No space left on device: the disk with %s is full.\n' "$dir" >>log
} 2>/dev/null

measure() {
  size=$(wc -c <log) && size=$((size)) && now=$(date +%s%3N) || return 1
  case $now in
    *[!0-9]*) now=$(date +%s)000 ;;
  esac
  # a clock that nobody can use
  case $now in
    *[!0-9]*) now=0 ;;
  esac
}

# Blank lines around it: what a full disk cut short does not spoil the next line.
append() {
  printf '\n%s\n' "$1" >>events
} 2>/dev/null

# note KIND WORD...: one line of events, with the time and the size of the log.
note() {
  insist measure
  insist append "$now $1 $size ${2:-0}"
}

# Sets pids to the processes of the run, without the runner and its own helpers.
find_processes() {
  pids=
  # shellcheck disable=SC2013
  for path in $(grep -F -l -s -e "MEGATRON_SETUP_RUN_ID=$id" /proc/[0-9]*/environ 2>/dev/null); do
    pid=${path#/proc/}
    pids="$pids ${pid%/environ}"
  done
  if [ -n "$leader" ]; then
    # one look at all processes; a loop with a read for each takes seconds on a busy machine
    related=$(grep -F -s -e " $leader " /proc/[0-9]*/stat)
    while IFS= read -r related; do
      pid=${related#/proc/}
      pid=${pid%%/*}
      look "$pid" || continue
      [ "$session" = "$leader" ] || continue
      [ "$pid" != "$leader" ] || continue
      [ "$parent" != "$leader" ] || continue
      case "$pids " in *" $pid "*) ;; *) pids="$pids $pid" ;; esac
    done <<END
$related
END
  fi
  [ -n "$pids" ]
}

pause() {
  sleep 0.1 2>/dev/null || sleep 1
}

# Asks, insists, ends: each process of the run gets each signal once, and KILL until it is gone.
sweep() {
  for signal in INT TERM KILL; do
    told=' '
    turns=0
    while find_processes; do
      for pid in $pids; do
        case $told in
          *" $pid "*) [ "$signal" = KILL ] || continue ;;
        esac
        kill -s "$signal" "$pid" 2>/dev/null
        told="$told$pid "
      done
      turns=$((turns + 1))
      [ "$turns" -lt 20 ] || break
      pause
    done
    [ -n "$pids" ] || return 0
  done
  return 1
}

# Sets leader to the runner's session, where it has one of its own.
find_leader() {
  leader=
  boot_id
  if identity && [ "$runner_boot" = "$boot" ] && [ "$how" = session ] && same runner; then
    leader=$runner
  fi
}

# Ends everything; then the runner, if it does not go by itself; then writes what it could not.
end_all() {
  uid=${uid-} gid=${gid-}
  find_leader
  tries=0
  sweep || return 1
  while [ "$runner_boot" = "$boot" ] && same runner; do
    tries=$((tries + 1))
    [ "$tries" -ne 50 ] || kill -s KILL "$known" 2>/dev/null
    [ "$tries" -lt 100 ] || return 1
    pause
    # it may just have begun another step
    sweep || return 1
  done
  ended && return 0
  rm -rf secrets reserve
  put state cancelled || return 1
  if measure 2>/dev/null; then append "$now run cancelled $size 0"; fi
  return 0
}

# Locks, where there is flock. The gate makes looking and taking one thing.
take_locks() {
  exec 9>>lock
  turns=0
  until flock -n 9; do
    turns=$((turns + 1))
    [ "$turns" -lt 20 ] || exit 12
    pause
  done
  exec 7>>"$locks/gate" && flock 7 || exit 22
  exec 8>>"$locks/$key"
  if ! flock -n 8; then
    read_holder
    holder_ended || busy
    # only something that an ended run left behind still holds it
    rm -f "$locks/$key"
    exec 8>>"$locks/$key"
    flock -n 8 || busy
    own "$locks/$key"
  fi
  printf '%s\n' "$id" >"$locks/$key" || exit 22
  exec 7>&-
}

# The same by process ids, where there is no flock.
take_records() {
  alive && exit 12
  turns=0
  until mkdir "$locks/gate.d" 2>/dev/null; do
    turns=$((turns + 1))
    [ "$turns" -lt 50 ] || break
    pause
  done
  read_holder
  if [ -n "$holder" ] && [ "$holder" != "$id" ] && ! holder_ended &&
    (cd "../$holder" 2>/dev/null && alive); then
    rmdir "$locks/gate.d"
    busy
  fi
  printf '%s\n' "$id" >"$locks/$key" || exit 22
  rmdir "$locks/gate.d" 2>/dev/null
}

read_holder() {
  holder=
  { IFS= read -r holder <"$locks/$key"; } 2>/dev/null
}

holder_ended() {
  [ -n "$holder" ] && (cd "../$holder" 2>/dev/null && ended)
}

busy() {
  printf 'busy %s\n' "$holder"
  exit 11
}

# Starts a mode of this script in a session of its own, with nothing of the caller's attached.
detach() {
  if setsid -f sh runner.sh "$@" session </dev/null >/dev/null 2>>trouble; then
    return 0
  fi
  if command -v setsid >/dev/null; then
    setsid sh runner.sh "$@" session </dev/null >/dev/null 2>>trouble &
  else
    sh runner.sh "$@" group </dev/null >/dev/null 2>>trouble &
  fi
}

# What the commands of a step find in their environment.
lend() {
  export MEGATRON_SETUP_RUN="$dir"
  export MEGATRON_SETUP_RUN_ID="$id"
  export PYTHONUNBUFFERED=1
  export GIT_TERMINAL_PROMPT=0
  [ -d secrets ] || return 0
  [ ! -f secrets/netrc ] || export NETRC="$dir/secrets/netrc"
  if [ -f secrets/proxy ]; then
    IFS= read -r proxy <secrets/proxy
    export HTTP_PROXY="$proxy" HTTPS_PROXY="$proxy" http_proxy="$proxy" https_proxy="$proxy"
  fi
  [ -f secrets/origins ] || return 0
  count=${GIT_CONFIG_COUNT:-0}
  while IFS= read -r origin; do
    # an empty helper first, so that git offers the login to no helper of the person's own
    configure "credential.$origin.helper" ''
    # shellcheck disable=SC2016
    configure "credential.$origin.helper" \
      '!git credential-store --file="$MEGATRON_SETUP_RUN/secrets/git"'
  done <secrets/origins
  export GIT_CONFIG_COUNT="$count"
}

configure() {
  export "GIT_CONFIG_KEY_$count=$1" "GIT_CONFIG_VALUE_$count=$2"
  count=$((count + 1))
}

# perform STEP FILE: with root where the step keeps it, else as the owner of the run.
perform() (
  if [ -z "$uid" ] || [ -e "$1/root" ]; then
    lend
    exec sh -e "$2"
  fi
  export MEGATRON_SETUP_RUN_ID="$id"
  set -- env -i "MEGATRON_SETUP_RUN_ID=$id" sh runner.sh user "$dir" "$2"
  case $drop in
    setpriv) exec setpriv --reuid "$uid" --regid "$gid" --init-groups -- "$@" ;;
    runuser) exec runuser -u "$name" -- "$@" ;;
    su)
      # shellcheck disable=SC2016
      exec su -s /bin/sh -c 'exec "$0" "$@"' -- "$name" "$@"
      ;;
  esac
)

# How to become the owner of the run again.
choose_drop() {
  drop=
  [ -n "$uid" ] || return 0
  if [ "$(id -u)" -eq "$uid" ]; then
    # sudo made nobody else of this user
    uid='' gid=''
    return 0
  fi
  if setpriv --reuid "$uid" --regid "$gid" --init-groups -- true 2>/dev/null; then
    drop=setpriv
    return 0
  fi
  name=$(id -un "$uid") || exit 23
  if runuser -u "$name" -- true 2>/dev/null; then
    drop=runuser
  else
    drop=su
  fi
}

# The commands as a reader of the log should see them.
show() {
  prompt='$ '
  while IFS= read -r line || [ -n "$line" ]; do
    printf '%s%s\n' "$prompt" "$line"
    case $line in
      *\\) prompt='> ' ;;
      *) prompt='$ ' ;;
    esac
  done <"$1"
}

# finish WORDS: the last record. Secrets are gone before anybody can read it.
finish() {
  rm -rf secrets reserve
  [ -z "$uid" ] || chown -R -h "$uid:$gid" .
  insist put state "$*"
  measure && append "$now run $1 $size 0"
  (
    trap '' PIPE
    printf 'end\n' >&6
  ) 2>/dev/null
  exit 0
}

run_step() {
  name_of_step=${step##*/}
  step_id=${name_of_step#*-}
  if [ -e "$step/done" ] || [ -e "$step/unchanged" ]; then
    return 0
  fi
  [ ! -e cancel ] || finish cancelled
  [ -z "$stopped" ] || finish "failed $step_id $stopped"
  keep_room
  note "step $step_id running"
  if [ -z "$afresh" ] && [ -e "$step/done.sh" ] && perform "$step" "$step/done.sh" </dev/null >"$step/look" 2>&1; then
    printf '# %s: nothing to do\n' "$step_id" >>log
    insist mark "$step/unchanged"
    note "step $step_id unchanged"
    return 0
  fi
  if [ -e cancel ]; then
    note "step $step_id cancelled"
    finish cancelled
  fi
  show "$step/commands.sh" >>log
  perform "$step" "$step/commands.sh" </dev/null >>log 2>&1
  status=$?
  if [ -e cancel ]; then
    # also with status 0: a tool that swallows the interrupt may have left its work half done
    note "step $step_id cancelled" "$status"
    finish cancelled
  elif [ "$status" -eq 0 ]; then
    insist mark "$step/done"
    [ ! -e "$step/fresh" ] || afresh=yes
    note "step $step_id done"
  else
    say_when_full
    note "step $step_id failed" "$status"
    finish "failed $step_id $status"
  fi
}

run_all() {
  stopped='' step_id=''
  # what the steps from here on are about was made just now: nothing of it is there already
  afresh=
  trap '' HUP
  trap 'stopped=143' INT TERM
  boot_id
  host_name
  look $$
  insist put runner "$$ $born $boot $host $how"
  exec 6>/dev/null
  if [ -p control ]; then
    # shellcheck disable=SC2094
    exec 5<>control 6>control
    detach watch "$dir" "$uid" "$gid"
    exec 5<&-
  fi
  choose_drop
  note 'run running'
  for step in steps/*; do
    [ ! -d "$step" ] || run_step
  done
  for step in steps/*; do
    [ ! -e "$step/done" ] || finish succeeded changed
  done
  finish succeeded unchanged
}

case $mode in
  launch)
    key=$3 uid=$4 gid=$5
    locks=../../locks
    unset MEGATRON_SETUP_RUN_ID MEGATRON_SETUP_RUN
    # caught, not ignored: this goes to its end, and what it starts hears signals again
    trap ':' HUP INT TERM
    if [ ! -e no-flock ] && command -v flock >/dev/null; then
      take_locks
    else
      take_records
      mark no-flock
    fi
    rm -f cancel runner watcher
    keep_room || exit 22
    put state running || exit 22
    detach run "$dir" "$uid" "$gid"
    turns=0
    while [ -e no-flock ] && [ ! -e runner ] && [ "$turns" -lt 50 ]; do
      turns=$((turns + 1))
      pause
    done
    exit 0
    ;;
  run)
    uid=$3 gid=$4 how=$5
    run_all
    ;;
  watch)
    uid=$3 gid=$4
    trap '' HUP INT TERM
    exec 4<control 5>&- 6>&- 8>&- 9>&-
    look $$
    put watcher "$$ $born"
    word=
    IFS= read -r word <&4
    case $word in
      cancel)
        mark cancel
        end_all
        ;;
      end) ;;
      # the runner and all that it started are gone without a word
      *) ended || rm -rf secrets ;;
    esac
    ;;
  user)
    # as arguments, because the person's variables may have any name
    set -- "$dir" "$3"
    # shellcheck disable=SC1091
    . ./secrets/environment
    dir=$1 file=$2
    id=${dir##*/}
    cd -- "$dir" || exit 20
    lend
    exec sh -e "$file"
    ;;
  state)
    if [ ! -e state ]; then
      echo waiting
    elif alive; then
      if ended; then echo "$record"; else echo running; fi
    elif ended; then
      echo "$record"
    elif [ -e cancel ]; then
      rm -rf secrets
      echo cancelled
    else
      boot_id
      host_name
      identity
      if [ -n "$runner_host" ] && [ "$runner_host" != "$host" ]; then
        echo "elsewhere $runner_host"
      elif [ -n "$runner_boot" ] && [ "$runner_boot" != "$boot" ]; then
        rm -rf secrets
        echo host-restarted
      elif [ -n "$since" ] && look 1 && [ "$born" -gt "$since" ]; then
        # the first process of a machine is older than everything else
        rm -rf secrets
        echo container-restarted
      else
        rm -rf secrets
        echo died
      fi
    fi
    ;;
  end)
    end_all || exit 24
    ;;
esac
