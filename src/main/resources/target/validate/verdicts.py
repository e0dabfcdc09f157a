"""What a check says. Skipped is for what does not apply: it is never counted as passed."""


LONGEST_SUMMARY, LONGEST_DETAIL = 300, 64 * 1024


def verdict(status, summary, version=None, detail="", cause="", remedy=""):
    first = (summary.strip().splitlines() or [""])[0]
    if len(first) > LONGEST_SUMMARY:
        first = first[: LONGEST_SUMMARY - 2] + " …"
    if len(detail) > LONGEST_DETAIL:
        half = LONGEST_DETAIL // 2
        detail = "%s\n[%d characters left out]\n%s" % (detail[:half], len(detail) - 2 * half, detail[-half:])
    return {
        "status": status,
        "summary": first,
        "version": version,
        "detail": detail,
        "cause": cause,
        "remedy": remedy,
    }


def passed(summary, **more):
    return verdict("PASSED", summary, **more)


def warning(summary, **more):
    return verdict("WARNING", summary, **more)


def failed(summary, **more):
    return verdict("FAILED", summary, **more)


def skipped(summary, **more):
    return verdict("SKIPPED", summary, **more)
