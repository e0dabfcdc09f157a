package org.megatronsetup.wizard.target;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.Setup;
import org.megatronsetup.model.ImageOffer;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.Target;
import org.megatronsetup.wizard.flow.ContainerDraft;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** Images that a container may be made of, and what each is good for. */
final class ImageOffers {
  private final Kit kit;
  private final ContainerDraft draft;
  private final Supplier<Optional<Release>> release;
  private final Fetch<List<ImageOffer>> asking;
  private final ObservableList<String> images = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private boolean proposed;

  /**
   * @param release that an image is to fit; asked on the thread of the screen
   */
  ImageOffers(Kit kit, ContainerDraft draft, Supplier<Optional<Release>> release) {
    this.kit = kit;
    this.draft = draft;
    this.release = release;
    this.asking = new Fetch<>(kit.background());
    draft.imageProperty().addListener((o, before, now) -> describe());
    describe();
  }

  /** Asks anew; without an answer one types. */
  void ask() {
    Target.Container anyone = draft.on(new Target.Local());
    Optional<Release> wanted = release.get();
    asking.start(
        () -> {
          try (Setup setup = kit.engine().beside(anyone)) {
            return setup.containerHost().orElseThrow().images(wanted);
          }
        },
        this::show);
  }

  private void show(List<ImageOffer> found) {
    String typed = draft.imageProperty().get();
    images.setAll(found.stream().map(ImageOffer::image).toList());
    // a list that changes under an editable field empties it
    draft.imageProperty().set(typed);
    if (!proposed && typed.isBlank()) {
      found.stream()
          .filter(ImageOffer::recommended)
          .findFirst()
          .ifPresent(offer -> draft.imageProperty().set(offer.image()));
    }
    proposed = true;
    describe();
  }

  private void describe() {
    Texts texts = kit.texts();
    String typed = draft.imageProperty().get().strip();
    Optional<ImageOffer> offer =
        asking.value().orElse(List.of()).stream()
            .filter(one -> one.image().equals(typed))
            .findFirst();
    words.set(
        offer
            .map(one -> texts.get("target.image.offer", one.why(), one.source()))
            .orElseGet(() -> typed.isEmpty() ? texts.get("target.image.none") : ""));
  }

  ObservableList<String> images() {
    return images;
  }

  /** What the image that stands in the field is good for, and who says so. */
  ReadOnlyStringProperty wordsProperty() {
    return words.getReadOnlyProperty();
  }
}
