"""Multiplies two matrices on each GPU and compares with the processor's result."""


def run(_arguments):
    import torch

    answer = {"ok": True, "version": torch.__version__, "cuda": torch.version.cuda, "gpus": []}
    if torch.version.cuda is None:
        return dict(answer, unusable="validate.gpu-kernel.no-cuda")
    if not torch.cuda.is_available():
        torch.cuda.init()  # raises with the reason
        return dict(answer, unusable="validate.gpu-kernel.unseen")
    torch.backends.cuda.matmul.allow_tf32 = False
    generator = torch.Generator().manual_seed(1)
    left = torch.randn(256, 384, generator=generator)
    right = torch.randn(384, 256, generator=generator)
    exact = left.double() @ right.double()
    for index in range(torch.cuda.device_count()):
        device = torch.device("cuda", index)
        product = (left.to(device) @ right.to(device)).cpu()
        torch.cuda.synchronize(device)
        worst = (product.double() - exact).abs().max().item()
        major, minor = torch.cuda.get_device_capability(index)
        answer["gpus"].append(
            {
                "name": torch.cuda.get_device_name(index),
                "capability": "%d.%d" % (major, minor),
                "difference": worst,
                # a length of 384 in single precision: far above rounding, far below a wrong result
                "right": worst < 1e-3,
            }
        )
    return answer
