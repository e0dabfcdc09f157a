"""Imports one module and says what it calls itself."""

import importlib


def run(arguments):
    module = importlib.import_module(arguments["module"])
    top = importlib.import_module(arguments.get("version_of") or arguments["module"])
    version = getattr(top, "__version__", None)
    return {
        "ok": True,
        "version": version if isinstance(version, str) else None,
        "file": getattr(module, "__file__", None) or "",
    }
