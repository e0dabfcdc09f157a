package org.megatronsetup.wizard.flow;

import java.util.Optional;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.Environment;
import org.megatronsetup.model.Installer;
import org.megatronsetup.model.Mirrors;
import org.megatronsetup.model.SystemSteps;

/** What was chosen and typed about the environment and what goes into it. */
public final class EnvironmentDraft {
  private final BooleanProperty existing = new SimpleBooleanProperty();
  private final StringProperty venvPath = new SimpleStringProperty("");
  private final StringProperty python = new SimpleStringProperty("");
  private final StringProperty existingPython = new SimpleStringProperty("");
  private final ObservableList<String> extras = FXCollections.observableArrayList();
  private final ObservableList<String> requirements = FXCollections.observableArrayList();
  private final ObjectProperty<Installer> installer = new SimpleObjectProperty<>(Installer.PIP);
  private final StringProperty maxJobs = new SimpleStringProperty("");
  private final BooleanProperty systemPython = new SimpleBooleanProperty();
  private final BooleanProperty systemCuda = new SimpleBooleanProperty();
  private final StringProperty ubuntuMirror = new SimpleStringProperty("");
  private final StringProperty cudaMirror = new SimpleStringProperty("");
  private final StringProperty cudaKeyringSha256 = new SimpleStringProperty("");
  private final StringProperty deadsnakesMirror = new SimpleStringProperty("");

  /** Whether an environment that is there is used, instead of a new one. */
  public BooleanProperty existingProperty() {
    return existing;
  }

  public StringProperty venvPathProperty() {
    return venvPath;
  }

  /** Path of the interpreter that makes the new environment; empty: chosen by the plan. */
  public StringProperty pythonProperty() {
    return python;
  }

  /** Path of the interpreter of the existing environment. */
  public StringProperty existingPythonProperty() {
    return existingPython;
  }

  public ObservableList<String> extras() {
    return extras;
  }

  public ObservableList<String> requirements() {
    return requirements;
  }

  public ObjectProperty<Installer> installerProperty() {
    return installer;
  }

  /** A number as typed; empty: derived. */
  public StringProperty maxJobsProperty() {
    return maxJobs;
  }

  public BooleanProperty systemPythonProperty() {
    return systemPython;
  }

  public BooleanProperty systemCudaProperty() {
    return systemCuda;
  }

  /** Base address of a mirror of Ubuntu's archive; empty: the archive itself, as for the others. */
  public StringProperty ubuntuMirrorProperty() {
    return ubuntuMirror;
  }

  public StringProperty cudaMirrorProperty() {
    return cudaMirror;
  }

  /** Checksum of the keyring at the mirror of CUDA; empty: NVIDIA's keyring. */
  public StringProperty cudaKeyringSha256Property() {
    return cudaKeyringSha256;
  }

  public StringProperty deadsnakesMirrorProperty() {
    return deadsnakesMirror;
  }

  /** Everything that changes the plan. */
  public Observable[] all() {
    return new Observable[] {
      existing,
      venvPath,
      python,
      existingPython,
      extras,
      requirements,
      installer,
      maxJobs,
      systemPython,
      systemCuda,
      ubuntuMirror,
      cudaMirror,
      cudaKeyringSha256,
      deadsnakesMirror
    };
  }

  Environment environment() {
    return existing.get()
        ? new Environment.Existing(existingPython.get().strip())
        : new Environment.NewVenv(venvPath.get().strip(), Words.optional(python.get()));
  }

  SystemSteps systemSteps() {
    return new SystemSteps(
        systemPython.get(),
        systemCuda.get(),
        new Mirrors(
            Words.optional(ubuntuMirror.get()),
            Words.optional(cudaMirror.get()),
            Words.optional(deadsnakesMirror.get()),
            Words.optional(cudaKeyringSha256.get())));
  }

  void take(SystemSteps steps) {
    systemPython.set(steps.python());
    systemCuda.set(steps.cuda());
    ubuntuMirror.set(steps.mirrors().ubuntu().orElse(""));
    cudaMirror.set(steps.mirrors().cuda().orElse(""));
    cudaKeyringSha256.set(steps.mirrors().cudaKeyringSha256().orElse(""));
    deadsnakesMirror.set(steps.mirrors().deadsnakes().orElse(""));
  }

  /** Empty also when what was typed is no number; the page says so before it comes to a plan. */
  Optional<Integer> jobs() {
    return Words.optional(maxJobs.get())
        .filter(text -> text.matches("[1-9][0-9]{0,3}"))
        .map(Integer::valueOf);
  }

  void take(Environment environment) {
    switch (environment) {
      case Environment.NewVenv(String path, Optional<String> maker) -> {
        existing.set(false);
        venvPath.set(path);
        python.set(maker.orElse(""));
      }
      case Environment.Existing(String interpreter) -> {
        existing.set(true);
        existingPython.set(interpreter);
      }
    }
  }
}
