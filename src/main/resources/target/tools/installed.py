"""Says whether requirements are installed in the interpreter that runs this file.

usage: python -I installed.py [--commit HASH | --released] [--no-extras-check] REQUIREMENT...

Each requirement is a PEP 508 string; what it needs in turn is looked at too, with the extras that
are asked for. Exit status 0: everything is there at a fitting version. 1: something is missing, and
each line of the output names one thing. 2: a requirement that cannot be read, or wrong usage.

--commit HASH        megatron-core must come from that commit of a repository (direct_url.json)
--released           megatron-core must not come from a repository: a wheel or sdist of its version
--no-extras-check    look at the named packages only, not at what their extras bring

Standard library only. The rules for versions and markers come from the packaging library, the
environment's own or the copy inside pip; where there is neither, the small reading below serves.
"""

import json
import operator
import os
import platform
import re
import sys

try:
    from importlib import metadata
except ImportError:  # Python 3.7 and older
    metadata = None

CORE = "megatron-core"


def canonical(name):
    return re.sub(r"[-_.]+", "-", name).lower()


# --- a small reading of PEP 440 and PEP 508, for environments without pip and packaging ---------

VERSION = re.compile(
    r"v?(?:(?P<epoch>\d+)!)?(?P<release>\d+(?:\.\d+)*)"
    r"(?:[-_.]?(?P<pre>a|b|c|rc|alpha|beta|pre|preview)[-_.]?(?P<pre_n>\d*))?"
    r"(?P<post>-(?P<post_1>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?P<post_2>\d*))?"
    r"(?P<dev>[-_.]?dev[-_.]?(?P<dev_n>\d*))?"
    r"(?:\+(?P<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?"
)
PRE = {"alpha": "a", "beta": "b", "c": "rc", "pre": "rc", "preview": "rc"}
LOWEST, HIGHEST = (0,), (2,)


class BadVersion(ValueError):
    """Not a version in the sense of PEP 440."""


class SmallVersion:
    """A version that can be compared, with its local part and without."""

    def __init__(self, text):
        match = VERSION.fullmatch(str(text).strip().lower())
        if not match:
            raise BadVersion("not a version: %r" % (text,))
        part = match.groupdict()
        self.epoch = int(part["epoch"] or 0)
        self.release = tuple(int(n) for n in part["release"].split("."))
        pre = (PRE.get(part["pre"], part["pre"]), int(part["pre_n"] or 0)) if part["pre"] else None
        post = int(part["post_1"] or part["post_2"] or 0) if part["post"] else None
        dev = int(part["dev_n"] or 0) if part["dev"] else None
        self.post, self.local = post, part["local"]
        self.is_prerelease = pre is not None or dev is not None
        if pre is not None:
            pre_key = (1,) + pre
        else:  # 1.0.dev1 comes before 1.0a1, and 1.0 after it
            pre_key = LOWEST if dev is not None and post is None else HIGHEST
        self.public = (
            self.epoch,
            self.trimmed(),
            pre_key,
            LOWEST if post is None else (1, post),
            HIGHEST if dev is None else (1, dev),
        )
        local = re.split(r"[-_.]", part["local"]) if part["local"] else []
        self.key = (self.public, tuple((1, int(p), "") if p.isdigit() else (0, 0, p) for p in local))

    def trimmed(self):
        release = list(self.release)
        while len(release) > 1 and release[-1] == 0:
            release.pop()
        return tuple(release)


class SmallSpecifiers:
    """The part of a requirement that speaks of versions, such as ``>=2.6,<3``."""

    ONE = re.compile(r"\s*(===|==|!=|~=|<=|>=|<|>)\s*([^\s,;()<>=~]+)\s*")

    def __init__(self, text):
        self.parts = []
        for piece in filter(None, (p.strip() for p in text.split(","))):
            match = self.ONE.fullmatch(piece)
            if not match:
                raise ValueError("not a version specifier: %r" % (piece,))
            self.parts.append(match.groups())

    def __str__(self):
        return ",".join(op + version for op, version in self.parts)

    def contains(self, version, prereleases=True):
        return all(self.fits(op, wanted, str(version)) for op, wanted in self.parts)

    @staticmethod
    def fits(op, wanted, text):
        if op == "===":
            return wanted.lower() == text.lower()
        have = SmallVersion(text)
        if wanted.endswith(".*"):
            base = SmallVersion(wanted[:-2])
            padded = have.release + (0,) * len(base.release)
            same = have.epoch == base.epoch and padded[: len(base.release)] == base.release
            return same if op == "==" else not same
        want = SmallVersion(wanted)
        if op in ("==", "!="):
            same = have.key == want.key if want.local else have.public == want.public
            return same if op == "==" else not same
        if op == "~=":
            series = ".".join(str(n) for n in want.release[:-1])
            series = ("%d!" % want.epoch if want.epoch else "") + series + ".*"
            return have.public >= want.public and SmallSpecifiers.fits("==", series, text)
        if op == "<" and not want.is_prerelease and have.is_prerelease:
            # 2.0rc1 is not below 2.0 in the sense that is meant
            return have.public < want.public and have.trimmed() != want.trimmed()
        if op == ">" and want.post is None and have.post is not None:
            return have.public > want.public and have.trimmed() != want.trimmed()
        compare = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}[op]
        return compare(have.public, want.public)


