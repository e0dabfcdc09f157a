"""Prints name and version of every package of this interpreter's environment, as JSON."""

import json
import re
import sys

try:
    from importlib import metadata
except ImportError:
    sys.exit("listing packages needs Python 3.8 or newer")

found = {}
for distribution in metadata.distributions():
    name = distribution.metadata["Name"] if distribution.metadata else None
    if name and distribution.version:  # the first on the path is the one that is imported
        found.setdefault(re.sub(r"[-_.]+", "-", name).lower(), distribution.version)
print(json.dumps(found, sort_keys=True))
