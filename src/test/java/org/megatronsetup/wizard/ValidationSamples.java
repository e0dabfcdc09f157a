package org.megatronsetup.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.model.Mend;

/** What the real ladder says on machines of several kinds. */
final class ValidationSamples {
  private static final String PACKAGES = "Packages";
  private static final String IMPORTS = "Imports";
  private static final String FEATURES = "Optional features";
  private static final String TRAINING = "GPU and training";
  private static final String LONG_VERSION = "2.11.0a0+eb65b36914.nv26.02.internal";

  private static final List<String> ABSENT =
      List.of(
          "NVIDIA Apex",
          "FlashAttention 3 (Hopper)",
          "FlashAttention 4",
          "FlashMLA",
          "Mamba",
          "causal-conv1d",
          "flash-linear-attention",
          "DeepEP",
          "Emerging optimizers (Muon and others)",
          "TileLang",
          "TensorRT-LLM");

  private ValidationSamples() {}

  private static Check row(
      String id, String group, String title, Status status, String summary, String version) {
    double seconds = status == Status.SKIPPED ? 0 : 0.02 * summary.length();
    return Samples.check(id, group, title, status, summary, version, seconds);
  }

  /** A machine with one GPU and everything that it needs. */
  static List<Check> green() {
    List<Check> rows = new ArrayList<>();
    rows.add(
        new Check(
            "driver",
            PACKAGES,
            "NVIDIA driver and GPU",
            Status.PASSED,
            "NVIDIA H100 80GB HBM3, driver 580.159.04.",
            Optional.of("580.159.04"),
            0.31,
            "NVIDIA H100 80GB HBM3, 580.159.04, 81559 MiB",
            "",
            ""));
    rows.add(
        row(
            "interpreter",
            PACKAGES,
            "Python interpreter",
            Status.PASSED,
            "Python 3.12.3 in the virtual environment " + Samples.VENV + ".",
            "3.12.3"));
    rows.add(
        row(
            "megatron-core",
            PACKAGES,
            "Megatron Core version",
            Status.PASSED,
            "megatron-core 0.19.1, as asked for is installed.",
            "0.19.1"));
    rows.add(
        row(
            "requirements",
            PACKAGES,
            "Broken requirements",
            Status.PASSED,
            "All requirements of 87 packages hold.",
            null));
    rows.add(
        row(
            "import-megatron-core",
            IMPORTS,
            "import megatron.core",
            Status.PASSED,
            "megatron.core 0.19.1 can be imported.",
            "0.19.1"));
    rows.add(
        row(
            "dataset-helpers",
            IMPORTS,
            "Compiled dataset helpers",
            Status.PASSED,
            "megatron.core.datasets.helpers_cpp is compiled and loads.",
            null));
    rows.add(
        row(
            "import-transformer-engine",
            IMPORTS,
            "import transformer_engine.pytorch",
            Status.PASSED,
            "Transformer Engine 2.9.0 can be imported.",
            "2.9.0"));
    rows.add(
        row(
            "feature-einops",
            FEATURES,
            "einops",
            Status.PASSED,
            "Present, version 0.8.1.",
            "0.8.1"));
    rows.add(
        row(
            "feature-triton",
            FEATURES,
            "Triton",
            Status.PASSED,
            "Present, version 3.5.0.",
            "3.5.0"));
    for (String title : ABSENT) {
      rows.add(absent(title));
    }
    rows.add(
        row(
            "gpu-kernel",
            TRAINING,
            "A calculation on the GPU",
            Status.PASSED,
            "The GPU multiplies two matrices correctly (torch 2.11.0, CUDA 13.0).",
            "2.11.0+cu130"));
    rows.add(
        row(
            "training-loop",
            TRAINING,
            "A tiny GPT learns",
            Status.PASSED,
            "The loss fell from 4.83 to 3.12 in 5 steps on NVIDIA H100 80GB HBM3.",
            null));
    rows.add(
        row(
            "several-gpus",
            TRAINING,
            "Several GPUs together",
            Status.SKIPPED,
            "There is one GPU.",
            null));
    return rows;
  }

  private static Check absent(String title) {
    return new Check(
        "feature-" + title.replaceAll("[^A-Za-z]", ""),
        FEATURES,
        title,
        Status.SKIPPED,
        "Not there: its kernels are not used.",
        Optional.empty(),
        0,
        title + ": absent",
        "",
        "",
        title.contains("-") || title.equals("Mamba")
            ? Optional.of(new Mend(Mend.Kind.PACKAGES, List.of(title.toLowerCase(Locale.ROOT))))
            : Optional.empty());
  }

