"""Runs checks for validate.py. usage: worker.py PARENT_PID REQUEST_FD RESULT_FD

A request is a JSON line [file, arguments]; the file's run(arguments) makes the answer.
"""

import faulthandler
import json
import os
import resource
import signal
import sys

HERE = os.path.dirname(os.path.abspath(__file__))


def end_with_parent(parent):
    """Asks the kernel to end this process when the one that started it is gone."""
    try:
        import ctypes

        ctypes.CDLL(None).prctl(1, 9)  # PR_SET_PDEATHSIG, SIGKILL
    except Exception:  # not Linux: the closed request pipe ends it, only later
        pass
    if os.getppid() != parent:
        os._exit(1)


def load(name):
    """A check by its file, so that this folder is not on the path of what is imported."""
    import importlib.util

    path = os.path.join(HERE, "checks", name + ".py")
    spec = importlib.util.spec_from_file_location("megatron_setup_check_" + name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def beyond_ours(trace):
    """The trace from where foreign code begins: how it came to be called here helps nobody."""
    rest = trace
    while rest is not None:
        file = rest.tb_frame.f_code.co_filename
        if not (file.startswith(HERE) or "importlib" in file):
            return rest
        rest = rest.tb_next
    return trace


def failure():
    import traceback

    kind, error, trace = sys.exc_info()
    text = "".join(traceback.format_exception(kind, error, beyond_ours(trace)))
    last = traceback.format_exception_only(kind, error)[-1].strip()
    return {"ok": False, "error": last, "missing": getattr(error, "name", None), "traceback": text}


def answer(name, arguments):
    try:
        return load(name).run(arguments)
    except BaseException:  # SystemExit too: an import may raise anything
        return failure()


def main(parent, requests, results):
    os.set_inheritable(requests, False)
    os.set_inheritable(results, False)
    end_with_parent(parent)
    faulthandler.enable()
    faulthandler.register(signal.SIGUSR1, all_threads=True)
    resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
    sys.path[:] = [entry for entry in sys.path if os.path.realpath(entry or ".") != os.path.realpath(HERE)]
    with os.fdopen(requests, "rb", 0) as lines:
        for line in iter(lines.readline, b""):
            name, arguments = json.loads(line.decode())
            found = json.dumps(answer(name, arguments)) + "\n"
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except Exception:
                    pass
            os.write(1, b"\0end of check\0\n")
            data = found.encode()
            while data:
                data = data[os.write(results, data) :]
    os._exit(0)  # a library's own farewell must not hold anything up


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
