"""The checks in their order: each a rung with an id, a group, a title and what it does."""

import math
import sys

import driver
import environment
from environment import public
from installed import CORE, Installed, canonical
from verdicts import failed, install_again, other_environment, packages, passed, say, skipped, warning

PACKAGES, IMPORTS = say("validate.group.packages"), say("validate.group.imports")
FEATURES, TRAINING = say("validate.group.features"), say("validate.group.training")
TE = "transformer-engine"


class Check:
    """A rung; needs: the ids of rungs below whose rows decide about this one."""

    def __init__(self, name, group, title, run, *needs):
        self.id, self.group, self.title, self.run, self.needs = name, group, title, run, needs


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
                say("validate.torch.absent", needed_by),
                cause=say("validate.torch.absent.cause"),
                remedy="%s -m pip install torch" % sys.executable,
                mend=install_again() if canonical(needed_by) == CORE else packages("torch"),
            )
        return skipped(say("validate.torch.unneeded"))


def checks(features):
    core, kernel = "import-megatron-core", "gpu-kernel"
    rungs = [
        Check("driver", PACKAGES, say("validate.driver.title"), driver.check),
        Check("interpreter", PACKAGES, say("validate.interpreter.title"), environment.interpreter),
        Check("megatron-core", PACKAGES, say("validate.megatron-core.title"), environment.core_version),
        Check("requirements", PACKAGES, say("validate.requirements.title"), environment.requirements),
        Check(core, IMPORTS, "import megatron.core", import_core(features)),
        Check("dataset-helpers", IMPORTS, say("validate.dataset-helpers.title"), dataset_helpers, core),
        Check("import-transformer-engine", IMPORTS, "import transformer_engine.pytorch", import_te),
    ]
    for entry in features:
        rungs.append(Check("feature-" + entry["id"], FEATURES, say(entry["title"]), feature(entry), core))
    return rungs + [
        Check(kernel, TRAINING, say("validate.gpu-kernel.title"), gpu_kernel),
        Check("training-loop", TRAINING, say("validate.training-loop.title"), training, core, kernel),
        Check("several-gpus", TRAINING, say("validate.several-gpus.title"), several_gpus, kernel),
    ]


def broken_check(trace):
    return failed(last_line(trace), detail=trace, cause=say("validate.broken.cause"), remedy=say("validate.broken.remedy"))


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


def import_core(features):
    def run(context):
        version = context.installed.version(CORE)
        if version is None:
            return failed(
                say("validate.import-core.absent", CORE),
                cause=say("validate.import-core.absent.cause"),
                remedy=say("validate.import-core.absent.remedy"),
                mend=install_again(),
            )
        outcome = context.workers.call("imports", "imports", {"module": "megatron.core"}, 300)
        if not good(outcome):
            return explain(outcome, mend=brings(features, outcome))
        return imported(version, outcome)

    return run


def brings(features, outcome):
    """The package of an optional feature whose absence made an import fail, if it was one."""
    missing = (outcome.answer or {}).get("missing") or ""
    for entry in features:
        if missing and entry.get("install") and missing.split(".")[0] in entry["modules"]:
            return packages(*entry["install"])
    return None


def imported(version, outcome):
    own, file = outcome.answer["version"], outcome.answer["file"]
    detail = "\n".join(filter(None, [file, outcome.output]))
    if own and public(own) != public(version):
        return warning(
            say("validate.import-core.other", own, version),
            version=own,
            detail=detail,
            cause=say("validate.import-core.other.cause"),
            remedy=say("validate.import-core.other.remedy"),
        )
    return passed(say("validate.import-core.done", own or version), version=own or version, detail=detail)


def dataset_helpers(context):
    if context.failed("import-megatron-core"):
        return skipped(say("validate.not-looked-at"))
    outcome = context.workers.call("imports", "helpers", {}, 300)
    if not good(outcome):
        return explain(outcome)
    answer = outcome.answer
    if answer["module"] is None:
        return skipped(say("validate.dataset-helpers.none"))
    if answer["error"]:
        compiler = "No module named" in answer["error"]
        return failed(
            last_line(answer["error"]),
            detail=answer["error"].rstrip(),
            cause=say("validate.dataset-helpers.left-out.cause") if compiler else "",
            remedy=say("validate.dataset-helpers.left-out.remedy") if compiler else "",
        )
    return passed(say("validate.dataset-helpers.done", answer["module"]), detail=answer["file"])


def import_te(context):
    version = context.installed.version(TE) or context.installed.version(TE + "-torch")
    if version is None:
        return skipped(say("validate.import-te.absent"), mend=packages("transformer-engine[pytorch]"))
    arguments = {"module": "transformer_engine.pytorch", "version_of": "transformer_engine"}
    outcome = context.workers.call("imports", "imports", arguments, 300)
    if good(outcome):
        found = outcome.answer["version"] or version
        detail = "\n".join(filter(None, [outcome.answer["file"], outcome.output]))
        return passed(say("validate.import-te.done", found), version=found, detail=detail)
    context.workers.end("imports")  # half of it may be left in there
    if wants_driver(context, outcome):
        reason = say("validate.import-te.untried", version)
        return skipped(reason, version=version, detail=explain(outcome)["detail"])
    return explain(outcome, version=version)


# --- optional features ---------------------------------------------------------------------------


