#!/bin/sh
# Lists the packages of an environment. usage: packages.sh PYTHON < packages.py
set -eu

exec "$1" -I -B -
