#!/bin/sh
# Asks a git repository what is in it; changes nothing but a cache.
#   git.sh refs URL                      its branches and tags, as git ls-remote prints them
#   git.sh find URL CACHE HASH           full hashes of the commits that HASH, maybe short, begins
#   git.sh files URL CACHE HASH PATH...  for each file that the commit has, the line
#                                        "==file== PATH SIZE", its content, and an empty line
# Standard input has lines of a key and a value: "login URL" (with a name and a password in it),
# "proxy URL", "ca PATH". The answer follows the line ==answer==. Exits with git's status;
# 127: there is no git.
set -u
umask 077

what=$1
url=$2
shift 2

command -v git >/dev/null 2>&1 || exit 127

export LC_ALL=C
# nobody is there to be asked
export GIT_TERMINAL_PROMPT=0 GIT_ASKPASS='' GCM_INTERACTIVE=never
export GIT_SSH_COMMAND="${GIT_SSH_COMMAND:-ssh -o BatchMode=yes -o ConnectTimeout=15}"
export GIT_ALLOW_PROTOCOL=file:git:http:https:ssh
export GIT_HTTP_LOW_SPEED_LIMIT=1 GIT_HTTP_LOW_SPEED_TIME=25

store=
forget() {
  [ -z "$store" ] || rm -f "$store"
}
trap forget EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

while IFS=' ' read -r key value; do
  case $key in
    login)
      [ -n "$store" ] || store=$(mktemp) || exit 1
      printf '%s\n' "$value" >>"$store"
      ;;
    proxy) export http_proxy="$value" https_proxy="$value" HTTPS_PROXY="$value" ;;
    ca) export GIT_SSL_CAINFO="$value" ;;
  esac
done

run() {
  if [ -n "$store" ]; then
    # the empty helper clears the list: the login given is the one that counts
    git -c credential.helper= -c "credential.helper=store --file='$store'" "$@" </dev/null
  else
    git "$@" </dev/null
  fi
}

# A repository in this machine's file system is read where it is.
in_place() {
  case $url in
    file://*) place=${url#file://} ;;
    /*) place=$url ;;
    *) return 1 ;;
  esac
  for dir in "$place/.git" "$place"; do
    if [ -d "$dir/objects" ] && [ -f "$dir/HEAD" ]; then
      return 0
    fi
  done
  return 1
}

# Makes or takes up a cache: NAME, and whether files may be left with the server until needed.
use_cache() {
  base=${XDG_CACHE_HOME:-$HOME/.cache}/megatron-setup/git
  dir=$base/$1.git
  if [ ! -f "$dir/ready" ]; then
    mkdir -p "$base" || exit 1
    git init -q --bare "$dir" || exit 1
    git --git-dir="$dir" config remote.origin.url "$url" || exit 1
    git --git-dir="$dir" config gc.auto 0 || exit 1
    if [ "$2" = partial ]; then
      git --git-dir="$dir" config remote.origin.promisor true || exit 1
      git --git-dir="$dir" config remote.origin.partialclonefilter blob:none || exit 1
    fi
    : >"$dir/ready"
  fi
}

at() {
  run --git-dir="$dir" "$@"
}

# Another fetch into the same cache may hold its lock for a moment.
fetch() {
  for pause in 1 2 0; do
    errors=$(at fetch -q --no-tags "$@" 2>&1) && return 0
    case $errors in
      *.lock*) sleep "$pause" ;;
      *) break ;;
    esac
  done
  printf '%s\n' "$errors" >&2
  return 1
}

everything() {
  fetch "$@" origin '+refs/heads/*:refs/remotes/origin/*' '+refs/tags/*:refs/tags/*'
}

# One commit with as little else as the server allows, in a cache that knows no history.
shallow() {
  use_cache "$1" partial
  fetch --depth 1 --filter=blob:none origin "$2" 2>/dev/null
}

# All history, in a cache of its own: in a shallow one it would stay cut off. A server of plain
# files can send no part of it; asked for a part all the same, git would call itself for ever.
all_history() {
  case $errors in
    *dumb*)
      use_cache "$1-plain" whole
      everything
      ;;
    *)
      use_cache "$1-history" partial
      everything --filter=tree:0 2>/dev/null || everything
      ;;
  esac
}

# Brings a commit into a cache, if the repository has it.
bring() {
  use_cache "$1" partial
  at show-ref --verify --quiet "refs/kept/$2" && return 0
  if shallow "$1" "$2"; then
    at update-ref "refs/kept/$2" "$2"
    return
  fi
  case $errors in
    # the server looked, and does not have it
    *'not our ref'*) return 0 ;;
  esac
  all_history "$1"
}

commits() {
  at rev-parse --disambiguate="$1" 2>/dev/null | while read -r object; do
    [ "$(at cat-file -t "$object" 2>/dev/null)" != commit ] || printf '%s\n' "$object"
  done
}

peeled() {
  at rev-parse --verify --quiet "$1^{commit}" 2>/dev/null
}

is_full() {
  [ "${#1}" -eq 40 ]
}

case $what in
  refs)
    printf '==answer==\n'
    run ls-remote --heads --tags -- "$url"
    ;;
  find)
    if ! in_place; then
      if is_full "$2"; then
        bring "$1" "$2" || exit 1
      else
        # tells what kind of server it is
        shallow "$1" HEAD || :
        all_history "$1" || exit 1
      fi
    fi
    printf '==answer==\n'
    if is_full "$2"; then
      peeled "$2"
    else
      commits "$2"
    fi
    exit 0
    ;;
  files)
    cache=$1
    hash=$2
    shift 2
    if ! in_place; then
      bring "$cache" "$hash" || exit 1
    fi
    printf '==answer==\n'
    for path in "$@"; do
      if size=$(at cat-file -s "$hash:$path" 2>/dev/null); then
        printf '==file== %s %s\n' "$path" "$size"
        at cat-file blob "$hash:$path" || exit 1
        printf '\n'
      fi
    done
    ;;
esac
