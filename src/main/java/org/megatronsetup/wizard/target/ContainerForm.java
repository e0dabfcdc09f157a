package org.megatronsetup.wizard.target;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.Target;
import org.megatronsetup.plan.TargetRules;
import org.megatronsetup.wizard.flow.ContainerDraft;
import org.megatronsetup.wizard.flow.ContainerDraft.Gpus;
import org.megatronsetup.wizard.flow.MountDraft;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.kit.Texts;

/** Says what is wrong with what was typed about a container, before any engine is asked. */
final class ContainerForm {
  /** A field of the form. */
  enum Field {
    IMAGE("target.image"),
    NAME("target.name"),
    GPUS("target.gpus"),
    MOUNTS("target.mounts"),
    KEPT_IMAGE("target.commitTo");

    private final String path;

    Field(String path) {
      this.path = path;
    }
  }

  private final ContainerDraft draft;
  private final TargetDraft target;
  private final SshForm ssh;
  private final boolean possibleHere;
  private final Texts texts;

  /**
   * @param possibleHere whether this computer can have an engine that is asked from here
   */
  ContainerForm(TargetDraft target, SshForm ssh, boolean possibleHere, Texts texts) {
    this.draft = target.container();
    this.target = target;
    this.ssh = ssh;
    this.possibleHere = possibleHere;
    this.texts = texts;
  }

  /** A sentence a field; what is still to be typed is no mistake. */
  Map<Field, String> faults() {
    Map<Field, String> faults = new EnumMap<>(Field.class);
    // the machine has a form of its own
    for (Problem problem : TargetRules.check(draft.on(new Target.Local()))) {
      for (Field field : Field.values()) {
        if (problem.field().startsWith(field.path)) {
          faults.putIfAbsent(
              field, texts.get("problem.inline", problem.sentence(), problem.nextStep()));
        }
      }
    }
    missing().keySet().forEach(faults::remove);
    return faults;
  }

  /** What is still to be typed. */
  private Map<Field, String> missing() {
    Map<Field, String> missing = new LinkedHashMap<>();
    if (draft.nameProperty().get().isBlank()) {
      missing.put(Field.NAME, texts.get("target.container.hint.name"));
    }
    if (draft.gpusProperty().get() == Gpus.SOME && draft.gpuNumbersProperty().get().isBlank()) {
      missing.put(Field.GPUS, texts.get("target.container.hint.gpus"));
    }
    if (draft.mounts().stream().anyMatch(ContainerForm::begun)) {
      missing.put(Field.MOUNTS, texts.get("target.container.hint.mounts"));
    }
    if (draft.keepsProperty().get() && draft.keptImageProperty().get().isBlank()) {
      missing.put(Field.KEPT_IMAGE, texts.get("target.container.hint.kept"));
    }
    return missing;
  }

  private static boolean begun(MountDraft mount) {
    return !mount.blank()
        && (mount.sourceProperty().get().isBlank() || mount.targetProperty().get().isBlank());
  }

  /** Why one cannot look yet; empty: one can. */
  String obstacle() {
    if (target.overSsh()) {
      String way = ssh.obstacle();
      if (!way.isEmpty()) {
        return way;
      }
    } else if (!possibleHere) {
      return texts.get("target.hint.not-here");
    }
    return missing().values().stream()
        .findFirst()
        .or(() -> faults().values().stream().findFirst())
        .orElse("");
  }
}
