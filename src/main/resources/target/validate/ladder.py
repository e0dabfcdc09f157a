"""The checks in their order: each a rung with an id, a group, a title and what it does."""

import math
import sys

import driver
import environment
from environment import public
from installed import CORE, Installed
from verdicts import failed, passed, skipped, warning

PACKAGES, IMPORTS, FEATURES, TRAINING = "Packages", "Imports", "Optional features", "GPU and training"
TE = "transformer-engine"


class Check:
    def __init__(self, name, group, title, run):
        self.id, self.group, self.title, self.run = name, group, title, run


class Gpus:
    def __init__(self, count, error, ending):
        self.count, self.error, self.ending = count, error, ending


class Context:
    """What the checks share: the options, the metadata, the workers, the rows so far."""

    def __init__(self, options, workers):
        self.options, self.workers, self.results = options, workers, {}
        self.installed = Installed()
        self.counted = None

    def gpus(self):
        if self.counted is None:
            outcome = self.workers.call("driver", "gpus", {}, 60)
            self.workers.end("driver")
            answer = outcome.answer or {}
            self.counted = Gpus(answer.get("gpus", 0), answer.get("error", 0), outcome.ending)
        return self.counted

    def failed(self, name):
        return self.results.get(name, {}).get("status") == "FAILED"

    def without_torch(self):
        """The row of a check that needs torch where there is none; nothing where there is."""
        if self.installed.version("torch"):
            return None
        needed_by = environment.requires_torch(self.installed)
        if needed_by:
            return failed(
                "torch is not installed, but %s needs it." % needed_by,
                cause="It was never installed here, or something removed it.",
                remedy="%s -m pip install torch" % sys.executable,
            )
        return skipped("torch is not installed, and no package here says that it needs it.")


def checks(features):
    rungs = [
        Check("driver", PACKAGES, "NVIDIA driver and GPU", driver.check),
        Check("interpreter", PACKAGES, "Python interpreter", environment.interpreter),
        Check("megatron-core", PACKAGES, "Megatron Core version", environment.core_version),
        Check("requirements", PACKAGES, "Broken requirements", environment.requirements),
        Check("import-megatron-core", IMPORTS, "import megatron.core", import_core),
        Check("dataset-helpers", IMPORTS, "Compiled dataset helpers", dataset_helpers),
        Check("import-transformer-engine", IMPORTS, "import transformer_engine.pytorch", import_te),
    ]
    for entry in features:
        rungs.append(Check("feature-" + entry["id"], FEATURES, entry["title"], feature(entry)))
    return rungs + [
        Check("gpu-kernel", TRAINING, "A calculation on the GPU", gpu_kernel),
        Check("training-loop", TRAINING, "A tiny GPT learns", training),
        Check("several-gpus", TRAINING, "Several GPUs together", several_gpus),
    ]


def broken_check(trace):
    return failed(last_line(trace), detail=trace, cause="The check itself failed.", remedy="Please report this.")


def last_line(text):
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[-1] if lines else ""


def explain(outcome, **more):
    """A failed row from a worker that died, or from an answer that is an error."""
    if outcome.answer is None:
        return failed(outcome.ending, detail=outcome.output, cause=outcome.cause, **more)
    detail = outcome.answer["traceback"]
    if outcome.output:
        detail = outcome.output + "\n\n" + detail
    return failed(outcome.answer["error"], detail=detail.rstrip(), **more)


def wants_driver(context, outcome):
    """Whether it failed for want of a driver, on a machine that has no GPU to drive."""
    text = outcome.output + (outcome.answer or {}).get("traceback", "")
    names_it = any(word in text for word in ("libcuda.so", "NVIDIA driver", "No CUDA GPUs"))
    return names_it and context.gpus().count == 0 and context.options.device != "cuda"


def good(outcome):
    return outcome.answer is not None and outcome.answer["ok"]


# --- imports -------------------------------------------------------------------------------------


def import_core(context):
    version = context.installed.version(CORE)
    if version is None:
        return failed("%s is not installed." % CORE, cause="See the row above.", remedy="Install it first.")
    outcome = context.workers.call("imports", "imports", {"module": "megatron.core"}, 300)
    if not good(outcome):
        return explain(outcome)
    own, file = outcome.answer["version"], outcome.answer["file"]
    detail = "\n".join(filter(None, [file, outcome.output]))
    if own and public(own) != public(version):
        return warning(
            "The code that is imported calls itself %s, the package %s." % (own, version),
            version=own,
            detail=detail,
            cause="Another copy of megatron is found first, or the release was numbered late.",
            remedy="See where it comes from (the path in the details) and unset PYTHONPATH if it is another copy.",
        )
    return passed("megatron.core %s can be imported." % (own or version), version=own or version, detail=detail)


