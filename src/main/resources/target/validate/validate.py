"""The validation ladder: checks one thing after the other and prints a JSON line for each.

usage: python -u validate.py [--features FILE] [--expected VERSION] [--commit HASH] [--only ID,ID]
                             [--device auto|cpu|cuda] [--limit SECONDS]

Lines: {"started": id, ...} as a check begins, {"alive": true} every second while one is under way,
and the whole row as it ends: id, group, title, status (PASSED, WARNING, FAILED, SKIPPED), summary,
version, seconds, detail, cause, remedy, mend (what an installer can do about it: kind PACKAGES with
the packages, INSTALL or ENVIRONMENT; or null). What a person reads is text, or {"words": key,
"values": []} for a sentence of this program. --only runs what a check needs too, and prints its row
alone. Exit status 0: no row failed. 1: one did. 2: wrong usage.

Whatever runs foreign code (imports, kernels, training) runs in a worker process with a time limit,
so that a crash or a hang there costs one row and not the ladder. Writes only to a temporary folder.
"""

import argparse
import json
import os
import shutil
import signal
import sys
import tempfile
import time
import traceback

HERE = os.path.dirname(os.path.abspath(__file__))
if sys.version_info >= (3, 8):
    sys.path.insert(1, os.path.join(HERE, os.pardir, "tools"))
    import ladder
    from workers import Workers


class Reporter:
    """Writes the lines. A reader that has gone away ends the validation."""

    def __init__(self, stream):
        self.stream = stream
        self.last = 0.0

    def line(self, **fields):
        self.stream.write(json.dumps(fields) + "\n")
        self.stream.flush()
        self.last = time.monotonic()

    def alive(self):
        if time.monotonic() - self.last >= 1.0:
            self.line(alive=True)


class Stop(BaseException):
    """A signal asks for the end."""

    def __init__(self, number):
        super().__init__(number)
        self.number = number


def stop(number, _frame):
    raise Stop(number)


def options(arguments):
    parser = argparse.ArgumentParser(prog="validate.py", description="Checks an installation.")
    parser.add_argument("--features", default=os.path.join(HERE, "optional_features.json"))
    parser.add_argument("--expected", default="")
    parser.add_argument("--commit", default="")
    parser.add_argument("--only", default="")
    parser.add_argument("--device", choices=["auto", "cpu", "cuda"], default="auto")
    parser.add_argument("--limit", type=float, default=None)
    return parser.parse_args(arguments)


def temporary_folder():
    """A folder whose files may be executed, since kernels are compiled into it."""
    for base in (tempfile.gettempdir(), "/var/tmp", os.path.expanduser("~")):
        try:
            if not os.statvfs(base).f_flag & os.ST_NOEXEC:
                return tempfile.mkdtemp(prefix="megatron-setup-checks-", dir=base)
        except OSError:
            continue
    return tempfile.mkdtemp(prefix="megatron-setup-checks-")


def said(key, *values):
    """As verdicts.say, which an old Python may not be able to import."""
    return {"words": key, "values": list(values)}


def too_old():
    print(
        json.dumps(
            {
                "id": "interpreter",
                "group": said("validate.group.packages"),
                "title": said("validate.interpreter.title"),
                "status": "FAILED",
                "summary": said("validate.interpreter.too-old", sys.version.split()[0]),
                "version": sys.version.split()[0],
                "seconds": 0.0,
                "detail": sys.executable,
                "cause": said("validate.interpreter.too-old.cause"),
                "remedy": said("validate.interpreter.too-old.remedy"),
                "mend": {"kind": "ENVIRONMENT", "packages": []},
            }
        )
    )
    return 1


def judge(check, context):
    try:
        return check.run(context)
    except Exception:
        return ladder.broken_check(traceback.format_exc())


def climb(reporter, checks, only, context):
    """Runs the checks in order, without a row those that others need; returns whether none failed."""
    chosen = [check for check in checks if not only or check.id in only]
    by_id = {check.id: check for check in checks}
    fine = True
    for check in chosen:
        reporter.line(started=check.id, group=check.group, title=check.title)
        for need in check.needs:
            if need not in context.results:
                context.results[need] = judge(by_id[need], context)
        begin = time.monotonic()
        verdict = context.results[check.id] = judge(check, context)
        fine = fine and verdict["status"] != "FAILED"
        reporter.line(
            id=check.id,
            group=check.group,
            title=check.title,
            seconds=round(time.monotonic() - begin, 3),
            **verdict
        )
    return fine


def main(arguments):
    if sys.version_info < (3, 8):
        return too_old()
    asked = options(arguments)
    with open(asked.features, encoding="utf-8") as file:
        features = json.load(file)["features"]
    checks = ladder.checks(features)
    only = [name for name in asked.only.split(",") if name]
    unknown = sorted(set(only) - {check.id for check in checks})
    if unknown:
        sys.stderr.write("no such check: %s\n" % ", ".join(unknown))
        return 2
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    reporter = Reporter(sys.stdout)
    folder = temporary_folder()
    workers = Workers(HERE, folder, reporter.alive, asked.limit)
    try:
        context = ladder.Context(asked, workers)
        return 0 if climb(reporter, checks, only, context) else 1
    except Stop as ended:
        return 128 + ended.number
    except BrokenPipeError:
        # nobody reads any more, and the interpreter's own last flush must not complain of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        return 128 + signal.SIGPIPE
    finally:
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        workers.stop()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
