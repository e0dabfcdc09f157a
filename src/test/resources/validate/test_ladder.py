"""What the ladder makes of answers that no test machine gives: GPUs, losses, sick drivers.

usage: python test_ladder.py FOLDER_OF_TARGET_SCRIPTS
"""

import os
import stat
import sys
import tempfile
import types
import unittest

TARGET = sys.argv.pop(1)
sys.path[:0] = [os.path.join(TARGET, "validate"), os.path.join(TARGET, "tools")]
import driver  # noqa: E402
import ladder  # noqa: E402
import validate  # noqa: E402
from verdicts import say  # noqa: E402
from workers import Outcome  # noqa: E402


class Answers:
    """Workers whose answers are given beforehand."""

    def __init__(self, **answers):
        self.answers, self.called = answers, []

    def call(self, _name, check, arguments, _limit):
        self.called.append((check, arguments))
        answer = self.answers[check]
        return answer if isinstance(answer, Outcome) else Outcome(dict(answer, ok=True), "")

    def end(self, _name):
        pass


class Fake(ladder.Context):
    def __init__(self, device="auto", torch="2.11.0", **answers):
        self.options = types.SimpleNamespace(device=device, expected="", commit="", only="")
        self.workers, self.results, self.counted = Answers(**answers), {}, None
        self.installed = types.SimpleNamespace(version={"torch": torch}.get, found={})


def gpus(count, error=0):
    return {"gpus": count, "error": error}


def loop(losses, device="GPU"):
    return {"losses": losses, "device": device, "torch": "2.11.0"}


GOOD = {"name": "H100", "capability": "9.0", "difference": 1e-5, "right": True}
BAD = {"name": "H100", "capability": "9.0", "difference": 3.0, "right": False}


class GpuKernel(unittest.TestCase):
    def row(self, device="auto", count=1, **answer):
        kernel = dict({"version": "2.11.0", "cuda": "13.0", "gpus": [GOOD] * count}, **answer)
        return ladder.gpu_kernel(Fake(device, gpus=gpus(count), kernel=kernel))

    def test_right_product(self):
        row = self.row()
        self.assertEqual(("PASSED", "2.11.0"), (row["status"], row["version"]))
        self.assertEqual(say("validate.gpu-kernel.right-many", 2, "2.11.0", "13.0"), self.row(count=2)["summary"])

    def test_wrong_product_on_one_of_two(self):
        row = self.row(count=2, gpus=[GOOD, BAD])
        self.assertEqual(("FAILED", say("validate.gpu-kernel.wrong", 1)), (row["status"], row["summary"]))

    def test_no_gpu_is_grey_unless_it_was_asked_for(self):
        self.assertEqual("SKIPPED", self.row(count=0)["status"])
        self.assertEqual("FAILED", self.row("cuda", count=0)["status"])
        self.assertEqual("SKIPPED", self.row("cpu", count=1)["status"])

    def test_torch_for_the_processor_on_a_machine_with_gpu(self):
        row = self.row(cuda=None, unusable="validate.gpu-kernel.no-cuda")
        self.assertEqual(("FAILED", say("validate.gpu-kernel.no-cuda")), (row["status"], row["summary"]))
        self.assertEqual(say("validate.gpu-kernel.processor.cause"), row["cause"])

    def test_a_driver_that_hangs_is_red(self):
        row = ladder.gpu_kernel(Fake(gpus=Outcome(None, "", "There was no answer.", "It hangs.")))
        self.assertEqual("FAILED", row["status"])


class Training(unittest.TestCase):
    def row(self, answer, device="auto", count=1):
        self.context = Fake(device, gpus=gpus(count), training=answer)
        return ladder.training(self.context)

    def test_falling(self):
        row = self.row(loop([4.8, 4.0, 3.1]))
        self.assertEqual(("PASSED", say("validate.training-loop.fell", "4.80", "3.10", 3, "GPU")), (row["status"], row["summary"]))

    def test_falling_on_the_processor(self):
        row = self.row(loop([4.8, 3.1], device=None))
        self.assertEqual(say("validate.training-loop.fell-processor", "4.80", "3.10", 2), row["summary"])

    def test_not_falling(self):
        for losses in ([3.0, 3.5], [3.0, 3.0], [3.0, float("nan")], [float("nan"), 1.0], [float("inf"), 1.0]):
            self.assertEqual("FAILED", self.row(loop(losses))["status"], losses)

    def test_device(self):
        self.row(loop([2, 1]), count=1)
        self.assertEqual(("training", {"device": "cuda"}), self.context.workers.called[-1])
        self.row(loop([2, 1]), count=0)
        self.assertEqual(("training", {"device": "cpu"}), self.context.workers.called[-1])
        self.row(loop([2, 1]), "cpu", count=4)
        self.assertEqual(("training", {"device": "cpu"}), self.context.workers.called[-1])
        self.assertEqual("FAILED", self.row(loop([2, 1]), "cuda", count=0)["status"])

    def test_a_release_that_needs_a_gpu_is_grey_without_one(self):
        row = self.row({"needs_gpu": "Torch not compiled with CUDA enabled"}, count=0)
        self.assertEqual("SKIPPED", row["status"])

    def test_an_error_is_red_with_its_first_line(self):
        answer = {"ok": False, "error": "RuntimeError: no\nmore of it", "traceback": "Traceback ...\nRuntimeError: no\nmore of it"}
        row = self.row(Outcome(answer, "printed"))
        self.assertEqual(("FAILED", "RuntimeError: no"), (row["status"], row["summary"]))
        self.assertEqual("printed\n\nTraceback ...\nRuntimeError: no\nmore of it", row["detail"])


