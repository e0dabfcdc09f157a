package org.megatronsetup.wizard.gallery;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog;
import org.megatronsetup.wizard.FakeSetup;
import org.megatronsetup.wizard.kit.Engine;
import org.megatronsetup.wizard.kit.Formats;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.SameThread;
import org.megatronsetup.wizard.kit.Texts;

/** Everything that the gallery shows. On the thread of the screen. */
final class Exhibits {
  private Exhibits() {}

  static Kit kit() {
    Texts texts = new Texts();
    return new Kit(
        new Engine((target, dialog) -> new FakeSetup(), new Nobody()),
        new SameThread(),
        texts,
        new Formats(texts, ZoneOffset.UTC),
        InstantSource.fixed(FakeSetup.BEGAN));
  }

  static List<Exhibit> all() {
    return Stream.concat(ControlExhibits.all().stream(), new KitExhibits(kit()).all().stream())
        .toList();
  }

  /** Is never asked: nothing here calls a machine. */
  private static final class Nobody implements SshDialog {
    @Override
    public void passed(Hop hop, Stage stage) {}

    @Override
    public void warn(String sentence) {}

    @Override
    public boolean accept(Hop hop, String type, String fingerprint) {
      return false;
    }

    @Override
    public Optional<char[]> password(Hop hop) {
      return Optional.empty();
    }

    @Override
    public Optional<char[]> passphrase(Hop hop, java.nio.file.Path key) {
      return Optional.empty();
    }

    @Override
    public Optional<List<char[]>> answers(
        Hop hop, String title, String instruction, List<Prompt> prompts) {
      return Optional.empty();
    }
  }
}
