#!/bin/sh
# Calls a program of the host with its words.
#
#   call.sh WORD...
set -u
exec "$@"