class SmallMarker:
    """What follows the semicolon of a requirement."""

    TOKEN = re.compile(
        r"""\s*(?:(?P<par>[()])|(?P<str>'[^']*'|"[^"]*")|(?P<op>===|==|!=|~=|<=|>=|<|>)"""
        r"""|(?P<word>[A-Za-z_][\w.]*))"""
    )

    def __init__(self, text):
        self.text, self.tokens, end = text, [], 0
        text = text.rstrip()
        while end < len(text):
            match = self.TOKEN.match(text, end)
            if not match:
                raise ValueError("not a marker: %r" % (text,))
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            end = match.end()
        self.evaluate()

    def evaluate(self, environment=None):
        self.at, self.env = 0, dict(surroundings(), **(environment or {}))
        answer = self.any_of()
        if self.at != len(self.tokens):
            raise ValueError("not a marker: %r" % (self.text,))
        return answer

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else (None, None)

    def take(self):
        token = self.peek()
        self.at += 1
        return token

    def any_of(self):
        answer = self.all_of()
        while self.peek() == ("word", "or"):
            self.take()
            answer = self.all_of() or answer
        return answer

    def all_of(self):
        answer = self.one()
        while self.peek() == ("word", "and"):
            self.take()
            answer = self.one() and answer
        return answer

    def one(self):
        if self.peek() == ("par", "("):
            self.take()
            answer = self.any_of()
            if self.take() != ("par", ")"):
                raise ValueError("not a marker: %r" % (self.text,))
            return answer
        left, (kind, op), is_extra = self.value(), self.take(), False
        if (kind, op) == ("word", "not"):
            op = "not " + str(self.take()[1])
        right = self.value()
        for name, _ in (left, right):
            is_extra = is_extra or name == "extra"
        a, b = left[1], right[1]
        if is_extra:
            a, b = canonical(a), canonical(b)
        if op in ("in", "not in"):
            return (a in b) == (op == "in")
        if kind != "op":
            raise ValueError("not a marker: %r" % (self.text,))
        if not is_extra:
            try:
                return SmallSpecifiers(op + b).contains(a)
            except ValueError:
                pass
        plain = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge}
        return {"==": operator.eq, "!=": operator.ne, **plain}.get(op, operator.eq)(a, b)

    def value(self):
        kind, text = self.take()
        if kind == "str":
            return None, text[1:-1]
        if kind == "word" and text in self.env:
            return text, self.env[text]
        raise ValueError("not a marker: %r" % (self.text,))


def surroundings():
    info = sys.implementation.version
    level = "" if info.releaselevel == "final" else info.releaselevel[0] + str(info.serial)
    return {
        "implementation_name": sys.implementation.name,
        "implementation_version": "%d.%d.%d%s" % (info.major, info.minor, info.micro, level),
        "os_name": os.name,
        "platform_machine": platform.machine(),
        "platform_python_implementation": platform.python_implementation(),
        "platform_release": platform.release(),
        "platform_system": platform.system(),
        "platform_version": platform.version(),
        "python_full_version": platform.python_version(),
        "python_version": ".".join(platform.python_version_tuple()[:2]),
        "sys_platform": sys.platform,
        "extra": "",
    }


class SmallRequirement:
    """One PEP 508 requirement."""

    SHAPE = re.compile(
        r"\s*(?P<name>[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[(?P<extras>[^\]]*)\])?\s*"
        r"(?:@\s*(?P<url>\S+)\s*(?:\s;(?P<url_marker>.*))?|(?P<spec>[^;@]*)(?:;(?P<marker>.*))?)",
        re.S,
    )

    def __init__(self, text):
        match = self.SHAPE.fullmatch(text)
        if not match:
            raise ValueError("not a requirement: %r" % (text,))
        self.name, self.url = match.group("name"), match.group("url")
        self.extras = {e.strip() for e in (match.group("extras") or "").split(",") if e.strip()}
        spec = (match.group("spec") or "").strip()
        if spec.startswith("(") and spec.endswith(")"):
            spec = spec[1:-1]
        self.specifier = SmallSpecifiers(spec)
        marker = match.group("marker") or match.group("url_marker")
        self.marker = SmallMarker(marker) if marker and marker.strip() else None


# --- what is installed ---------------------------------------------------------------------------


def requirement_class():
    """The best reader of requirements that this interpreter has."""
    for module in ("packaging", "pip._vendor.packaging"):
        try:
            return __import__(module + ".requirements", fromlist=["Requirement"]).Requirement
        except Exception:  # absent, or as broken as the environment may be
            continue
    return SmallRequirement


