"""The driver and the GPUs, found without torch: nvidia-smi for people, libcuda for programs."""

import glob
import os
import shutil
import subprocess

from verdicts import failed, passed, say, skipped, warning

FIELDS = "name,driver_version,memory.total"
LIMIT = 30.0
FALLBACK_PATH = "/usr/bin:/usr/local/nvidia/bin"


def ask_nvidia_smi():
    """Lines of name, driver and memory, or the error, or nothing at all where there is no tool."""
    tool = shutil.which("nvidia-smi") or shutil.which("nvidia-smi", path=FALLBACK_PATH)
    if not tool:
        return [], ""
    command = [tool, "--query-gpu=" + FIELDS, "--format=csv,noheader"]
    try:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    except OSError as error:
        return [], str(error)
    try:
        text = process.communicate(timeout=LIMIT)[0].decode("utf-8", "replace").strip()
    except subprocess.TimeoutExpired:  # not waited for: a sick driver holds it in the kernel
        process.kill()
        return [], say("validate.driver.late", "%g" % LIMIT)
    if process.returncode != 0:
        return [], text or say("validate.driver.status", process.returncode)
    return [line.strip() for line in text.splitlines() if line.count(",") >= 2], ""


def on_the_bus():
    """Whether the machine has an NVIDIA display or compute device, driver or not."""
    for vendor in glob.glob("/sys/bus/pci/devices/*/vendor"):
        try:
            with open(vendor) as file, open(os.path.join(os.path.dirname(vendor), "class")) as kind:
                if file.read().strip() == "0x10de" and kind.read().startswith("0x03"):
                    return True
        except OSError:
            continue
    return False


def found(count, names, listed, version):
    """The GPUs that programs can use, of those that the tool lists, and the driver if that is known."""
    what = say("validate.driver.gpus", count, names) if count > 1 else names
    if listed > count:
        what = say("validate.driver.hidden", what, listed - count)
    return say("validate.driver.found-driver", what, version) if version else say("validate.driver.found", what)


def check(context):
    lines, trouble = ask_nvidia_smi()
    seen = context.gpus()
    detail = "\n".join(lines) or trouble
    if seen.ending:
        return failed(seen.ending, detail=detail, cause=say("validate.driver.silent.cause"), remedy=say("validate.driver.silent.remedy"))
    if trouble and not seen.count:
        return failed(trouble if isinstance(trouble, dict) else trouble.strip().splitlines()[-1], detail=detail)
    if seen.count:
        names = [line.split(",")[0].strip() for line in lines] or ["GPU"]
        version = lines[0].split(",")[1].strip() if lines else None
        return passed(found(seen.count, ", ".join(dict.fromkeys(names)), len(lines), version), version=version, detail=detail)
    if lines:
        if os.environ.get("CUDA_VISIBLE_DEVICES", None) in ("", "-1"):
            return skipped(say("validate.driver.all-hidden"), detail=detail)
        return failed(
            say("validate.driver.unusable", seen.error),
            detail=detail,
            cause=say("validate.driver.unusable.cause"),
            remedy=say("validate.driver.unusable.remedy"),
        )
    if on_the_bus():
        return warning(
            say("validate.driver.none"),
            cause=say("validate.driver.none.cause"),
            remedy=say("validate.driver.none.remedy"),
        )
    if context.options.device == "cuda":
        return failed(say("validate.driver.no-gpu"), cause=say("validate.driver.no-gpu.cause"), remedy=say("validate.check-with-smi"))
    return skipped(say("validate.driver.no-gpu.skipped"))
