"""Trains a GPT with two layers on one batch, for a few steps; its loss must fall."""

import contextlib
import os
import tempfile
import warnings

STEPS, VOCABULARY, LENGTH, BATCH, WIDTH = 8, 128, 16, 4, 32
# what a release says that cannot go without a GPU
NEEDS_GPU = (
    "Torch not compiled with CUDA enabled",
    "No CUDA GPUs are available",
    "Found no NVIDIA driver",
    "no NVIDIA driver on your system",
    "CUDA driver version is insufficient",
    "0 active drivers",
)


def run(arguments):
    warnings.filterwarnings("ignore")
    import torch

    on_gpu = arguments["device"] == "cuda"
    try:
        return train(torch, on_gpu)
    except Exception as error:
        if not on_gpu and any(text in str(error) for text in NEEDS_GPU):
            return {"ok": True, "needs_gpu": str(error)}
        raise


def train(torch, on_gpu):
    from megatron.core import parallel_state
    from megatron.core.models.gpt.gpt_layer_specs import get_gpt_layer_local_spec
    from megatron.core.models.gpt.gpt_model import GPTModel
    from megatron.core.transformer.transformer_config import TransformerConfig

    device = torch.device("cuda", 0) if on_gpu else torch.device("cpu")
    if on_gpu:
        torch.cuda.set_device(device)
    else:
        go_without_gpu(torch)
    with tempfile.TemporaryDirectory() as folder:
        # a file, not a port: nothing to be taken, nothing that listens
        torch.distributed.init_process_group(
            "nccl" if on_gpu else "gloo",
            init_method="file://" + os.path.join(folder, "rendezvous"),
            rank=0,
            world_size=1,
        )
        try:
            parallel_state.initialize_model_parallel(1, 1)
            if on_gpu:
                from megatron.core.tensor_parallel.random import model_parallel_cuda_manual_seed

                model_parallel_cuda_manual_seed(7)
            config = TransformerConfig(
                num_layers=2,
                hidden_size=WIDTH,
                num_attention_heads=4,
                use_cpu_initialization=True,
                pipeline_dtype=torch.float32,
                hidden_dropout=0.0,
                attention_dropout=0.0,
            )
            torch.manual_seed(7)
            model = GPTModel(
                config=config,
                transformer_layer_spec=get_gpt_layer_local_spec(),
                vocab_size=VOCABULARY,
                max_sequence_length=LENGTH,
            ).to(device)
            losses = descend(torch, model, device)
        finally:
            parallel_state.destroy_model_parallel()
            torch.distributed.destroy_process_group()
    name = torch.cuda.get_device_name(0) if on_gpu else None
    return {"ok": True, "losses": losses, "device": name, "torch": torch.__version__}


def descend(torch, model, device):
    """The same batch again and again: a model that learns anything learns that by heart."""
    tokens = torch.randint(0, VOCABULARY, (BATCH, LENGTH)).to(device)
    positions = torch.arange(LENGTH, device=device).expand(BATCH, LENGTH)
    hidden = torch.triu(torch.ones(1, 1, LENGTH, LENGTH, device=device), diagonal=1) > 0
    targets = torch.roll(tokens, -1, dims=1)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-2)
    losses = []
    for _ in range(STEPS):
        optimizer.zero_grad()
        loss = model(tokens, positions, hidden, labels=targets).float().mean()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    return losses


def go_without_gpu(torch):
    """Megatron Core asks for the current GPU for scratch memory and random states: hand it the CPU."""
    from megatron.core.tensor_parallel import random

    torch.cuda.current_device = lambda: torch.device("cpu")
    random.CudaRNGStatesTracker.fork = lambda self, *_, **__: contextlib.nullcontext()
