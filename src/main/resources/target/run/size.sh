#!/bin/sh
# Prints how many bytes a run's log has, 0 before it begins. $1: run directory.
[ -f "$1/log" ] || exec echo 0
exec wc -c <"$1/log"
