package org.megatronsetup.wizard.validation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Check;

/** Keeps groups and rows in step with the checks; a row that is there stays the same node. */
final class ChecksView {
  private final VBox pane;
  private final ObservableList<Check> checks;
  private final RowTools tools;

  ChecksView(VBox pane, ObservableList<Check> checks, RowTools tools) {
    this.pane = pane;
    this.checks = checks;
    this.tools = tools;
    checks.addListener((ListChangeListener<Check>) this::changed);
    tools.running().addListener((o, before, now) -> showRunning(now));
    checks.forEach(this::append);
    showRunning(tools.running().getValue());
  }

  private void changed(ListChangeListener.Change<? extends Check> change) {
    while (change.next()) {
      boolean one = change.wasReplaced() && change.getAddedSize() == change.getRemovedSize();
      if (one && change.getAddedSize() == 1) {
        replace(change.getRemoved().getFirst(), change.getAddedSubList().getFirst());
      } else if (change.wasAdded() && !change.wasRemoved() && change.getTo() == checks.size()) {
        List.copyOf(change.getAddedSubList()).forEach(this::append);
      } else {
        pane.getChildren().clear();
        checks.forEach(this::append);
        return;
      }
    }
  }

  private void append(Check check) {
    group(check.group()).add(check);
  }

  private void replace(Check before, Check now) {
    groups()
        .filter(group -> group.holds(before))
        .findFirst()
        .ifPresent(group -> group.replace(before, now));
  }

  private void showRunning(Optional<Running> running) {
    groups().forEach(CheckGroup::showNoNext);
    // a heading that was there for a check which came to no end
    pane.getChildren()
        .removeIf(
            group ->
                ((CheckGroup) group).isEmpty()
                    && running.filter(now -> isOf(group, now)).isEmpty());
    running.filter(now -> !now.alone()).ifPresent(now -> group(now.group()).showNext(now));
  }

  private static boolean isOf(Node group, Running running) {
    return ((CheckGroup) group).name().equals(running.group());
  }

  private Stream<CheckGroup> groups() {
    return pane.getChildren().stream().map(CheckGroup.class::cast);
  }

  private CheckGroup group(String name) {
    return groups()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseGet(
            () -> {
              CheckGroup fresh = new CheckGroup(name, tools);
              pane.getChildren().add(fresh);
              return fresh;
            });
  }
}
