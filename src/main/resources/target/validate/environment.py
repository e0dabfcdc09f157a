"""Checks that read the metadata of the environment and import nothing of it."""

import os
import sys

from installed import CORE, BadVersion, SmallVersion
from verdicts import failed, passed, skipped, warning


def interpreter(context):
    version = "%d.%d.%d" % sys.version_info[:3]
    kind = "virtual environment" if sys.prefix != sys.base_prefix else "interpreter"
    detail = "%s\n%s\nenvironment: %s" % (sys.executable, sys.version, sys.prefix)
    for name in ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LD_PRELOAD"):
        if os.environ.get(name):
            detail += "\n%s=%s" % (name, os.environ[name])
    core = context.installed.found.get(CORE)
    needs = core.metadata["Requires-Python"] if core else None
    if needs and not context.installed.read("python" + needs).specifier.contains(version, prereleases=True):
        return failed(
            "Python %s does not fit: %s %s needs %s." % (version, CORE, core.version, needs),
            version=version,
            detail=detail,
            cause="The package was installed into an interpreter that it does not support.",
            remedy="Make a new environment with a Python that fits %s and install again." % needs,
        )
    return passed("Python %s in the %s %s." % (version, kind, sys.prefix), version=version, detail=detail)


def core_version(context):
    installed, expected = context.installed, context.options.expected
    version = installed.version(CORE)
    if version is None:
        return failed(
            "%s is not installed in this environment." % CORE,
            detail="looked in:\n" + "\n".join(p for p in sys.path if "-packages" in p),
            cause="It was installed with another interpreter, or not at all.",
            remedy="Install it with this very interpreter: %s -m pip install %s" % (sys.executable, CORE),
        )
    origin = installed.found[CORE].read_text("direct_url.json") or ""
    detail = ("installed from: " + origin.strip()) if origin else ""
    if expected and not same_version(installed, version, expected):
        return failed(
            "Version %s is installed, but %s was asked for." % (version, expected),
            version=version,
            detail=detail,
            cause="Another version was there already, or a later installation replaced it.",
            remedy="Install again: %s -m pip install %s==%s" % (sys.executable, CORE, expected),
        )
    commit = context.options.commit
    if commit and installed.commit(CORE) != commit:
        return failed(
            "It was not installed from commit %s." % commit[:12],
            version=version,
            detail=detail or "the package does not say where it came from",
            cause="It says %s." % (installed.commit(CORE) or "nothing of a commit"),
            remedy="Install that commit again with --force-reinstall.",
        )
    asked = ", as asked for" if expected else ""
    source = " from commit %s" % installed.commit(CORE)[:12] if installed.commit(CORE) else ""
    return passed("%s %s%s is installed%s." % (CORE, version, source, asked), version=version, detail=detail)


def same_version(installed, version, expected):
    """PEP 440: 0.19.1+551772a is 0.19.1, but 0.19.1+551772a is not 0.19.1+other."""
    try:
        return installed.read("x==" + expected).specifier.contains(version, prereleases=True)
    except ValueError:
        return version == expected


def requirements(context):
    """What pip check says; the requirements of megatron-core itself weigh more than others'."""
    installed = context.installed
    everything = list(dict.fromkeys(installed.broken()))
    if CORE not in installed.found and not everything:
        return skipped("%s is not installed, so nothing is required." % CORE)
    own = installed.missing(CORE) if CORE in installed.found else []
    if own:
        return failed(
            own[0] + "." if len(own) == 1 else "%d requirements do not hold; first: %s." % (len(own), own[0]),
            detail="\n".join(dict.fromkeys(own + everything)),
            cause="A later installation changed or removed a package that %s needs." % CORE,
            remedy="Install %s again, so that the installer puts its requirements right." % CORE,
        )
    if everything:
        count = "One requirement" if len(everything) == 1 else "%d requirements" % len(everything)
        return warning(
            "%s of other packages not met; first: %s." % (count + (" is" if len(everything) == 1 else " are"), everything[0]),
            detail="\n".join(everything),
            cause="These packages do not fit together. %s's own requirements hold." % CORE,
            remedy="A new environment keeps them apart; leave it if nothing you use is named.",
        )
    return passed("All requirements of %d packages hold." % len(installed.found))


def public(text):
    """A version without its local part, for comparison; the text itself where it is none."""
    try:
        return SmallVersion(text).public
    except BadVersion:
        return text


def requires_torch(installed):
    """Whether anything that is installed needs torch, by its metadata."""
    for distribution in installed.found.values():
        for text in distribution.requires or []:
            try:
                needed = installed.read(text)
                if needed.name.lower() == "torch" and (not needed.marker or needed.marker.evaluate({"extra": ""})):
                    return distribution.metadata["Name"]
            except ValueError:
                continue
    return None
