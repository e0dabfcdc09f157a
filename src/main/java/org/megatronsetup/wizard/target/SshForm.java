package org.megatronsetup.wizard.target;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.address.SshAddress;
import org.megatronsetup.model.Target;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.kit.Texts;

/** Says what is wrong with what was typed about a machine, before anything is sent. */
final class SshForm {
  /** A field of the form. */
  enum Field {
    HOST,
    USER,
    PORT,
    IDENTITY,
    JUMPS
  }

  private final TargetDraft draft;
  private final Texts texts;

  SshForm(TargetDraft draft, Texts texts) {
    this.draft = draft;
    this.texts = texts;
  }

  /** A sentence a field; what is still to be typed is no mistake. */
  Map<Field, String> faults() {
    Map<Field, String> faults = new EnumMap<>(Field.class);
    if (draft.hostProperty().get().isBlank()) {
      return faults;
    }
    Target.Ssh ssh = ssh(faults);
    put(faults, Field.HOST, SshAddress.faultOfHost(ssh.host()));
    put(faults, Field.USER, ssh.user().flatMap(SshAddress::faultOfUser));
    put(faults, Field.PORT, ssh.port().flatMap(SshAddress::faultOfPort));
    ssh.identity()
        .filter(path -> !isAbsolute(path))
        .ifPresent(path -> faults.put(Field.IDENTITY, texts.get("target.ssh.key.absolute")));
    put(faults, Field.JUMPS, faultOfJumps(ssh.jumps()));
    return faults;
  }

  private Target.Ssh ssh(Map<Field, String> faults) {
    try {
      return draft.ssh(draft.address());
    } catch (IllegalArgumentException e) {
      faults.put(Field.HOST, sentence(e.getMessage()));
      // the other fields are judged all the same
      return draft.ssh(new SshAddress(Optional.empty(), "host", Optional.empty()));
    }
  }

  private static void put(Map<Field, String> faults, Field field, Optional<String> fault) {
    fault.map(SshForm::sentence).ifPresent(text -> faults.put(field, text));
  }

  private static String sentence(String fault) {
    return fault + ".";
  }

  private static boolean isAbsolute(String path) {
    try {
      return Path.of(path).isAbsolute();
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static Optional<String> faultOfJumps(List<String> jumps) {
    return jumps.stream().flatMap(SshForm::faultOfJump).findFirst();
  }

  private static Stream<String> faultOfJump(String jump) {
    try {
      SshAddress.parse(jump);
      return Stream.empty();
    } catch (IllegalArgumentException e) {
      return Stream.of(e.getMessage());
    }
  }

  /** Why one cannot call the machine yet; empty: one can. */
  String obstacle() {
    if (draft.hostProperty().get().isBlank()) {
      return texts.get("target.hint.host");
    }
    return faults().values().stream().findFirst().orElse("");
  }
}
