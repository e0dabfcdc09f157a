"""Processes that run checks and may die of it."""

import json
import os
import select
import signal
import site
import subprocess
import sys
import threading
import time

from verdicts import say

HEAD, TAIL = 16 * 1024, 48 * 1024


class Outcome:
    """How one call ended: an answer, or a sentence that says why there is none."""

    def __init__(self, answer, output, ending="", cause=""):
        self.answer = answer
        self.output = output
        self.ending = ending
        self.cause = cause


class Workers:
    """Named workers; each is started when first called, and again after it died."""

    def __init__(self, here, folder, tick, limit=None):
        self.here, self.folder, self.tick, self.limit = here, folder, tick, limit
        self.environment = environment(folder)
        self.running = {}

    def call(self, name, check, arguments, limit):
        worker = self.running.get(name)
        if worker is None:
            worker = self.running[name] = Worker(self.here, self.folder, self.environment)
        outcome = worker.call(check, arguments, self.limit or limit, self.tick)
        if outcome.answer is None:
            self.end(name)
        return outcome

    def end(self, name):
        worker = self.running.pop(name, None)
        if worker is not None:
            worker.stop()

    def stop(self):
        for name in list(self.running):
            self.end(name)


class Worker:
    """One process that runs checks, one at a time, and keeps what it has imported."""

    def __init__(self, here, folder, environment):
        requests, self.requests = os.pipe()
        self.results, results = os.pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-u", os.path.join(here, "worker.py"), str(os.getpid()), str(requests), str(results)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            pass_fds=(requests, results),
            cwd=folder,
            env=environment,
            start_new_session=True,  # so that what it starts can be ended with it
        )
        os.close(requests)
        os.close(results)
        self.buffer = b""
        self.output = Output(self.process.stdout)

    def call(self, check, arguments, limit, tick):
        self.output.reset()
        deadline = time.monotonic() + limit
        try:
            os.write(self.requests, (json.dumps([check, arguments]) + "\n").encode())
        except BrokenPipeError:
            return self.died()
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                return self.hung(limit)
            tick()
            if select.select([self.results], [], [], min(left, 0.2))[0]:
                chunk = os.read(self.results, 1 << 16)
                if not chunk:
                    return self.died()
                self.buffer += chunk
                if b"\n" in self.buffer:
                    line, self.buffer = self.buffer.split(b"\n", 1)
                    self.output.wait_for_mark()
                    return Outcome(json.loads(line.decode()), self.output.text())
            elif self.process.poll() is not None:
                return self.died()

    def died(self):
        try:
            status = self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.stop()
            status = self.process.returncode
        self.output.wait_for_end()
        if status is None:
            ending, cause = say("validate.worker.stuck"), say("validate.worker.stuck.cause")
        elif status < 0:
            ending = say("validate.worker.signal", signal_name(-status))
            cause = say(CAUSES[-status]) if -status in CAUSES else ""
        else:
            ending = say("validate.worker.exit", status)
            cause = say("validate.worker.exit.cause")
        return Outcome(None, self.output.text(), ending, cause)

    def hung(self, limit):
        os.kill(self.process.pid, signal.SIGUSR1)  # its fault handler prints where it hangs
        self.output.wait_until_quiet()
        self.stop()
        self.output.wait_for_end()
        ending = say("validate.worker.late", "%g" % limit)
        return Outcome(None, self.output.text(), ending, say("validate.worker.late.cause"))

    def stop(self):
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except (ProcessLookupError, PermissionError):
            pass
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:  # stuck in the kernel, as a sick driver does it: let it be
            pass
        for descriptor in (self.requests, self.results):
            try:
                os.close(descriptor)
            except OSError:
                pass
        self.requests = self.results = -1


class Output:
    """What a worker prints, kept in bounds: the beginning and the end of it."""

    MARK = b"\0end of check\0\n"

    def __init__(self, stream):
        self.stream = stream
        self.changed = threading.Condition()
        self.reset()
        self.ended = False
        self.thread = threading.Thread(target=self.pump, daemon=True)
        self.thread.start()

    def reset(self):
        with self.changed:
            self.head, self.tail, self.dropped, self.marked = b"", b"", 0, False

    def pump(self):
        for chunk in iter(lambda: os.read(self.stream.fileno(), 1 << 16), b""):
            with self.changed:
                self.tail += chunk
                if self.MARK in self.tail:
                    self.tail = self.tail.replace(self.MARK, b"")
                    self.marked = True
                room = HEAD - len(self.head)
                if room > 0 and not self.dropped and len(self.tail) > TAIL:
                    self.head, self.tail = self.head + self.tail[:room], self.tail[room:]
                if len(self.tail) > 2 * TAIL:
                    self.dropped += len(self.tail) - TAIL
                    self.tail = self.tail[-TAIL:]
                self.changed.notify_all()
        with self.changed:
            self.ended = True
            self.changed.notify_all()

    def wait_for_mark(self):
        with self.changed:
            self.changed.wait_for(lambda: self.marked or self.ended, 2)

    def wait_for_end(self):
        with self.changed:  # something that outlives the worker may hold its output open
            self.changed.wait_for(lambda: self.ended, 2)

    def wait_until_quiet(self):
        with self.changed:
            while self.changed.wait(0.5) and not self.ended:
                pass

    def text(self):
        with self.changed:
            gap = b"\n[%d bytes left out]\n" % self.dropped if self.dropped else b""
            whole = self.head + gap + self.tail
        return whole.decode("utf-8", "replace").replace("\0", "").strip("\n")


CAUSES = {
    signal.SIGSEGV: "validate.worker.segv",
    signal.SIGBUS: "validate.worker.bus",
    signal.SIGILL: "validate.worker.ill",
    signal.SIGABRT: "validate.worker.abrt",
    signal.SIGFPE: "validate.worker.fpe",
    signal.SIGKILL: "validate.worker.kill",
}


def signal_name(number):
    try:
        return signal.Signals(number).name
    except ValueError:
        return say("validate.worker.signal-number", number)


def environment(folder):
    """The environment of the checks: caches and the home folder point into the temporary folder."""
    values = dict(os.environ)
    if site.ENABLE_USER_SITE:
        values.setdefault("PYTHONUSERBASE", site.getuserbase())
    values.update(HOME=folder, TMPDIR=folder, XDG_CACHE_HOME=os.path.join(folder, "cache"))
    for name in ("TRITON_CACHE_DIR", "TORCHINDUCTOR_CACHE_DIR", "CUDA_CACHE_PATH"):
        values[name] = os.path.join(folder, name.lower())
    if compiled():
        values["PYTHONDONTWRITEBYTECODE"] = "1"
    else:  # some installers leave no byte code: the second worker can use what the first compiled
        values["PYTHONPYCACHEPREFIX"] = os.path.join(folder, "pycache")
        values.pop("PYTHONDONTWRITEBYTECODE", None)
    values.setdefault("GLOO_SOCKET_IFNAME", "lo")  # a host name that does not resolve is no fault
    values["PYTHONUNBUFFERED"] = "1"
    return values


def compiled():
    for folder in sys.path:
        package = os.path.join(folder, "torch")
        if os.path.isdir(package):
            return os.path.isdir(os.path.join(package, "__pycache__"))
    return True