class SeveralGpus(unittest.TestCase):
    def row(self, count, statuses=()):
        self.context = Fake(gpus=gpus(count), several_gpus={"statuses": list(statuses), "output": "said"})
        return ladder.several_gpus(self.context)

    def test_none_and_one_are_grey(self):
        self.assertEqual("SKIPPED", self.row(0)["status"])
        self.assertEqual(("SKIPPED", say("validate.several-gpus.single")), (self.row(1)["status"], self.row(1)["summary"]))

    def test_all_or_not_all(self):
        self.assertEqual("PASSED", self.row(2, [0, 0])["status"])
        row = self.row(2, [0, -9])
        self.assertEqual(("FAILED", "said"), (row["status"], row["detail"]))

    def test_at_most_eight(self):
        self.row(16, [0] * 8)
        self.assertEqual(8, self.context.workers.called[-1][1]["gpus"])


class TransformerEngine(unittest.TestCase):
    def row(self, count, device="auto"):
        error = "ImportError: libcuda.so.1: cannot open shared object file: No such file or directory"
        context = Fake(device, gpus=gpus(count), imports=Outcome({"ok": False, "error": error, "traceback": error}, ""))
        context.installed.version = {"transformer-engine": "2.9.0"}.get
        return ladder.import_te(context)

    def test_without_a_driver_on_a_machine_without_gpu_nothing_can_be_said(self):
        self.assertEqual("SKIPPED", self.row(0)["status"])
        self.assertEqual("FAILED", self.row(0, "cuda")["status"])
        self.assertEqual("FAILED", self.row(1)["status"])


class Driver(unittest.TestCase):
    """With a made-up nvidia-smi on the PATH."""

    def row(self, script, answer, device="auto", on_the_bus=False, hide=None):
        with tempfile.TemporaryDirectory() as folder:
            if script is not None:
                tool = os.path.join(folder, "nvidia-smi")
                with open(tool, "w") as file:
                    file.write("#!/bin/sh\n" + script + "\n")
                os.chmod(tool, stat.S_IRWXU)
            kept, path, bus = dict(os.environ), driver.FALLBACK_PATH, driver.on_the_bus
            os.environ["PATH"] = folder + ":/bin:/usr/bin" if script is not None else folder
            os.environ.pop("CUDA_VISIBLE_DEVICES", None)
            if hide is not None:
                os.environ["CUDA_VISIBLE_DEVICES"] = hide
            driver.FALLBACK_PATH, driver.on_the_bus = folder, lambda: on_the_bus
            try:
                return driver.check(Fake(device, gpus=answer))
            finally:
                driver.FALLBACK_PATH, driver.on_the_bus = path, bus
                os.environ.clear()
                os.environ.update(kept)

    H200 = "echo 'NVIDIA H200, 580.159.04, 143771 MiB'"

    def test_one_and_two(self):
        row = self.row(self.H200, gpus(1))
        self.assertEqual(("PASSED", say("validate.driver.found-driver", "NVIDIA H200", "580.159.04"), "580.159.04"), (row["status"], row["summary"], row["version"]))
        row = self.row(self.H200 + ";" + self.H200, gpus(2))
        two = say("validate.driver.gpus", 2, "NVIDIA H200")
        self.assertEqual(say("validate.driver.found-driver", two, "580.159.04"), row["summary"])
        row = self.row(self.H200 + ";" + self.H200, gpus(1))
        hidden = say("validate.driver.hidden", "NVIDIA H200", 1)
        self.assertEqual(say("validate.driver.found-driver", hidden, "580.159.04"), row["summary"])

    def test_without_the_tool(self):
        self.assertEqual("PASSED", self.row(None, gpus(1))["status"])
        self.assertEqual("SKIPPED", self.row(None, gpus(0))["status"])
        self.assertEqual("FAILED", self.row(None, gpus(0), "cuda")["status"])
        self.assertEqual("WARNING", self.row(None, gpus(0), on_the_bus=True)["status"])

    def test_a_tool_that_fails(self):
        row = self.row("echo 'Failed to initialize NVML: Driver/library version mismatch'; exit 18", gpus(0, 803))
        self.assertEqual(("FAILED", "Failed to initialize NVML: Driver/library version mismatch"), (row["status"], row["summary"]))

    def test_listed_but_of_no_use(self):
        self.assertEqual("FAILED", self.row(self.H200, gpus(0, 999))["status"])
        self.assertEqual("SKIPPED", self.row(self.H200, gpus(0, 100), hide="")["status"])

    def test_a_tool_that_hangs(self):
        kept, driver.LIMIT = driver.LIMIT, 0.5
        try:
            row = self.row("exec sleep 60", gpus(0))
        finally:
            driver.LIMIT = kept
        self.assertEqual(("FAILED", say("validate.driver.late", "0.5")), (row["status"], row["summary"]))

    def test_a_driver_that_hangs(self):
        row = self.row(self.H200, Outcome(None, "", "There was no answer within 60 seconds.", ""))
        self.assertEqual(("FAILED", "There was no answer within 60 seconds."), (row["status"], row["summary"]))


