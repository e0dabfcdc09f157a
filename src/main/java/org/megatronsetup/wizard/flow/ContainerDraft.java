package org.megatronsetup.wizard.flow;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.model.ContainerEngine;
import org.megatronsetup.model.Target;

/** Which container, as chosen and typed. */
public final class ContainerDraft {
  /** Which GPUs it gets. */
  public enum Gpus {
    ALL,
    NONE,
    SOME
  }

  private final BooleanProperty remote = new SimpleBooleanProperty();
  private final ObjectProperty<ContainerEngine> engine =
      new SimpleObjectProperty<>(ContainerEngine.DOCKER);
  private final StringProperty image = new SimpleStringProperty("");
  private final StringProperty name = new SimpleStringProperty(Target.Container.DEFAULT_NAME);
  private final ObjectProperty<Gpus> gpus = new SimpleObjectProperty<>(Gpus.ALL);
  private final StringProperty gpuNumbers = new SimpleStringProperty("");
  private final ObservableList<MountDraft> mounts =
      FXCollections.observableArrayList(MountDraft::all);
  private final BooleanProperty hostNetwork = new SimpleBooleanProperty();
  private final BooleanProperty keeps = new SimpleBooleanProperty();
  private final StringProperty keptImage = new SimpleStringProperty("");
  private final BooleanProperty removes = new SimpleBooleanProperty();
  private final StringProperty foundImage = new SimpleStringProperty("");

  /** Whether its engine is on a machine behind SSH, instead of on this computer. */
  public BooleanProperty remoteProperty() {
    return remote;
  }

  public ObjectProperty<ContainerEngine> engineProperty() {
    return engine;
  }

  /** Empty: the container of that name is there and is used. */
  public StringProperty imageProperty() {
    return image;
  }

  public StringProperty nameProperty() {
    return name;
  }

  public ObjectProperty<Gpus> gpusProperty() {
    return gpus;
  }

  /** Such as {@code 0, 2}. */
  public StringProperty gpuNumbersProperty() {
    return gpuNumbers;
  }

  public ObservableList<MountDraft> mounts() {
    return mounts;
  }

  public BooleanProperty hostNetworkProperty() {
    return hostNetwork;
  }

  /** Whether the result is kept as an image. */
  public BooleanProperty keepsProperty() {
    return keeps;
  }

  public StringProperty keptImageProperty() {
    return keptImage;
  }

  public BooleanProperty removesProperty() {
    return removes;
  }

  /** Image of the container that was found there; empty: none was. */
  public StringProperty foundImageProperty() {
    return foundImage;
  }

  /** Everything that makes it another target. */
  Stream<Observable> all() {
    return Stream.of(
        remote,
        engine,
        image,
        name,
        gpus,
        gpuNumbers,
        mounts,
        hostNetwork,
        keeps,
        keptImage,
        removes);
  }

  /** What was chosen and typed, on some machine; its parts are not checked. */
  public Target.Container on(Target machine) {
    return new Target.Container(
        machine,
        engine.get(),
        name.get().strip(),
        Words.optional(image.get()),
        gpuWords(),
        mounts.stream().filter(mount -> !mount.blank()).map(MountDraft::mount).toList(),
        hostNetwork.get(),
        keeps.get() ? Words.optional(keptImage.get()) : Optional.empty(),
        removes.get());
  }

  private String gpuWords() {
    return switch (gpus.get()) {
      case ALL -> Target.Container.ALL_GPUS;
      case NONE -> Target.Container.NO_GPUS;
      case SOME -> gpuNumbers.get().strip().replaceAll("[,\\s]+", ",");
    };
  }
}
