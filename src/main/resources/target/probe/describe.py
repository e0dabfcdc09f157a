"""Describes the interpreter that runs it: the model's Facts.Python, less its path.

The probe passes this file with -c to every interpreter that it finds, so it is written for each
Python since 2.7, imports little (never pip, never torch) and writes nothing to disk. Its answer is
one line: a mark, then three JSON values with tabs between them. The first is where the interpreter
really is, the second is the same for two names of one installation, the third is the description.
"""

import sys

sys.path[:] = [folder for folder in sys.path if folder]  # nothing from the working directory

import io
import json
import os
import re
import sysconfig

MARK = "megatron-setup-python\t"
DISTRIBUTION = re.compile(
    r"(?i)^(megatron[-_.]core|torch|pip)(?:-([^-]+).*)?\.(?:dist-info|egg-info)$"
)
VERSION = re.compile(r"^[0-9A-Za-z.!+_-]+$")


def is_venv():
    base = getattr(sys, "real_prefix", None) or getattr(sys, "base_prefix", sys.prefix)
    return base != sys.prefix or os.path.isfile(os.path.join(sys.prefix, "pyvenv.cfg"))


def kind():
    if is_venv():
        return "VENV"
    if os.path.isdir(os.path.join(sys.prefix, "conda-meta")):
        return "CONDA"
    return "SYSTEM" if sys.prefix in ("/", "/usr", "/usr/local") else "OTHER"


def stdlib():
    return sysconfig.get_path("stdlib") or os.path.dirname(os.__file__)


def externally_managed():
    """PEP 668; a virtual environment is free whatever its base says, and so is a container whose
    maker allows pip to install into its interpreter."""
    allowed = os.environ.get("PIP_BREAK_SYSTEM_PACKAGES", "").lower()
    if is_venv() or allowed in ("y", "yes", "t", "true", "on", "1"):
        return False
    return os.path.isfile(os.path.join(stdlib(), "EXTERNALLY-MANAGED"))


def writable():
    """Whether packages can be put where pip would put them, or where that folder would be made."""
    folder = sysconfig.get_path("purelib") or sys.prefix
    while not os.path.exists(folder) and os.path.dirname(folder) != folder:
        folder = os.path.dirname(folder)
    return os.access(folder, os.W_OK | os.X_OK)


def can_make_venv():
    """The venv module, ensurepip and the pip that it unpacks: Debian ships the first alone."""
    library = os.path.dirname(os.__file__)
    for module in ("venv", "ensurepip"):
        if not os.path.isfile(os.path.join(library, module, "__init__.py")):
            return False
    folders = [
        os.path.join(library, "ensurepip", "_bundled"),
        sysconfig.get_config_var("WHEEL_PKG_DIR"),
        "/usr/share/python-wheels",
    ]
    return any(re.match(r"pip-.*\.whl$", name) for folder in folders for name in listing(folder))


def has_headers():
    folders = [sysconfig.get_path("include"), sysconfig.get_path("platinclude")]
    return any(folder and os.path.isfile(os.path.join(folder, "Python.h")) for folder in folders)


def listing(folder):
    try:
        return sorted(os.listdir(folder)) if folder else []
    except OSError:
        return []


def first_match(path, pattern):
    try:
        with io.open(path, encoding="utf-8", errors="replace") as lines:
            for line in lines:
                found = re.match(pattern, line)
                if found:
                    return found.group(1)
    except (IOError, OSError):
        pass
    return None


def metadata_version(folder, name):
    """Version that a distribution's metadata gives; None where only a ruin of it is left."""
    place = os.path.join(folder, name)
    files = [place]
    if os.path.isdir(place):
        files = [os.path.join(place, "METADATA"), os.path.join(place, "PKG-INFO")]
    for path in files:
        version = first_match(path, r"Version:\s*(\S+)")
        if version:
            return version
    return None


def installed():
    """Versions by name; as on import, the first folder on the path wins."""
    found = {}
    for folder in sys.path:
        names = listing(folder)
        for name in names:
            match = DISTRIBUTION.match(name)
            key = match and re.sub(r"[-_.]", "-", match.group(1)).lower()
            if key and key not in found:
                version = metadata_version(folder, name)
                if version and VERSION.match(version):
                    found[key] = version
        if "pip" in names and "pip" not in found:
            init = os.path.join(folder, "pip", "__init__.py")
            version = first_match(init, r"__version__\s*=\s*['\"]([^'\"]+)")
            if version and VERSION.match(version):
                found["pip"] = version
    return found


def text(path):
    """A path as something that JSON can hold, whatever bytes it is made of."""
    if not isinstance(path, bytes):
        path = path.encode("utf-8", "surrogateescape")
    return path.decode("utf-8", "replace")


def main():
    versions = installed()
    number = ".".join(str(part) for part in sys.version_info[:3])
    if sys.version_info[3] != "final":
        number += {"alpha": "a", "beta": "b"}.get(sys.version_info[3], "rc")
        number += str(sys.version_info[4])
    description = {
        "version": number,
        "kind": kind(),
        "externallyManaged": externally_managed(),
        "writable": writable(),
        "pip": versions.get("pip"),
        "venv": can_make_venv(),
        "headers": has_headers(),
        "megatronCore": versions.get("megatron-core"),
        "torch": versions.get("torch"),
    }
    place = [text(os.path.realpath(sys.prefix)), number, getattr(sys, "abiflags", "")]
    values = [text(sys.executable), json.dumps(place), description]
    print(MARK + "\t".join(json.dumps(value) for value in values))


# wheels of torch and Megatron Core are for CPython alone
if getattr(getattr(sys, "implementation", None), "name", "cpython") == "cpython":
    main()