class TemporaryFolder(unittest.TestCase):
    def test_kernels_need_a_folder_whose_files_run(self):
        with tempfile.TemporaryDirectory() as closed, tempfile.TemporaryDirectory() as home:
            flags = {closed: os.ST_NOEXEC, "/var/tmp": os.ST_NOEXEC, home: 0}
            kept, where, there = os.statvfs, tempfile.tempdir, os.environ["HOME"]
            os.statvfs = lambda path: types.SimpleNamespace(f_flag=flags[path])
            tempfile.tempdir, os.environ["HOME"] = closed, home
            try:
                self.assertEqual(home, os.path.dirname(validate.temporary_folder()))
                flags[closed] = 0
                self.assertEqual(closed, os.path.dirname(validate.temporary_folder()))
            finally:
                os.statvfs, tempfile.tempdir, os.environ["HOME"] = kept, where, there


class Climbing(unittest.TestCase):
    """What a check rests on is run once, silently, and before its own time begins."""

    def climb(self, only):
        order, lines = [], []

        def rung(name, *needs):
            return ladder.Check(name, "Group", name, lambda context: order.append(name) or ladder.passed(name), *needs)

        rungs = [rung("a"), rung("b", "a"), rung("c", "a"), rung("d")]
        reporter = types.SimpleNamespace(line=lambda **fields: lines.append(fields))
        self.assertTrue(validate.climb(reporter, rungs, only, Fake()))
        return order, [line.get("started") or "-" + line["id"] for line in lines]

    def test_all(self):
        self.assertEqual((["a", "b", "c", "d"], ["a", "-a", "b", "-b", "c", "-c", "d", "-d"]), self.climb([]))

    def test_one(self):
        self.assertEqual((["a", "b"], ["b", "-b"]), self.climb(["b"]))
        self.assertEqual((["a", "b", "c"], ["b", "-b", "c", "-c"]), self.climb(["c", "b"]))
        self.assertEqual((["d"], ["d", "-d"]), self.climb(["d"]))

    def test_every_need_is_a_rung_below(self):
        seen = set()
        for check in ladder.checks([dict(id="x", title="X")]):
            self.assertLessEqual(set(check.needs), seen, check.id)
            seen.add(check.id)


class Mends(unittest.TestCase):
    def test_a_missing_torch(self):
        context = Fake(torch=None, gpus=gpus(1))
        for needed_by, kind in (("megatron_core", "INSTALL"), ("other", "PACKAGES")):
            kept, ladder.environment.requires_torch = ladder.environment.requires_torch, lambda _: needed_by
            try:
                self.assertEqual(kind, context.without_torch()["mend"]["kind"])
            finally:
                ladder.environment.requires_torch = kept

    def test_only_what_an_index_has(self):
        entry = {"needs": "all", "absent": "validate.feature.te.absent", "distributions": ["x"], "install": ["x"]}
        answer = {"modules": {"x": "absent"}, "switches": {}, "errors": {}}
        self.assertEqual(["x"], ladder.judge(entry, answer, [], None)["mend"]["packages"])
        del entry["install"]
        self.assertIsNone(ladder.judge(entry, answer, [], None)["mend"])


class Verdicts(unittest.TestCase):
    def test_long_text_keeps_both_ends(self):
        row = ladder.failed("s" * 1000, detail="a" * 200000 + "z")
        self.assertEqual(300, len(row["summary"]))
        self.assertLess(len(row["detail"]), 70000)
        self.assertTrue(row["detail"].startswith("aaa") and row["detail"].endswith("az"))

    def test_a_sentence_is_a_key_with_values_on_one_line(self):
        row = ladder.failed(ladder.say("validate.requirements.own", "s" * 1000 + "\nmore"))
        self.assertEqual("validate.requirements.own", row["summary"]["words"])
        self.assertEqual(300, len(row["summary"]["values"][0]))


if __name__ == "__main__":
    unittest.main()
