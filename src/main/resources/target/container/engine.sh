#!/bin/sh
# Looks at a container engine, an image and a container. Changes nothing.
#
#   engine.sh docker|podman NAME IMAGE SOURCE...      IMAGE may be empty; SOURCE: folders for mounts
#
# Standard output: lines with a key, a blank, and a value.
set -u
export LC_ALL=C
engine=$1 name=$2 image=$3
shift 3
tab=$(printf '\t')
patience=
if timeout 1 true 2>/dev/null; then patience='timeout 20'; fi

say() {
  printf '%s %s\n' "$1" "$2"
}

# The machine's name for an architecture.
machine() {
  case $1 in
    amd64) echo x86_64 ;;
    arm64) echo aarch64 ;;
    *) printf '%s\n' "$1" ;;
  esac
}

# Five fields between bars: version, architecture, folder of the images, runtimes, security.
if [ "$engine" = docker ]; then
  about='{{.ServerVersion}}|{{.Architecture}}|{{.DockerRootDir}}|'
  about="$about{{range \$name, \$how := .Runtimes}}{{\$name}} {{end}}|{{.SecurityOptions}}"
else
  about='{{.Version.Version}}|{{.Host.Arch}}|{{.Store.GraphRoot}}|{{.Host.OCIRuntime.Name}}|'
  about="$about{{if .Host.Security.Rootless}}rootless{{end}}"
fi

# try WORD...: asks the engine through these words
try() {
  # shellcheck disable=SC2086
  if answer=$($patience "$@" info --format "$about" 2>"$errors"); then
    case $answer in [!\|]*) return 0 ;; esac
  fi
  # the same failure in plainer words
  # shellcheck disable=SC2086
  $patience "$@" version >/dev/null 2>"$errors"
  return 1
}

# call WORD...: the engine, through the words that work
call() {
  # shellcheck disable=SC2086
  $patience $words "$@" 2>/dev/null
}

last_words() {
  sed -n '/[^[:space:]]/{s/^[[:space:]]*//;p;}' "$errors" | tail -n 1
}

# Free space at a path, or at the nearest folder above it that this user can see.
free() {
  path=$1
  while [ -n "$path" ] && [ "$path" != / ] && [ ! -d "$path" ]; do
    path=${path%/*}
  done
  df -Pk -- "${path:-/}" 2>/dev/null | awk 'NR == 2 { printf "%.0f\n", $4 * 1024 }'
}

gpus() {
  count=0
  for gpu in /proc/driver/nvidia/gpus/*; do
    [ ! -e "$gpu" ] || count=$((count + 1))
  done
  if [ "$count" -eq 0 ] && command -v nvidia-smi >/dev/null; then
    # shellcheck disable=SC2086
    count=$($patience nvidia-smi -L 2>/dev/null | grep -c '^GPU ')
  fi
  say gpus "$count"
}

# Devices that CDI files of NVIDIA's declare.
cdi() {
  for file in /etc/cdi/*.yaml /etc/cdi/*.json /var/run/cdi/*.yaml /var/run/cdi/*.json; do
    if [ -r "$file" ] && grep -q 'nvidia\.com/gpu' "$file"; then
      awk '{ gsub(/[{,]/, "\n"); print }' "$file" |
        sed -n 's/^[ -]*"\{0,1\}name"\{0,1\}: *"\{0,1\}\([A-Za-z0-9:._-]*\)"\{0,1\} *}* *$/cdi nvidia.com\/gpu=\1/p'
    fi
  done | sort -u
}

# podman brings none of its own
has_init() {
  if [ "$engine" = docker ]; then
    echo yes
    return
  fi
  for file in /usr/libexec/podman/catatonit /usr/local/libexec/podman/catatonit /usr/bin/catatonit \
    /usr/local/lib/podman/catatonit /usr/lib/podman/catatonit; do
    if [ -x "$file" ]; then
      echo yes
      return
    fi
  done
  # another one may be configured
  grep -q -s '^[[:space:]]*init_path' "${CONTAINERS_CONF:-/etc/containers/containers.conf}" && echo yes
}

# Whether more may be given than this user or this machine has itself.
raises_limits() {
  case $security in
    *rootless*) grep -q '^Max locked memory  *[^ ]*  *unlimited' /proc/self/limits ;;
    *)
      # CAP_SYS_RESOURCE, bit 24 of what a process can have here at most
      case $(sed -n 's/^CapBnd:.*\(.\)......$/\1/p' /proc/self/status) in
        [02468ace]) return 1 ;;
      esac
      ;;
  esac
}

sources() {
  for path in "$@"; do
    if [ -d "$path" ]; then
      say source FOLDER
    elif [ -e "$path" ]; then
      say source FILE
    else
      say source ABSENT
    fi
  done
}

find_words() {
  errors=$(mktemp) || exit 3
  trap 'rm -f -- "$errors"' EXIT
  words=$engine
  try "$engine" && return 0
  said=$(last_words)
  # a daemon of this user's own, which only a login knows of
  own=${XDG_RUNTIME_DIR:-/run/user/$(id -u)}/docker.sock
  if [ "$engine" = docker ] && [ -z "${DOCKER_HOST-}" ] && [ -S "$own" ] &&
    try env "DOCKER_HOST=unix://$own" docker; then
    words="env DOCKER_HOST=unix://$own docker"
    return 0
  fi
  case $(cat "$errors") in
    *[Pp]'ermission denied'*)
      if command -v sudo >/dev/null && sudo -n true 2>/dev/null && try sudo -n "$engine"; then
        words="sudo -n $engine"
        return 0
      fi
      state=NO_PERMISSION
      ;;
    *) state=DAEMON_DOWN ;;
  esac
  return 1
}

gpus
cdi
sources "$@"
if ! command -v "$engine" >/dev/null; then
  say state ABSENT
  exit 0
fi
if [ "$engine" = docker ]; then
  case $(docker --version 2>/dev/null) in
    [Pp]odman*)
      say state ABSENT
      say said "The docker here is podman under another name."
      exit 0
      ;;
  esac
fi
if find_words; then
  say state READY
else
  say state "$state"
  say said "$said"
  say command "$engine"
  exit 0
fi
for word in $words; do
  say command "$word"
done
IFS='|' read -r version arch store runtimes security <<END
$answer
END
say version "$version"
say architecture "$(machine "$arch")"
case $security in *rootless*) say rootless yes ;; esac
[ -z "$(has_init)" ] || say init yes
if raises_limits; then say limits yes; fi
case " $runtimes " in
  *' nvidia '*) say nvidia yes ;;
  *) if [ "$engine" = docker ] && command -v nvidia-container-runtime-hook >/dev/null; then say nvidia yes; fi ;;
esac
say store "$store"
say free "$(free "$store")"
if [ -n "$image" ] &&
  found=$(call image inspect --format "{{.Id}}$tab{{.Architecture}}$tab{{.Size}}" "$image"); then
  IFS=$tab read -r id arch size <<END
$found
END
  say image "$id$tab$(machine "$arch")$tab$size"
fi
line="{{.Id}}$tab{{.Config.Image}}$tab{{.State.Status}}$tab{{.State.ExitCode}}$tab{{.State.StartedAt}}"
line="$line$tab{{index .Config.Labels \"org.megatronsetup.made-for\"}}"
if found=$(call container inspect --format "$line" "$name"); then
  say container "$found"
fi
exit 0