def feature(entry):
    def run(context):
        if context.failed("import-megatron-core"):
            return skipped(say("validate.not-looked-at"))
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
    absent = say(entry["absent"])
    if broken:
        summary = last_line(answer["errors"][broken[0]])
        return warning(summary, version=version, detail=detail, cause=say("validate.feature.broken.cause"), remedy=repair(entry))
    if states and not present and versions and entry["needs"] != "any":
        return warning(
            say("validate.feature.hollow", *(versions[0] + (sorted(states)[0],))),
            version=version,
            detail=detail,
            cause=say("validate.feature.hollow.cause"),
            remedy=repair(entry),
        )
    if states and not enough(state == "present" for state in states.values()):
        return skipped(absent, version=version, detail=detail, mend=install(entry))
    if any(switches) or (states and not switches):
        return passed(say("validate.feature.version", version) if version else say("validate.feature.present"), version=version, detail=detail)
    if not states:
        return skipped(absent if switches else say("validate.feature.not-in-release"), detail=detail)
    return warning(
        say("validate.feature.unused"),
        version=version,
        detail=detail,
        cause=say("validate.feature.unused.cause"),
        remedy=say("validate.feature.unused.remedy", repair(entry)),
    )


def install(entry):
    """Only what the usual index has under that name: some features come from elsewhere."""
    return packages(*entry["install"]) if entry.get("install") else None


def repair(entry):
    if entry["distributions"]:
        return say("validate.feature.repair", entry["distributions"][0])
    return say("validate.feature.repair-core")


# --- GPU and training ----------------------------------------------------------------------------


def no_gpu(context):
    """The row of a check that needs a GPU where none can be used; nothing where one can."""
    if context.options.device == "cpu":
        return skipped(say("validate.gpu.left-alone"))
    gpus = context.gpus()
    if gpus.ending or gpus.error or gpus.count == 0:
        if context.options.device == "cuda" or gpus.ending:
            return failed(say("validate.gpu.none"), detail=gpus.ending, cause=say("validate.gpu.none.cause"), remedy=say("validate.check-with-smi"))
        return skipped(say("validate.gpu.unusable"))
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
            say(answer["unusable"]),
            version=answer["version"],
            detail="torch %s, CUDA %s" % (answer["version"], answer["cuda"]),
            cause=say("validate.gpu-kernel.processor.cause") if answer["cuda"] is None else say("validate.gpu-kernel.unfit.cause"),
            remedy=say("validate.gpu-kernel.unfit.remedy"),
        )
    lines = ["%(name)s, compute capability %(capability)s, difference %(difference).2g" % gpu for gpu in answer["gpus"]]
    detail = "torch %s, CUDA %s\n%s" % (answer["version"], answer["cuda"], "\n".join(lines))
    wrong = [index for index, gpu in enumerate(answer["gpus"]) if not gpu["right"]]
    if wrong:
        return failed(
            say("validate.gpu-kernel.wrong", wrong[0]),
            detail=detail,
            cause=say("validate.gpu-kernel.wrong.cause"),
            remedy=say("validate.gpu-kernel.wrong.remedy"),
        )
    count = len(answer["gpus"])
    builds = answer["version"], answer["cuda"]
    right = say("validate.gpu-kernel.right-many", count, *builds) if count > 1 else say("validate.gpu-kernel.right", *builds)
    return passed(right, version=answer["version"], detail=detail)


def training(context):
    if context.failed("import-megatron-core"):
        return skipped(say("validate.training-loop.no-import"))
    row = context.without_torch()
    if row:
        return row
    device = "cpu" if no_gpu(context) else "cuda"
    if context.options.device == "cuda" and device == "cpu":
        return no_gpu(context)
    if device == "cuda" and context.failed("gpu-kernel"):
        return skipped(say("validate.training-loop.no-gpu"))
    outcome = context.workers.call("device", "training", {"device": device}, 600)
    context.workers.end("device")
    if not good(outcome):
        return explain(outcome)
    answer = outcome.answer
    if answer.get("needs_gpu"):
        return skipped(say("validate.training-loop.needs-gpu"), detail=answer["needs_gpu"])
    losses = answer["losses"]
    detail = "loss per step: " + ", ".join("%.4f" % loss for loss in losses)
    detail = "\n".join(filter(None, ["torch " + answer["torch"], detail, outcome.output]))
    if all(math.isfinite(loss) for loss in losses) and losses[-1] < losses[0]:
        fell = "%.2f" % losses[0], "%.2f" % losses[-1], len(losses)
        device = answer["device"]
        summary = say("validate.training-loop.fell", *fell, device) if device else say("validate.training-loop.fell-processor", *fell)
        return passed(summary, detail=detail)
    return failed(
        say("validate.training-loop.same", "%.4g" % losses[0], "%.4g" % losses[-1], len(losses)),
        detail=detail,
        cause=say("validate.training-loop.same.cause"),
        remedy=say("validate.training-loop.same.remedy"),
        mend=other_environment(),
    )


def several_gpus(context):
    row = no_gpu(context)
    if row:
        return row
    count = min(context.gpus().count, 8)
    if count < 2:
        return skipped(say("validate.several-gpus.single"))
    row = context.without_torch()
    if row:
        return row
    if context.failed("gpu-kernel"):
        return skipped(say("validate.several-gpus.no-gpu"))
    outcome = context.workers.call("several", "several_gpus", {"gpus": count, "backend": "nccl"}, 240)
    context.workers.end("several")
    if not good(outcome):
        return explain(outcome, remedy=say("validate.several-gpus.debug"))
    answer = outcome.answer
    if any(answer["statuses"]):
        return failed(
            say("validate.several-gpus.apart"),
            detail=answer["output"],
            cause=say("validate.several-gpus.apart.cause"),
            remedy=say("validate.several-gpus.apart.remedy"),
        )
    return passed(say("validate.several-gpus.done", count), detail=answer["output"])
