"""What a check says. Skipped is for what does not apply: it is never counted as passed.

Sentences are keys with values: who reads the lines says them in the person's language. What a tool
said is text, and stays as it is.
"""


LONGEST_SUMMARY, LONGEST_DETAIL = 300, 64 * 1024


def say(key, *values):
    """A sentence of this program, by its key."""
    return {"words": key, "values": list(values)}


def first_line(said):
    if isinstance(said, dict):
        return say(said["words"], *[first_line(v) if isinstance(v, str) else v for v in said["values"]])
    first = (said.strip().splitlines() or [""])[0]
    return first if len(first) <= LONGEST_SUMMARY else first[: LONGEST_SUMMARY - 2] + " …"


def verdict(status, summary, version=None, detail="", cause="", remedy="", mend=None):
    if isinstance(detail, str) and len(detail) > LONGEST_DETAIL:
        half = LONGEST_DETAIL // 2
        detail = "%s\n[%d characters left out]\n%s" % (detail[:half], len(detail) - 2 * half, detail[-half:])
    return {
        "status": status,
        "summary": first_line(summary),
        "version": version,
        "detail": detail,
        "cause": cause,
        "remedy": remedy,
        "mend": mend,
    }


def packages(*names):
    """These packages would help, and a plan can bring them."""
    return {"kind": "PACKAGES", "packages": list(names)}


def install_again():
    """The plan that was carried out would put it right."""
    return {"kind": "INSTALL", "packages": []}


def other_environment():
    """Another environment, or another Python for it, would help."""
    return {"kind": "ENVIRONMENT", "packages": []}


def passed(summary, **more):
    return verdict("PASSED", summary, **more)


def warning(summary, **more):
    return verdict("WARNING", summary, **more)


def failed(summary, **more):
    return verdict("FAILED", summary, **more)


def skipped(summary, **more):
    return verdict("SKIPPED", summary, **more)
