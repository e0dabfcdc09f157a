package org.megatronsetup.wizard.validation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.validate.ValidationRequest;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** Runs the checks and shows each as it finishes. */
public final class ValidationModel implements PageModel {
  private final Kit kit;
  private final Texts texts;
  private final Findings findings;
  private final Fetch<List<Check>> fetch;
  private final Fetch<Path> saving;
  private final ReadOnlyObjectWrapper<Optional<Summary>> summary =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Way way = new Way();
  private Optional<String> validatedRun = Optional.empty();
  private int round;

  public ValidationModel(Kit kit, Findings findings) {
    this.kit = kit;
    this.texts = kit.texts();
    this.findings = findings;
    this.fetch = new Fetch<>(kit.background());
    this.saving = new Fetch<>(kit.background());
    way.next(texts.get("button.next"));
    fetch
        .stateProperty()
        .addListener(
            (o, before, now) -> {
              way.ready(now == Fetch.State.READY);
              way.hint(now == Fetch.State.LOADING ? texts.get("validate.hint.running") : "");
            });
  }

  @Override
  public void enter() {
    saving.reset();
    Optional<String> run = findings.runProperty().get().map(RunDetails::id);
    if (!run.equals(validatedRun) || !fetch.is(Fetch.State.READY)) {
      validatedRun = run;
      run();
    }
  }

  @Override
  public void leave() {
    stop();
  }

  /** Runs all checks. */
  void run() {
    RunDetails run = findings.runProperty().get().orElseThrow();
    ValidationRequest request = run.validation(List.of());
    int current = ++round;
    fetch.reset();
    findings.checks().clear();
    summary.set(Optional.empty());
    fetch.start(
        () -> {
          List<Check> checks =
              kit.engine()
                  .get()
                  .validate(request, check -> kit.background().post(() -> show(current, check)));
          // The receipt is part of what a run leaves behind, whether or not it is saved elsewhere.
          kit.engine().get().receipt(run.id(), checks);
          return checks;
        },
        checks -> {
          // Normally all rows are there already, and one of them may be open.
          if (!findings.checks().equals(checks)) {
            findings.checks().setAll(checks);
          }
          summary.set(Optional.of(Summary.of(checks, texts)));
        });
  }

  private void show(int of, Check check) {
    if (of == round && fetch.is(Fetch.State.LOADING)) {
      findings.checks().add(check);
    }
  }

  /** Stops the checks; those that finished stay. */
  void stop() {
    fetch.cancel();
  }

  void saveReceipt(Path file) {
    RunDetails run = findings.runProperty().get().orElseThrow();
    List<Check> checks = List.copyOf(findings.checks());
    saving.start(() -> write(kit.engine().get().receipt(run.id(), checks), file), saved -> {});
  }

  private Path write(Receipt receipt, Path file) {
    try {
      String json =
          Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(receipt) + "\n";
      return Files.writeString(file, json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw kit.problem("save", e, file.toString());
    }
  }

  Fetch<List<Check>> fetch() {
    return fetch;
  }

  Fetch<Path> saving() {
    return saving;
  }

  ObservableList<Check> checks() {
    return findings.checks();
  }

  ReadOnlyObjectProperty<Optional<Summary>> summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  @Override
  public Way way() {
    return way;
  }
}
