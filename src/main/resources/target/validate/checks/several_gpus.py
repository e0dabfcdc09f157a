"""Adds up one number per GPU across processes, through NCCL (or gloo, on the processor).

As a check: run({"gpus": N, "backend": "nccl"}). As a program, for one of its processes:
several_gpus.py PARENT RANK N FILE BACKEND
"""

import os
import subprocess
import sys
import tempfile


def run(arguments):
    count = arguments["gpus"]
    with tempfile.TemporaryDirectory() as folder:
        processes = [start(rank, arguments, folder) for rank in range(count)]
        statuses = [process.wait() for process in processes]
        texts = []
        for rank in range(count):
            with open(os.path.join(folder, "output-%d" % rank), errors="replace") as file:
                texts.append("GPU %d (exit status %d)\n%s" % (rank, statuses[rank], file.read()[-8000:]))
    return {"ok": True, "statuses": statuses, "output": "\n".join(texts)}


def start(rank, arguments, folder):
    with open(os.path.join(folder, "output-%d" % rank), "w") as output:
        return subprocess.Popen(
            [sys.executable, "-u", os.path.abspath(__file__), str(os.getpid()), str(rank)]
            + [str(arguments["gpus"]), os.path.join(folder, "rendezvous"), arguments["backend"]],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )


def take_part(rank, count, file, backend):
    import datetime

    import torch
    import torch.distributed as distributed

    device = torch.device("cuda", rank) if backend == "nccl" else torch.device("cpu")
    if backend == "nccl":
        torch.cuda.set_device(device)
    distributed.init_process_group(
        backend,
        init_method="file://" + file,
        rank=rank,
        world_size=count,
        timeout=datetime.timedelta(seconds=90),
    )
    numbers = torch.full((1024,), float(rank + 1), device=device)
    distributed.all_reduce(numbers)
    expected = count * (count + 1) / 2
    if not bool((numbers == expected).all()):
        raise SystemExit("the sum is %s, not %s" % (numbers[0].item(), expected))
    distributed.barrier()
    distributed.destroy_process_group()
    print("sum %g" % expected)


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[0] = os.path.dirname(here)
    from worker import end_with_parent

    sys.path.pop(0)
    end_with_parent(int(sys.argv[1]))
    take_part(int(sys.argv[2]), int(sys.argv[3]), sys.argv[4], sys.argv[5])
