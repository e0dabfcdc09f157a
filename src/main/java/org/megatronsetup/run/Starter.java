package org.megatronsetup.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.megatronsetup.model.Command;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Plan;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Step;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.shell.ShellText;
import org.megatronsetup.words.Words;

/** Writes run directories and starts their runners, in one round trip. */
final class Starter {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Shell shell;
  private final String stateDir;
  private final SecureRandom random = new SecureRandom();

  Starter(Shell shell, String stateDir) {
    this.shell = shell;
    this.stateDir = stateDir;
  }

  String start(RunRequest request) throws ContactException, InterruptedException {
    Instant now = Instant.now();
    String id = TIME.format(now) + "-" + randomHex(3);
    Archive archive = new Archive();
    archive.add("runner.sh", Scripts.bytes("run/runner.sh"));
    archive.add("plan.json", json(request.plan()));
    archive.add("answers.json", json(request.answers()));
    archive.add("metadata.json", json(request.metadata()));
    archive.add(
        "summary.json",
        json(
            Map.of(
                "started",
                now.toEpochMilli(),
                "environmentRoot",
                request.plan().environmentRoot(),
                "title",
                request.title().orElseGet(() -> title(request.metadata())))));
    addSteps(archive, request.plan().steps());
    request.tools().forEach((name, content) -> archive.add("tools/" + name, content));
    archive.addAll(SecretFiles.of(request.credentials()));
    launch("start", id, request.plan(), archive, request.rootPassword());
    return id;
  }

  void resume(String id, Plan plan, Credentials credentials, char[] rootPassword)
      throws ContactException, InterruptedException {
    Archive archive = new Archive();
    archive.addAll(SecretFiles.of(credentials));
    launch("resume", id, plan, archive, rootPassword);
  }

  private static void addSteps(Archive archive, List<Step> steps) {
    int number = 0;
    for (Step step : steps) {
      number++;
      String folder = String.format("steps/%02d-%s/", number, step.id());
      archive.add(folder + "commands.sh", ShellText.render(step.commands()));
      List<Command> doneWhen = step.doneWhen();
      if (!doneWhen.isEmpty()) {
        archive.add(folder + "done.sh", ShellText.render(doneWhen));
      }
      if (step.needsRoot()) {
        archive.add(folder + "root", "");
      }
      if (step.startsAfresh()) {
        archive.add(folder + "fresh", "");
      }
    }
  }

  private void launch(String what, String id, Plan plan, Archive archive, char[] rootPassword)
      throws ContactException, InterruptedException {
    boolean asks = plan.needsRoot() && rootPassword.length > 0;
    String root = asks ? "password" : plan.needsRoot() ? "sudo" : "user";
    // sudo's prompt, random so that it is told from everything else that may be said
    String marker = "megatron-setup-" + randomHex(8);
    byte[] input = archive.bytes(asks ? rootPassword : new char[0]);
    Script script =
        Scripts.load(
            "run/start.sh",
            List.of(what, stateDir, id, plan.environmentRoot(), root, marker),
            input);
    try {
      Shell.Finished finished = shell.run(script, LIMIT);
      if (finished.exitStatus() != 0) {
        throw refused(id, finished, marker);
      }
    } finally {
      Arrays.fill(input, (byte) 0);
      Arrays.fill(script.input(), (byte) 0);
    }
  }

  private SetupException refused(String id, Shell.Finished finished, String marker) {
    // sudo-rs puts the prompt that it is given into one of its own
    String prompt = "\\[sudo: " + marker + "] [^:\\n]*:|" + marker;
    String said = text(finished.errors()).replaceAll(prompt, "").strip();
    String lastLine = said.substring(said.lastIndexOf('\n') + 1);
    return switch (finished.exitStatus()) {
      case 3 -> RunProblems.unknownRun(id);
      case 11 -> RunProblems.environmentBusy(text(finished.output()).replace("busy", "").strip());
      case 12 -> RunProblems.running(id);
      case 14 -> RootRefusal.of(said);
      case 15 -> RootRefusal.noSudo();
      default -> RunProblems.notWritable(stateDir, lastLine);
    };
  }

  private static String title(ReleaseMetadata metadata) {
    return metadata
        .commit()
        .map(
            commit ->
                Words.of("run.title.commit", commit.substring(0, Math.min(12, commit.length()))))
        .or(() -> metadata.version().map(version -> "megatron-core " + version))
        .orElse("megatron-core");
  }

  private String randomHex(int bytes) {
    byte[] some = new byte[bytes];
    random.nextBytes(some);
    return HexFormat.of().formatHex(some);
  }

  private static String json(Object value) {
    try {
      return Json.mapper().writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cannot be written as JSON", e);
    }
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
