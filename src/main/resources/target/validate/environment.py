"""Checks that read the metadata of the environment and import nothing of it."""

import os
import sys

from installed import CORE, BadVersion, SmallVersion
from verdicts import failed, install_again, other_environment, passed, say, skipped, warning


def interpreter(context):
    version = "%d.%d.%d" % sys.version_info[:3]
    detail = "%s\n%s\nenvironment: %s" % (sys.executable, sys.version, sys.prefix)
    for name in ("PYTHONPATH", "PYTHONHOME", "LD_LIBRARY_PATH", "LD_PRELOAD"):
        if os.environ.get(name):
            detail += "\n%s=%s" % (name, os.environ[name])
    core = context.installed.found.get(CORE)
    needs = core.metadata["Requires-Python"] if core else None
    if needs and not context.installed.read("python" + needs).specifier.contains(version, prereleases=True):
        return failed(
            say("validate.interpreter.unfit", version, CORE, core.version, needs),
            version=version,
            detail=detail,
            cause=say("validate.interpreter.unfit.cause"),
            remedy=say("validate.interpreter.unfit.remedy", needs),
            mend=other_environment(),
        )
    where = "validate.interpreter.venv" if sys.prefix != sys.base_prefix else "validate.interpreter.plain"
    return passed(say(where, version, sys.prefix), version=version, detail=detail)


def core_version(context):
    installed, expected = context.installed, context.options.expected
    version = installed.version(CORE)
    if version is None:
        return failed(
            say("validate.megatron-core.absent", CORE),
            detail="looked in:\n" + "\n".join(p for p in sys.path if "-packages" in p),
            cause=say("validate.megatron-core.absent.cause"),
            remedy=say("validate.megatron-core.absent.remedy", sys.executable, CORE),
            mend=install_again(),
        )
    origin = installed.found[CORE].read_text("direct_url.json") or ""
    detail = ("installed from: " + origin.strip()) if origin else ""
    if expected and not same_version(installed, version, expected):
        return failed(
            say("validate.megatron-core.other", version, expected),
            version=version,
            detail=detail,
            cause=say("validate.megatron-core.other.cause"),
            remedy=say("validate.megatron-core.other.remedy", sys.executable, CORE, expected),
            mend=install_again(),
        )
    commit = context.options.commit
    if commit and installed.commit(CORE) != commit:
        return failed(
            say("validate.megatron-core.commit", commit[:12]),
            version=version,
            detail=detail or "the package does not say where it came from",
            cause=commit_said(installed.commit(CORE)),
            remedy=say("validate.megatron-core.commit.remedy"),
            mend=install_again(),
        )
    what = "%s %s" % (CORE, version)
    if installed.commit(CORE):
        what = say("validate.megatron-core.from-commit", what, installed.commit(CORE)[:12])
    return passed(say("validate.megatron-core.asked" if expected else "validate.megatron-core.there", what), version=version, detail=detail)


def commit_said(commit):
    return say("validate.megatron-core.commit.says", commit) if commit else say("validate.megatron-core.commit.silent")


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
        return skipped(say("validate.requirements.none", CORE))
    own = installed.missing(CORE) if CORE in installed.found else []
    if own:
        return failed(
            say("validate.requirements.own", own[0]) if len(own) == 1 else say("validate.requirements.own-many", len(own), own[0]),
            detail="\n".join(dict.fromkeys(own + everything)),
            cause=say("validate.requirements.own.cause", CORE),
            remedy=say("validate.requirements.own.remedy", CORE),
            mend=install_again(),
        )
    if everything:
        one = len(everything) == 1
        return warning(
            say("validate.requirements.other", everything[0]) if one else say("validate.requirements.others", len(everything), everything[0]),
            detail="\n".join(everything),
            cause=say("validate.requirements.other.cause", CORE),
            remedy=say("validate.requirements.other.remedy"),
        )
    return passed(say("validate.requirements.hold", len(installed.found)))


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
