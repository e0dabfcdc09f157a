package org.megatronsetup.wizard.done;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.megatronsetup.engine.RunDetails;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.Target;
import org.megatronsetup.wizard.flow.Findings;
import org.megatronsetup.wizard.flow.PageModel;
import org.megatronsetup.wizard.flow.TargetDraft;
import org.megatronsetup.wizard.flow.Way;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Texts;

/** What one does next, and where everything is. */
public final class DoneModel implements PageModel {
  /** A place and its name. */
  record Place(String name, String path) {}

  /** A command and what it is good for. */
  record Use(String title, String text, String command) {}

  private final Kit kit;
  private final Texts texts;
  private final TargetDraft target;
  private final ContainerEndModel container;
  private final Findings findings;
  private final Fetch<List<String>> asking;
  private final ObservableList<Use> uses = FXCollections.observableArrayList();
  private final ObservableList<Place> places = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Check.Status> tone =
      new ReadOnlyObjectWrapper<>(Check.Status.PASSED);
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private final Way way = new Way();

  public DoneModel(Kit kit, TargetDraft target, Findings findings) {
    this.kit = kit;
    this.texts = kit.texts();
    this.asking = new Fetch<>(kit.background());
    this.container = new ContainerEndModel(kit, target);
    this.target = target;
    this.findings = findings;
    way.ready(true);
    way.next(texts.get("done.close"));
  }

  @Override
  public void enter() {
    findings.runProperty().get().ifPresent(this::show);
  }

  private void show(RunDetails run) {
    boolean red = findings.checks().stream().anyMatch(c -> c.status() == Check.Status.FAILED);
    boolean none = findings.checks().stream().noneMatch(c -> c.status() == Check.Status.PASSED);
    tone.set(red || none ? Check.Status.WARNING : Check.Status.PASSED);
    String version = run.metadata().version().orElse("");
    headline.set(texts.get(red || none ? "done.headline.red" : "done.headline.green", version));
    Target where = target.inForceProperty().get();
    boolean gpus = findings.facts().map(Facts::gpus).map(List::size).orElse(0) > 1;
    Uses all = new Uses(texts, where, run);
    // an answer about a container that was shown before belongs to another page
    asking.cancel();
    if (where instanceof Target.Container made) {
      uses.setAll(all.all(gpus, List.of(made.engine().program())));
      asking.start(this::call, call -> uses.setAll(all.all(gpus, call)));
    } else {
      uses.setAll(all.all(gpus, List.of()));
    }
    places.setAll(places(run));
    container.enter(run.id(), tone.get() == Check.Status.PASSED);
  }

  private List<String> call() throws InterruptedException {
    return kit.engine().get().containerHost().orElseThrow().call();
  }

  private List<Place> places(RunDetails run) {
    List<Place> all = new ArrayList<>();
    all.add(new Place(texts.get("done.place.environment"), run.plan().environmentRoot()));
    all.add(new Place(texts.get("done.place.python"), run.plan().python()));
    all.add(new Place(texts.get("done.place.run"), run.directory()));
    all.add(new Place(texts.get("done.place.log"), run.directory() + "/log"));
    all.add(new Place(texts.get("done.place.receipt"), run.directory() + "/receipt.json"));
    return all;
  }

  /** What becomes of the container, where it is one. */
  ContainerEndModel container() {
    return container;
  }

  ObservableList<Use> uses() {
    return uses;
  }

  ObservableList<Place> places() {
    return places;
  }

  ReadOnlyObjectProperty<Check.Status> toneProperty() {
    return tone.getReadOnlyProperty();
  }

  ReadOnlyStringWrapper headlineProperty() {
    return headline;
  }

  @Override
  public Way way() {
    return way;
  }
}
