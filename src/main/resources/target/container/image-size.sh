#!/bin/sh
# Asks a registry, through the engine, how large an image is for this machine. Fetches nothing.
#
#   image-size.sh [--layers] IMAGE ENGINE-WORD...
#
# Prints "size BYTES LAYERS" (compressed) and "architectures NAME..."; with --layers instead a line
# "DIGEST BYTES" for each layer. What went wrong is the exit status, with the engine's last words
# on standard error:
#   10 no such image   11 the registry refuses   12 it limits   13 it cannot be reached
#   14 this engine cannot ask   15 nothing for this architecture (the others are printed)
set -u
what=size
if [ "$1" = --layers ]; then
  what=layers
  shift
fi
image=$1
shift
LC_ALL=C
# engines before 20.10
DOCKER_CLI_EXPERIMENTAL=enabled
export LC_ALL DOCKER_CLI_EXPERIMENTAL

case $(uname -m) in
  x86_64) architecture=amd64 ;;
  aarch64) architecture=arm64 ;;
  armv*) architecture=arm ;;
  *) architecture=$(uname -m) ;;
esac

registry=${image%%/*}
case $registry in
  "$image") registry='' ;;
esac
case $registry in
  localhost | localhost:* | 127.*) loopback=yes ;;
  *) loopback= ;;
esac
repository=${image%%@*}
case ${repository##*/} in
  *:*) repository=${repository%:*} ;;
esac

within() {
  if command -v timeout >/dev/null; then
    timeout -k 5 30 "$@"
  else
    "$@"
  fi
}

# The manifest of a name, as the registry has it. The words of the engine's own follow.
ask() {
  name=$1
  shift
  for word in "$@"; do :; done
  case ${word##*/} in
    podman*) ask_podman "$@" ;;
    *)
      if [ -n "$loopback" ]; then
        within "$@" manifest inspect --insecure "$name"
      else
        within "$@" manifest inspect "$name"
      fi
      ;;
  esac </dev/null
}

# Docker calls an image not there that it may not see, or (before 23) whose form is the newer one of
# OCI. buildx knows better, where it is there.
ask_buildx() {
  name=$1
  shift
  manifest=$(within "$@" buildx imagetools inspect --raw "$name" </dev/null 2>"$trouble") && return 0
  said=$(cat "$trouble")
  case $said in
    *'is not a docker command'* | *'unknown command'*) exit 14 ;;
  esac
  return 1
}

ask_podman() {
  within "$@" manifest inspect "$name" && return 0
  failed=$?
  # releases before 4 know lists only
  command -v skopeo >/dev/null || return "$failed"
  set --
  [ -z "$loopback" ] || set -- --tls-verify=false
  within skopeo inspect --raw "$@" "docker://$name"
}

# JSON as lines "PATH VALUE", such as "layers.0.size 123".
flat() {
  awk '
    { text = text $0 "\n" }
    END {
      depth = 0
      while (match(text, /^[ \t\r\n]*("([^"\\]|\\.)*"|[][{}:,]|[^][{}:," \t\r\n]+)/)) {
        token = substr(text, 1, RLENGTH)
        text = substr(text, RLENGTH + 1)
        sub(/^[ \t\r\n]+/, "", token)
        if (token == "{" || token == "[") {
          depth++
          list[depth] = (token == "[")
          at[depth] = list[depth] ? 0 : ""
          key = 1
        } else if (token == "}" || token == "]") {
          depth--
        } else if (token == ",") {
          if (list[depth]) at[depth]++
          else key = 1
        } else if (token == ":") {
          key = 0
        } else {
          gsub(/^"|"$/, "", token)
          if (!list[depth] && key) at[depth] = token
          else {
            path = at[1]
            for (i = 2; i <= depth; i++) path = path "." at[i]
            print path, token
          }
        }
      }
    }'
}

# What the engine said, as an exit status.
refused() {
  printf '%s\n' "$said" | grep -v '^$' | tail -n 1 >&2
  # nobody knows why it takes so long; some engines wait where a registry limits them
  [ "$1" -ne 124 ] || exit 14
  case $said in
    *toomanyrequests* | *'429 '* | *'Too Many Requests'*) exit 12 ;;
    *nauthorized* | *denied* | *orbidden* | *'authentication required'* | *'no basic auth'*) exit 11 ;;
    *'no such manifest'* | *'manifest unknown'* | *'name unknown'* | *'not found'* | *'not known'*) exit 10 ;;
    *'no such host'* | *refused* | *imeout* | *'timed out'* | *unreachable* | *'no route'* | *x509* | \
      *ertificate* | *tls:* | *EOF* | *'HTTP response to HTTPS'* | *'server misbehaving'* | *proxyconnect* | \
      *deadline* | *'connection reset'*) exit 13 ;;
  esac
  exit 14
}

look() {
  manifest=$(ask "$@" 2>"$trouble")
  status=$?
  said=$(cat "$trouble")
  if [ "$status" -ne 0 ]; then
    case $said in
      *'no such manifest'*) ask_buildx "$@" || refused "$status" ;;
      *) refused "$status" ;;
    esac
  fi
  paths=$(printf '%s\n' "$manifest" | flat)
}

trouble=$(mktemp) || exit 14
trap 'rm -f "$trouble"' EXIT
trap 'exit 130' HUP INT TERM
look "$image" "$@"
architectures=$(printf '%s\n' "$paths" | awk '
  $1 ~ /^manifests\.[0-9]+\.platform\.architecture$/ && $2 != "unknown" && !seen[$2]++ {
    printf "%s%s", gap, $2
    gap = " "
  }')
if printf '%s\n' "$paths" | grep -q '^manifests\.'; then
  digest=$(printf '%s\n' "$paths" | awk -v wanted="$architecture" '
    $1 ~ /^manifests\.[0-9]+\./ {
      split($1, part, ".")
      if ($1 ~ /\.digest$/ && part[3] == "digest") digest[part[2]] = $2
      if ($1 ~ /\.platform\.architecture$/ && $2 == wanted) fits[part[2]] = 1
      if ($1 ~ /\.platform\.os$/ && $2 != "linux") other[part[2]] = 1
      if (part[2] > most) most = part[2]
    }
    END {
      for (i = 0; i <= most; i++) if (i in fits && !(i in other)) { print digest[i]; exit }
    }')
  if [ -z "$digest" ]; then
    echo "architectures $architectures"
    exit 15
  fi
  look "$repository@$digest" "$@"
fi

printf '%s\n' "$paths" | awk -v what="$what" -v architectures="$architectures" '
  $1 ~ /^layers\.[0-9]+\.size$/ { split($1, part, "."); size[part[2]] = $2; count++ }
  $1 ~ /^layers\.[0-9]+\.digest$/ { split($1, part, "."); digest[part[2]] = $2 }
  END {
    # an older form, which names no sizes
    if (count == 0) exit 14
    for (i = 0; i < count; i++) {
      if (what == "layers") print digest[i], size[i]
      else if (!seen[digest[i]]++) sum += size[i]
    }
    if (what == "size") {
      printf "size %.0f %d\n", sum, count
      if (architectures != "") print "architectures " architectures
    }
  }'