class Installed:
    """The distributions of this interpreter, and how they fit together."""

    def __init__(self):
        self.best = requirement_class()
        self.found = {}
        for distribution in metadata.distributions():
            name = distribution.metadata["Name"] if distribution.metadata else None
            if name and distribution.version:  # the first on the path is the one that is imported
                self.found.setdefault(canonical(name), distribution)

    def read(self, text):
        try:
            return self.best(text)
        except ValueError:  # older copies of packaging refuse git+file:///…
            return SmallRequirement(text)

    def version(self, name):
        distribution = self.found.get(canonical(name))
        return distribution.version if distribution else None

    def missing(self, text, with_extras=True):
        """Sentences that say what stands against this requirement; none if all is well."""
        return list(self.walk(self.read(text), "", with_extras, set()))

    def walk(self, requirement, needed_by, with_extras, seen, extra=""):
        if requirement.marker and not requirement.marker.evaluate({"extra": extra}):
            return
        distribution, problem = self.fit(requirement, needed_by)
        if problem:
            yield problem
        if not distribution:
            return
        extras = sorted(canonical(e) for e in requirement.extras) if with_extras else []
        # older readers compare an extra letter by letter, so it is asked for as it was declared
        declared = {canonical(e): e for e in distribution.metadata.get_all("Provides-Extra") or []}
        name = distribution.metadata["Name"]
        for wanted in [""] + extras:
            key = (canonical(name), wanted)
            if key in seen:
                continue
            seen.add(key)
            if wanted and wanted not in declared:
                yield "%s %s has no extra %s" % (name, distribution.version, wanted)
            for text in distribution.requires or []:
                try:
                    needed = self.read(text)
                    if wanted and applies(needed, ""):
                        continue  # said already without the extra
                except ValueError:
                    continue  # an old package with a line that no tool reads
                extra_name = declared.get(wanted, wanted)
                for sentence in self.walk(needed, name, with_extras, seen, extra_name):
                    yield sentence

    def fit(self, requirement, needed_by):
        """The distribution, if it is there, and a sentence if it is absent or does not fit."""
        because = " (needed by %s)" % needed_by if needed_by else ""
        distribution = self.found.get(canonical(requirement.name))
        if not distribution:
            return None, "%s is not installed%s" % (requirement.name, because)
        commit = re.search(r"@([0-9a-f]{40})(?:#|$)", requirement.url or "")
        if commit and self.commit(requirement.name) != commit.group(1):
            return distribution, "%s is not installed from commit %s%s" % (
                requirement.name,
                commit.group(1),
                because,
            )
        try:
            fits = requirement.specifier.contains(distribution.version, prereleases=True)
        except ValueError:
            fits = False
        if fits:
            return distribution, None
        return distribution, "%s %s is installed, but %s is asked for%s" % (
            requirement.name,
            distribution.version,
            requirement.specifier,
            because,
        )

    def broken(self):
        """What ``pip check`` would say, for environments without pip."""
        for key in sorted(self.found):
            distribution = self.found[key]
            for text in distribution.requires or []:
                try:
                    needed = self.read(text)
                    if not applies(needed, ""):
                        continue
                except ValueError:
                    continue
                needed_by = "%s %s" % (distribution.metadata["Name"], distribution.version)
                problem = self.fit(needed, needed_by)[1]
                if problem:
                    yield problem

    def commit(self, name):
        """The commit that a distribution was installed from, or None."""
        distribution = self.found.get(canonical(name))
        try:
            origin = json.loads(distribution.read_text("direct_url.json") or "{}")
            return origin.get("vcs_info", {}).get("commit_id")
        except (AttributeError, ValueError):
            return None


def applies(requirement, extra):
    return not requirement.marker or requirement.marker.evaluate({"extra": extra})


def main(arguments):
    commit, released, with_extras, requirements = None, False, True, []
    rest = list(arguments)
    while rest:
        word = rest.pop(0)
        if word == "--commit" and rest:
            commit = rest.pop(0)
        elif word == "--released":
            released = True
        elif word == "--no-extras-check":
            with_extras = False
        elif word.startswith("-"):
            print("unknown option %s" % word)
            return 2
        else:
            requirements.append(word)
    if metadata is None:
        print("this check needs Python 3.8 or newer")
        return 2
    installed = Installed()
    sentences = []
    for text in requirements:
        try:
            sentences += installed.missing(text, with_extras)
        except ValueError as error:
            print("%s: %s" % (text, error))
            return 2
    if commit and installed.commit(CORE) != commit.lower():
        sentences.append("%s is not installed from commit %s" % (CORE, commit))
    if released and installed.commit(CORE):
        sentences.append("%s is installed from a repository, not from a release" % CORE)
    for sentence in dict.fromkeys(sentences):
        print(sentence)
    return 1 if sentences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
