#!/bin/sh
# Prints the end of a run's log. $1: run directory, $2: bytes at most.
exec tail -c "$2" "$1/log"
