package org.megatronsetup.wizard.flow;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

/** What the frame needs to know of a page. A page never knows which ones come before or after. */
public interface PageModel {

  /** The page is shown. */
  void enter();

  /** The page is left, in any direction; whatever only it was waiting for is cancelled. */
  default void leave() {}

  /** The way to the next page. */
  Way way();

  /** Whether one may go on. */
  default ObservableBooleanValue ready() {
    return way().ready();
  }

  /** Why one may not go on, or what happens next; may be empty. */
  default ObservableStringValue hint() {
    return way().hint();
  }

  /** What the button says that goes on. */
  default ObservableStringValue nextText() {
    return way().next();
  }

  /** Whether one may leave for another page. */
  default ObservableBooleanValue mayLeave() {
    return Bindings.createBooleanBinding(() -> true);
  }

  /** Whether work goes on that must end before the next page. */
  default ObservableBooleanValue advancing() {
    return new ReadOnlyBooleanWrapper(false);
  }

  /** Does what is to be done before the next page, then goes there; or stays and says why. */
  default void advance(Runnable go) {
    go.run();
  }
}