def dataset_helpers(context):
    if context.failed("import-megatron-core"):
        return skipped("Not looked at, because megatron.core cannot be imported.")
    outcome = context.workers.call("imports", "helpers", {}, 300)
    if not good(outcome):
        return explain(outcome)
    answer = outcome.answer
    if answer["module"] is None:
        return skipped("This package of megatron.core has no dataset helpers.")
    if answer["error"]:
        compiler = "No module named" in answer["error"]
        return failed(
            last_line(answer["error"]),
            detail=answer["error"].rstrip(),
            cause="The extension was left out when megatron-core was built here without a working C++ compiler."
            if compiler
            else "",
            remedy="Install g++ and the Python headers, then install megatron-core again with "
            "--force-reinstall --no-deps --no-cache-dir."
            if compiler
            else "",
        )
    return passed("%s is compiled and loads." % answer["module"], detail=answer["file"])


def import_te(context):
    version = context.installed.version(TE) or context.installed.version(TE + "-torch")
    if version is None:
        return skipped("Transformer Engine is not installed: Megatron Core uses its own layers, without FP8.")
    arguments = {"module": "transformer_engine.pytorch", "version_of": "transformer_engine"}
    outcome = context.workers.call("imports", "imports", arguments, 300)
    if good(outcome):
        found = outcome.answer["version"] or version
        detail = "\n".join(filter(None, [outcome.answer["file"], outcome.output]))
        return passed("Transformer Engine %s can be imported." % found, version=found, detail=detail)
    context.workers.end("imports")  # half of it may be left in there
    if wants_driver(context, outcome):
        reason = "Transformer Engine %s is installed, but cannot be tried without a GPU." % version
        return skipped(reason, version=version, detail=explain(outcome)["detail"])
    return explain(outcome, version=version)


# --- optional features ---------------------------------------------------------------------------


def feature(entry):
    def run(context):
        if context.failed("import-megatron-core"):
            return skipped("Not looked at, because megatron.core cannot be imported.")
        outcome = context.workers.call("imports", "feature", entry, 120)
        versions = [(name, context.installed.version(name)) for name in entry["distributions"]]
        versions = [(name, version) for name, version in versions if version]
        version = versions[0][1] if versions else None
        if not good(outcome):
            return dict(explain(outcome), status="WARNING", version=version, remedy=repair(entry))
        return judge(entry, outcome.answer, versions, version)

    return run


def judge(entry, answer, versions, version):
    states = answer["modules"]
    switches = [on for on in answer["switches"].values() if on is not None]
    detail = ["%s %s" % pair for pair in versions]
    detail += ["%s: %s" % pair for pair in sorted(states.items())]
    detail += ["%s: %s" % (k, {True: "on", False: "off", None: "not in this release"}[v]) for k, v in sorted(answer["switches"].items())]
    detail = "\n".join(detail + [text.rstrip() for name, text in sorted(answer["errors"].items()) if states[name] == "broken"])
    present = [name for name in states if states[name] == "present"]
    broken = [name for name in states if states[name] == "broken"]
    enough = any if entry["needs"] == "any" else all
    absent = "Not there: %s" % entry["effect"]
    if broken:
        summary = last_line(answer["errors"][broken[0]])
        return warning(summary, version=version, detail=detail, cause="It is installed, but cannot be imported.", remedy=repair(entry))
    if states and not present and versions and entry["needs"] != "any":
        return warning(
            "%s %s is installed, but has no module %s." % (versions[0] + (sorted(states)[0],)),
            version=version,
            detail=detail,
            cause="It is a placeholder or an incomplete installation.",
            remedy=repair(entry),
        )
    if states and not enough(state == "present" for state in states.values()):
        return skipped(absent, version=version, detail=detail)
    if any(switches) or (states and not switches):
        return passed("Present%s." % (", version " + version if version else ""), version=version, detail=detail)
    if not states:
        return skipped(absent if switches else "This release has no such feature.", detail=detail)
    return warning(
        "It is installed, but this release of Megatron Core does not use it.",
        version=version,
        detail=detail,
        cause="Its version, or this machine, is not one that Megatron Core accepts for it.",
        remedy="Nothing to do unless you need it. %s" % repair(entry),
    )


def repair(entry):
    if entry["distributions"]:
        return "Install %s again for this torch and Python, or remove it: it is optional." % entry["distributions"][0]
    return "Install megatron-core again."


# --- GPU and training ----------------------------------------------------------------------------


