#!/bin/sh
# Says what is at a path; changes nothing.
#   folder.sh look PATH page|files   "folder" and the names of its packages, "page" and its text
#                                    (of PATH, or with "page" of PATH/index.html), or "nothing"
#   folder.sh size PATH              its size in bytes, or "nothing"
# The answer follows the line ==answer==.
set -u

what=$1
path=$2
how=${3:-}

printf '==answer==\n'

nothing() {
  printf 'nothing\n'
  exit 0
}

case $what in
  size)
    if [ -f "$path" ] && [ -r "$path" ]; then
      wc -c <"$path"
    else
      nothing
    fi
    ;;
  look)
    page=$path
    [ "$how" = page ] && [ -d "$path" ] && page=$path/index.html
    if [ -f "$page" ] && [ -r "$page" ]; then
      printf 'page\n'
      cat "$page"
    elif [ -d "$path" ] && [ -r "$path" ] && [ -x "$path" ]; then
      printf 'folder\n'
      for file in "$path"/*.whl "$path"/*.tar.gz "$path"/*.zip; do
        [ -f "$file" ] && printf '%s\n' "${file##*/}"
      done
    else
      nothing
    fi
    ;;
esac
exit 0