  /** A machine without a GPU. */
  static List<Check> withoutGpu() {
    List<Check> rows = new ArrayList<>(green());
    rows.replaceAll(
        row ->
            switch (row.id()) {
              case "driver" ->
                  skipped(
                      row, "No NVIDIA GPU was found; what needs one is skipped.", Optional.empty());
              case "import-transformer-engine" ->
                  skipped(
                      row,
                      "Transformer Engine is not installed: Megatron Core uses its own layers,"
                          + " without FP8.",
                      Optional.of(
                          new Mend(Mend.Kind.PACKAGES, List.of("transformer-engine[pytorch]"))));
              case "gpu-kernel", "several-gpus" ->
                  skipped(row, "There is no GPU that could be used.", Optional.empty());
              case "training-loop" ->
                  row(
                      row.id(),
                      row.group(),
                      row.title(),
                      Status.PASSED,
                      "The loss fell from 4.83 to 3.12 in 5 steps on the processor.",
                      null);
              default -> row;
            });
    return rows;
  }

  private static Check skipped(Check row, String summary, Optional<Mend> mend) {
    return new Check(
        row.id(),
        row.group(),
        row.title(),
        Status.SKIPPED,
        summary,
        Optional.empty(),
        0,
        "",
        "",
        "",
        mend);
  }

  /** One import that fails deep inside, and what rests on it. */
  static List<Check> red() {
    String trace =
        IntStream.range(0, 99)
            .mapToObj(
                i ->
                    "  File \""
                        + Samples.VENV
                        + "/lib/python3.12/site-packages/megatron/core/part_%02d.py\", line %d, in"
                            .formatted(i, 10 + 3 * i)
                        + " <module>\n    from megatron.core.part_%02d import Everything"
                            .formatted(i + 1))
            .collect(Collectors.joining("\n"));
    List<Check> rows = new ArrayList<>(green());
    rows.replaceAll(
        row ->
            row.id().equals("import-megatron-core")
                ? new Check(
                    row.id(),
                    row.group(),
                    row.title(),
                    Status.FAILED,
                    "ModuleNotFoundError: No module named 'triton'",
                    Optional.of("0.19.1"),
                    12.4,
                    "Traceback (most recent call last):\n"
                        + trace
                        + "\nModuleNotFoundError: No module named 'triton'",
                    "This release imports triton without asking for it, and PyTorch for the"
                        + " processor does not bring it.",
                    "pip install triton",
                    Optional.of(new Mend(Mend.Kind.PACKAGES, List.of("triton"))))
                : row);
    return rows;
  }

  /** Two warnings, one of them with a long remedy. */
  static List<Check> amber() {
    List<Check> rows = new ArrayList<>(green());
    rows.replaceAll(
        row ->
            switch (row.id()) {
              case "requirements" ->
                  warning(
                      row,
                      "One requirement of other packages is not met; first: numpy 2.1.0 is"
                          + " installed, but <2 is asked for (needed by other 1).",
                      "These packages do not fit together. megatron-core’s own requirements hold.",
                      "A new environment keeps them apart; leave it if nothing you use is named.");
              case "feature-triton" ->
                  warning(
                      row,
                      "ImportError: libcudart.so.12: cannot open shared object file: No such file"
                          + " or directory",
                      "It is installed, but cannot be imported.",
                      "Install triton again for this torch and Python, or remove it: it is"
                          + " optional.");
              default -> row;
            });
    return rows;
  }

  private static Check warning(Check row, String summary, String cause, String remedy) {
    return new Check(
        row.id(),
        row.group(),
        row.title(),
        Status.WARNING,
        summary,
        row.version(),
        1.2,
        summary,
        cause,
        remedy);
  }

  /** An image whose versions are long. */
  static List<Check> longVersions() {
    List<Check> rows = new ArrayList<>(green());
    rows.replaceAll(
        row ->
            row.version().isEmpty()
                ? row
                : row(
                    row.id(), row.group(), row.title(), row.status(), row.summary(), LONG_VERSION));
    return rows;
  }

  /** An interpreter that is not there any more. */
  static List<Check> cannotBegin() {
    return List.of(
        new Check(
            "interpreter",
            PACKAGES,
            "Python interpreter",
            Status.FAILED,
            "The checks could not be started with "
                + Samples.VENV
                + "/bin/python (exit status 127): not found",
            Optional.empty(),
            0,
            "validate.sh: 10: exec: " + Samples.VENV + "/bin/python: not found",
            "There is no such interpreter, or it is too old or broken.",
            "Try it in a terminal: " + Samples.VENV + "/bin/python --version"));
  }
}
