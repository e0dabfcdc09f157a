"""The driver and the GPUs, found without torch: nvidia-smi for people, libcuda for programs."""

import glob
import os
import shutil
import subprocess

from verdicts import failed, passed, skipped, warning

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
        return [], "nvidia-smi gave no answer within %g seconds" % LIMIT
    if process.returncode != 0:
        return [], text or "nvidia-smi ended with exit status %d" % process.returncode
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


def check(context):
    lines, trouble = ask_nvidia_smi()
    seen = context.gpus()
    detail = "\n".join(lines) or trouble
    if seen.ending:
        return failed(seen.ending, detail=detail, cause="The driver does not answer.", remedy="Restart this machine.")
    if trouble and not seen.count:
        return failed(trouble.strip().splitlines()[-1], detail=detail)
    if seen.count:
        names = [line.split(",")[0].strip() for line in lines] or ["GPU"]
        version = lines[0].split(",")[1].strip() if lines else None
        several = "%d GPUs: " % seen.count if seen.count > 1 else ""
        what = several + ", ".join(dict.fromkeys(names))
        hidden = "" if len(lines) <= seen.count else " (%d more hidden from programs)" % (len(lines) - seen.count)
        driver = ", driver %s" % version if version else ""
        return passed(what + hidden + driver + ".", version=version, detail=detail)
    if lines:
        if os.environ.get("CUDA_VISIBLE_DEVICES", None) in ("", "-1"):
            return skipped("CUDA_VISIBLE_DEVICES hides every GPU from programs.", detail=detail)
        return failed(
            "nvidia-smi lists a GPU, but programs cannot use it (CUDA error %d)." % seen.error,
            detail=detail,
            cause="The driver's library is missing or of another version than the driver.",
            remedy="Restart this machine; in a container, start it with GPU access (--gpus all).",
        )
    if on_the_bus():
        return warning(
            "There is an NVIDIA GPU in this machine, but no working driver.",
            cause="The driver is not installed, or it does not fit the running kernel.",
            remedy="Install the NVIDIA driver of your distribution and restart this machine.",
        )
    if context.options.device == "cuda":
        return failed("No NVIDIA GPU was found.", cause="A GPU was asked for.", remedy="Check with: nvidia-smi")
    return skipped("No NVIDIA GPU was found; what needs one is skipped.")
