package org.megatronsetup.wizard.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Mount;
import org.megatronsetup.model.Target;
import org.megatronsetup.wizard.flow.ContainerDraft;
import org.megatronsetup.wizard.flow.ContainerDraft.Gpus;
import org.megatronsetup.wizard.flow.MountDraft;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.kit.Texts;
import org.megatronsetup.wizard.target.ContainerForm.Field;

/** What is typed about a container, without a screen. */
final class ContainerFormTest {
  private final Texts texts = new Texts();
  private final TargetDraft target = new TargetDraft();
  private final ContainerDraft draft = target.container();
  private final ContainerForm form =
      new ContainerForm(target, new SshForm(target, texts), true, texts);

  ContainerFormTest() {
    target.kindProperty().set(TargetDraft.Kind.CONTAINER);
  }

  private Target.Container typed() {
    return (Target.Container) target.typed();
  }

  private MountDraft mount(String source, String inside) {
    MountDraft mount = new MountDraft();
    mount.sourceProperty().set(source);
    mount.targetProperty().set(inside);
    draft.mounts().add(mount);
    return mount;
  }

  @Test
  void nothingTypedIsTheContainerOfTheUsualName() {
    assertThat(form.obstacle()).isEmpty();
    assertThat(typed())
        .isEqualTo(
            new Target.Container(
                new Target.Local(),
                ContainerEngine.DOCKER,
                "megatron-core",
                Optional.empty(),
                "all",
                List.of(),
                false,
                Optional.empty(),
                false));
  }

  @Test
  void everythingThatCanBeSaid() {
    target.hostProperty().set("ada@node7");
    draft.remoteProperty().set(true);
    draft.engineProperty().set(ContainerEngine.PODMAN);
    draft.imageProperty().set(" ubuntu:24.04 ");
    draft.nameProperty().set("mcore ");
    draft.gpusProperty().set(Gpus.SOME);
    draft.gpuNumbersProperty().set("0, 2");
    mount("/srv/data", "/data").readOnlyProperty().set(true);
    mount("", "");
    draft.hostNetworkProperty().set(true);
    draft.keepsProperty().set(true);
    draft.keptImageProperty().set("lab/mcore:1");
    draft.removesProperty().set(true);
    assertThat(form.obstacle()).isEmpty();
    assertThat(typed())
        .isEqualTo(
            new Target.Container(
                new Target.Ssh(
                    "node7", Optional.of("ada"), Optional.empty(), Optional.empty(), List.of()),
                ContainerEngine.PODMAN,
                "mcore",
                Optional.of("ubuntu:24.04"),
                "0,2",
                List.of(new Mount("/srv/data", "/data", true)),
                true,
                Optional.of("lab/mcore:1"),
                true));
  }

  @Test
  void anImageNameThatIsNotToBeKeptIsNoWish() {
    draft.keptImageProperty().set("lab/mcore:1");
    assertThat(typed().commitTo()).isEmpty();
    assertThat(form.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "UBUNTU:24.04, megatron-core, all, IMAGE",
    "'-v /:/host', megatron-core, all, IMAGE",
    "ubuntu:24.04, a name, all, NAME",
    "ubuntu:24.04, -x, all, NAME",
    "ubuntu:24.04, x, 'first', GPUS",
    "ubuntu:24.04, x, '0 0', GPUS",
  })
  void whatCannotBeIsSaidBesideItsField(String image, String name, String numbers, Field field) {
    draft.imageProperty().set(image);
    draft.nameProperty().set(name);
    if (!numbers.equals("all")) {
      draft.gpusProperty().set(Gpus.SOME);
      draft.gpuNumbersProperty().set(numbers);
    }
    assertThat(form.faults()).containsOnlyKeys(field);
    assertThat(form.obstacle()).isEqualTo(form.faults().get(field)).endsWith(".");
  }

  @Test
  void foldersAreAbsoluteAndHaveBothPaths() {
    mount("data", "/data");
    assertThat(form.faults()).containsOnlyKeys(Field.MOUNTS);
    draft.mounts().clear();
    mount("/srv/data", "");
    assertThat(form.faults()).isEmpty();
    assertThat(form.obstacle()).isEqualTo("A folder needs both its paths.");
  }

  @Test
  void whatIsStillToBeTypedIsNoMistake() {
    draft.nameProperty().set(" ");
    assertThat(form.faults()).isEmpty();
    assertThat(form.obstacle()).isEqualTo("Say what the container is called.");
    draft.nameProperty().set("x");
    draft.gpusProperty().set(Gpus.SOME);
    assertThat(form.faults()).isEmpty();
    assertThat(form.obstacle()).isEqualTo("Enter the numbers of the GPUs.");
    draft.gpusProperty().set(Gpus.NONE);
    draft.keepsProperty().set(true);
    assertThat(form.obstacle()).startsWith("Name the image that the result");
  }

  @Test
  void aMachineBehindSshIsAskedForWhereTheEngineIsThere() {
    draft.remoteProperty().set(true);
    assertThat(form.obstacle()).isEqualTo("Say which machine.");
    target.hostProperty().set("ada:secret@node7");
    assertThat(form.obstacle()).doesNotContain("secret").endsWith(".");
  }

  @Test
  void aComputerThatIsNoTargetHasNoEngineEither() {
    ContainerForm elsewhere = new ContainerForm(target, new SshForm(target, texts), false, texts);
    assertThat(elsewhere.obstacle()).isEqualTo("This computer cannot be the target.");
  }
}
