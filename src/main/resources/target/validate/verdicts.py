"""What a check says. Skipped is for what does not apply: it is never counted as passed."""


def verdict(status, summary, version=None, detail="", cause="", remedy=""):
    return {
        "status": status,
        "summary": summary,
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
