package org.megatronsetup.wizard.validation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.export.Report;
import org.megatronsetup.export.ReportFormat;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;

/** Keeps the receipt where the run is, and saves it where the person wants it. */
final class ReceiptModel {
  private final Kit kit;
  private final Fetch<Receipt> keeping;
  private final Fetch<Path> saving;

  ReceiptModel(Kit kit) {
    this.kit = kit;
    this.keeping = new Fetch<>(kit.background());
    this.saving = new Fetch<>(kit.background());
  }

  /** The receipt is part of what a run leaves behind, whether or not it is saved elsewhere. */
  void keep(RunDetails run, List<Check> checks) {
    saving.reset();
    keeping.start(() -> kit.engine().get().receipt(run.id(), checks), kept -> {});
  }

  /** Another validation begins. */
  void forget() {
    keeping.reset();
    saving.reset();
  }

  void save(RunDetails run, List<Check> checks, ReportFormat format, Path file) {
    Optional<Receipt> kept = keeping.value().filter(one -> one.checks().equals(checks));
    saving.start(
        () -> {
          Receipt receipt =
              kept.isPresent() ? kept.get() : kit.engine().get().receipt(run.id(), checks);
          Report report = Report.of(kit.engine().get().targetName(), receipt);
          return write(format.render(report), file);
        },
        saved -> {});
  }

  private Path write(String text, Path file) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw kit.problem("save", e, file.toString());
    }
  }

  Fetch<Receipt> keeping() {
    return keeping;
  }

  Fetch<Path> saving() {
    return saving;
  }
}
