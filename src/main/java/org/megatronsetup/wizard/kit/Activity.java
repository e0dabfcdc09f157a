package org.megatronsetup.wizard.kit;

import org.megatronsetup.run.progress.ProgressState;

/** What the tool of a running step says that it is doing, in words and as a fraction. */
public final class Activity extends Counted {
  private final Texts texts;
  private final Formats formats;

  public Activity(Texts texts, Formats formats) {
    this.texts = texts;
    this.formats = formats;
  }

  public void show(ProgressState state) {
    say(
        switch (state.unit()) {
          case NONE -> state.label();
          case BYTES ->
              texts.get(
                  "install.activity.of",
                  state.label(),
                  formats.bytes(state.done()),
                  formats.bytes(state.total()));
          case ITEMS ->
              texts.get("install.activity.of", state.label(), state.done(), state.total());
          case PERCENT -> texts.get("install.activity.percent", state.label(), state.done());
        });
    fill(state.fraction().orElse(-1));
  }
}
