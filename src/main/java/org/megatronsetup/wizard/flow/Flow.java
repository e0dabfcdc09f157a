package org.megatronsetup.wizard.flow;

import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Knows the order of the pages, where one is and how far one has been. */
public final class Flow {
  public static final List<Page> ORDER =
      List.of(
          Page.TARGET,
          Page.PREFLIGHT,
          Page.RELEASE,
          Page.ENVIRONMENT,
          Page.REVIEW,
          Page.INSTALL,
          Page.VALIDATE,
          Page.DONE);

  private final Map<Page, PageModel> models;
  private final ReadOnlyObjectWrapper<Page> current = new ReadOnlyObjectWrapper<>(Page.TARGET);
  private final ReadOnlyObjectWrapper<Page> reached = new ReadOnlyObjectWrapper<>(Page.TARGET);

  /**
   * @param models one for each page
   */
  public Flow(Map<Page, PageModel> models) {
    for (Page page : ORDER) {
      if (!models.containsKey(page)) {
        throw new IllegalArgumentException("no model for " + page);
      }
    }
    this.models = Map.copyOf(models);
  }

  /** Shows the first page. */
  public void start() {
    model().enter();
  }

  public ReadOnlyObjectProperty<Page> currentProperty() {
    return current.getReadOnlyProperty();
  }

  /** The last page on which one has been. */
  public ReadOnlyObjectProperty<Page> reachedProperty() {
    return reached.getReadOnlyProperty();
  }

  public PageModel model() {
    return models.get(current.get());
  }

  public boolean hasNext() {
    return position(current.get()) < ORDER.size() - 1;
  }

  public boolean hasBack() {
    return position(current.get()) > 0;
  }

  /** Goes on, if the page is ready for it. */
  public void next() {
    PageModel model = model();
    Page from = current.get();
    if (!hasNext() || !model.ready().get() || model.advancing().get()) {
      return;
    }
    Page to = ORDER.get(position(from) + 1);
    model.advance(
        () -> {
          if (current.get() == from) {
            show(to);
          }
        });
  }

  /** Goes back one page, if this one may be left. */
  public void back() {
    if (hasBack() && model().mayLeave().get()) {
      show(ORDER.get(position(current.get()) - 1));
    }
  }

  /** Goes to a page where one has been already, if this one may be left. */
  public void visit(Page page) {
    if (page != current.get() && mayVisit(page)) {
      show(page);
    }
  }

  public boolean mayVisit(Page page) {
    return position(page) <= position(reached.get()) && model().mayLeave().get();
  }

  /** Goes straight to a page: a run was found that can be followed, or answers must change. */
  public void jump(Page page) {
    show(page);
  }

  /** The pages after this one belong to something else now: they can only be reached in order. */
  public void forgetWhatFollows() {
    reached.set(current.get());
  }

  private void show(Page page) {
    model().leave();
    if (position(page) > position(reached.get())) {
      reached.set(page);
    }
    current.set(page);
    model().enter();
  }

  private static int position(Page page) {
    return ORDER.indexOf(page);
  }
}
