"""Counts the GPUs that a program can use; a sick driver can hang whoever asks it."""

import ctypes


def run(_arguments):
    try:
        library = ctypes.CDLL("libcuda.so.1")
    except OSError:
        return {"ok": True, "gpus": 0, "error": 0}
    number = ctypes.c_int(0)
    error = library.cuInit(0) or library.cuDeviceGetCount(ctypes.byref(number))
    return {"ok": True, "gpus": number.value, "error": error}
