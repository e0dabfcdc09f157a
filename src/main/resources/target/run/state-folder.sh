#!/bin/sh
# Prints the folder that keeps this program's runs.
set -eu
case ${XDG_STATE_HOME:-} in
  /*) printf '%s\n' "$XDG_STATE_HOME/megatron-setup" ;;
  *)
    case ${HOME:-} in
      /*) printf '%s\n' "$HOME/.local/state/megatron-setup" ;;
      *)
        echo "HOME is not an absolute path." >&2
        exit 1
        ;;
    esac
    ;;
esac
