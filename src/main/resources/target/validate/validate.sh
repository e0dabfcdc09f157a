#!/bin/sh
# Validates an installation. usage: validate.sh PYTHON [OPTION...] < archive
#
# Standard input is a zip archive with the checks (see validate.py for the options). It is unpacked
# into a temporary folder that is gone when this ends. The interpreter takes the place of this shell,
# so a signal reaches it and nothing in between has to pass it on.
set -eu

python=$1
shift
exec "$python" -u -B -c '
import io, os, shutil, signal, sys, tempfile, zipfile

signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
folder = tempfile.mkdtemp(prefix="megatron-setup-validate-")
try:
    zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())).extractall(folder)
    home = os.path.join(folder, "validate")
    sys.path[0] = home
    import validate
    status = validate.main(sys.argv[1:])
finally:
    shutil.rmtree(folder, ignore_errors=True)
sys.exit(status)
' "$@"
