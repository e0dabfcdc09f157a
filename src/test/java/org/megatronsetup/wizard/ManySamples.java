package org.megatronsetup.wizard;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.Step;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.model.Version;

/** A machine, an index and a plan with more in them, and longer words, than anybody has seen. */
final class ManySamples {
  private static final String PATH =
      "/srv/shared/research/large-language-models/ada.lovelace/environments of this year/a folder"
          + " with spaces in its name/megatron-core-0.19.1-python-3.12-cuda-13.0/bin/python3.12";
  private static final String SENTENCE =
      "It was looked for in all the places where it usually is, and in some more that are known"
          + " from other systems, and what was found there is older than what the release asks"
          + " for, so that it is left where it is. ";

  private static final List<Check.Status> STATES = List.of(Check.Status.values());

  private ManySamples() {}

  static FakeSetup setup() {
    FakeSetup setup = new FakeSetup();
    setup.verdicts = verdicts();
    setup.versions = versions();
    setup.metadata = commit -> metadata();
    setup.plan = root -> plan();
    setup.checks = checks();
    return setup;
  }

  private static List<Verdict> verdicts() {
    List<Verdict> all = new ArrayList<>(Samples.verdicts());
    for (int i = 1; i <= 16; i++) {
      all.add(
          new Verdict(
              "gpu-" + i,
              "GPU " + i + " of the eight-way machine in the second rack",
              "NVIDIA H100 80GB HBM3 with a name of its own, 86 GB, driver 580.159.04; " + PATH,
              i % 3 == 0 ? Verdict.Level.ATTENTION : Verdict.Level.READY,
              i % 3 == 0 ? SENTENCE : ""));
    }
    return all;
  }

  private static List<Version> versions() {
    List<Version> all = new ArrayList<>();
    Instant day = Instant.parse("2026-11-17T09:00:00Z");
    for (int i = 80; i > 0; i--) {
      day = day.minus(9, ChronoUnit.DAYS);
      all.add(
          new Version(
              "0." + i + ".0.post20261117",
              false,
              Optional.of(">=3.10,!=3.11.0,!=3.11.1,<3.14"),
              Optional.of(day),
              i % 7 == 0 ? Optional.of("withdrawn, since " + SENTENCE) : Optional.empty()));
    }
    return all;
  }

  private static ReleaseMetadata metadata() {
    Map<String, List<String>> extras = new LinkedHashMap<>();
    for (int i = 1; i <= 30; i++) {
      List<String> requirements = new ArrayList<>();
      for (int k = 0; k < i; k++) {
        requirements.add(
            "a-package-with-a-long-name-"
                + k
                + "[with,extras]>=2.9.0a0,<2.12.0; sys_platform =="
                + " \"linux\" and python_version >= \"3.12\"");
      }
      extras.put("an-extra-with-a-long-name-" + i, requirements);
    }
    return new ReleaseMetadata(
        Optional.of("0.80.0.post20261117"),
        Optional.empty(),
        Optional.of(">=3.10,!=3.11.0,!=3.11.1,<3.14"),
        List.of("torch>=2.6.0"),
        extras,
        "https://packages.a-long-name.example/simple/megatron-core/");
  }

  private static Plan plan() {
    List<Step> steps = new ArrayList<>();
    for (int i = 1; i <= 24; i++) {
      steps.add(
          new Step(
              "step-" + i,
              "Step "
                  + i
                  + ": install what the extra number "
                  + i
                  + " needs, and all that it needs in turn",
              SENTENCE,
              List.of(
                  new Command.Exec(
                      List.of(PATH, "-m", "pip", "install", "--no-build-isolation", PATH, PATH))),
              i % 4 == 0,
              List.of(),
              new Step.Estimate(5400, 12_700_000_000L, SENTENCE)));
    }
    return new Plan(
        steps, PATH, PATH.substring(0, PATH.length() - 15), "0.80.0", List.of(SENTENCE, SENTENCE));
  }

  private static List<Check> checks() {
    List<Check> all = new ArrayList<>();
    for (int i = 1; i <= 40; i++) {
      Check.Status status = STATES.get(i % STATES.size());
      all.add(
          new Check(
              "check-" + i,
              "Group " + i / 10,
              "a_package_with_a_long_name.and_a_module_below_it_" + i,
              status,
              SENTENCE,
              Optional.of("2.11.0a0+deadbeef.nv26.06"),
              i * 37.5,
              i % 5 == 0 ? ("Traceback: " + PATH + "\n").repeat(30) : "",
              SENTENCE,
              "sudo apt-get install -y " + "libcudnn9-cuda-12 ".repeat(12).strip()));
    }
    return all;
  }
}
