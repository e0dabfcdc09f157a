"""Looks at one optional feature: its modules, and whether megatron.core uses them."""

import importlib
import logging
import traceback
import warnings

warnings.filterwarnings("ignore")
logging.disable(logging.CRITICAL)


def look(name):
    """present, absent or broken, with the error."""
    try:
        importlib.import_module(name)
        return "present", ""
    except ModuleNotFoundError as error:
        own = error.name and (name == error.name or name.startswith(error.name + "."))
        return "absent" if own else "broken", traceback.format_exc()
    except BaseException:
        return "broken", traceback.format_exc()


def switch(module, attribute):
    """Whether megatron.core has switched it on; None where this release has no such switch."""
    try:
        found = importlib.import_module(module)
    except BaseException:
        return None
    return bool(getattr(found, attribute)) if hasattr(found, attribute) else None


def run(feature):
    modules, errors = {}, {}
    for name in feature["modules"]:
        modules[name], error = look(name)
        if error:
            errors[name] = error
    switches = {}
    for entry in feature["switches"]:
        key = entry["module"] + "." + entry["attribute"]
        switches[key] = switch(entry["module"], entry["attribute"])
    return {"ok": True, "modules": modules, "errors": errors, "switches": switches}