def no_gpu(context):
    """The row of a check that needs a GPU where none can be used; nothing where one can."""
    if context.options.device == "cpu":
        return skipped("The check was asked to leave the GPU alone.")
    gpus = context.gpus()
    if gpus.ending or gpus.error or gpus.count == 0:
        if context.options.device == "cuda" or gpus.ending:
            return failed("There is no GPU to use.", detail=gpus.ending, cause="See the driver's row.", remedy="Check with: nvidia-smi")
        return skipped("There is no GPU that could be used.")
    return None


def gpu_kernel(context):
    row = no_gpu(context) or context.without_torch()
    if row:
        return row
    outcome = context.workers.call("device", "kernel", {}, 180)
    if not good(outcome):
        context.workers.end("device")
        return explain(outcome)
    answer = outcome.answer
    if answer.get("unusable"):
        return failed(
            "There is a GPU, but %s." % answer["unusable"],
            version=answer["version"],
            detail="torch %s, CUDA %s" % (answer["version"], answer["cuda"]),
            cause="torch was installed from an index or a folder that serves builds for the processor only."
            if answer["cuda"] is None
            else "The driver and this build of torch do not fit together.",
            remedy="Install a torch that is built for the CUDA version which the driver supports.",
        )
    lines = ["%(name)s, compute capability %(capability)s, difference %(difference).2g" % gpu for gpu in answer["gpus"]]
    detail = "torch %s, CUDA %s\n%s" % (answer["version"], answer["cuda"], "\n".join(lines))
    wrong = [index for index, gpu in enumerate(answer["gpus"]) if not gpu["right"]]
    if wrong:
        return failed(
            "GPU %d calculates a wrong product of two matrices." % wrong[0],
            detail=detail,
            cause="The GPU, its memory or its driver is faulty.",
            remedy="Look for Xid errors with: dmesg | grep -i xid",
        )
    on = "%d GPUs multiply" % len(answer["gpus"]) if len(answer["gpus"]) > 1 else "The GPU multiplies"
    return passed("%s two matrices correctly (torch %s, CUDA %s)." % (on, answer["version"], answer["cuda"]), version=answer["version"], detail=detail)


def training(context):
    if context.failed("import-megatron-core"):
        return skipped("Not tried, because megatron.core cannot be imported.")
    row = context.without_torch()
    if row:
        return row
    device = "cpu" if no_gpu(context) else "cuda"
    if context.options.device == "cuda" and device == "cpu":
        return no_gpu(context)
    if device == "cuda" and context.failed("gpu-kernel"):
        return skipped("Not tried, because the GPU cannot be used.")
    outcome = context.workers.call("device", "training", {"device": device}, 600)
    context.workers.end("device")
    if not good(outcome):
        return explain(outcome)
    answer = outcome.answer
    if answer.get("needs_gpu"):
        return skipped("This release cannot train without a GPU.", detail=answer["needs_gpu"])
    losses = answer["losses"]
    detail = "loss per step: " + ", ".join("%.4f" % loss for loss in losses)
    detail = "\n".join(filter(None, ["torch " + answer["torch"], detail, outcome.output]))
    if all(math.isfinite(loss) for loss in losses) and losses[-1] < losses[0]:
        return passed("The loss fell from %.2f to %.2f in %d steps on %s." % (losses[0], losses[-1], len(losses), answer["device"]), detail=detail)
    return failed(
        "The loss did not fall: %.4g at first, %.4g after %d steps." % (losses[0], losses[-1], len(losses)),
        detail=detail,
        cause="The model calculates, but not what it should.",
        remedy="Check that torch and Megatron Core belong together; install both again in a new environment.",
    )


def several_gpus(context):
    row = no_gpu(context)
    if row:
        return row
    count = min(context.gpus().count, 8)
    if count < 2:
        return skipped("There is one GPU.")
    row = context.without_torch()
    if row:
        return row
    if context.failed("gpu-kernel"):
        return skipped("Not tried, because a GPU cannot be used.")
    outcome = context.workers.call("several", "several_gpus", {"gpus": count, "backend": "nccl"}, 240)
    context.workers.end("several")
    if not good(outcome):
        return explain(outcome, remedy="Run with NCCL_DEBUG=INFO to see what NCCL does.")
    answer = outcome.answer
    if any(answer["statuses"]):
        return failed(
            "The GPUs could not add up a number together.",
            detail=answer["output"],
            cause="NCCL cannot connect the GPUs of this machine.",
            remedy="Run with NCCL_DEBUG=INFO; in a container, give it more shared memory (--ipc=host).",
        )
    return passed("%d GPUs added up a number together, through NCCL." % count, detail=answer["output"])
