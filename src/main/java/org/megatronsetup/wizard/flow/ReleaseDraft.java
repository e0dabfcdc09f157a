package org.megatronsetup.wizard.flow;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.megatronsetup.model.Release;

/** What was chosen and typed about the release, for every channel, so that none is lost. */
public final class ReleaseDraft {
  /** Where a release comes from. */
  public enum Channel {
    STABLE,
    PRE,
    COMMIT
  }

  private final ObjectProperty<Channel> channel = new SimpleObjectProperty<>(Channel.STABLE);
  private final StringProperty stable = new SimpleStringProperty("");
  private final StringProperty preRelease = new SimpleStringProperty("");
  private final StringProperty ref = new SimpleStringProperty("");
  private final StringProperty hash = new SimpleStringProperty("");

  public ObjectProperty<Channel> channelProperty() {
    return channel;
  }

  /** The version chosen among the stable ones; empty: none yet. */
  public StringProperty stableProperty() {
    return stable;
  }

  public StringProperty preReleaseProperty() {
    return preRelease;
  }

  /** Branch, tag or hash, as typed. */
  public StringProperty refProperty() {
    return ref;
  }

  /** The full hash that the typed ref was resolved to; empty while it is not. */
  public StringProperty hashProperty() {
    return hash;
  }

  /** A commit goes into the answers as the hash that was shown, because a branch moves. */
  public Release release() {
    return switch (channel.get()) {
      case STABLE -> new Release.Stable(Words.optional(stable.get()));
      case PRE -> new Release.PreRelease(Words.optional(preRelease.get()));
      case COMMIT -> new Release.Commit(hash.get().isEmpty() ? ref.get().strip() : hash.get());
    };
  }

  void take(Release release) {
    switch (release) {
      case Release.Stable(Optional<String> version) -> {
        channel.set(Channel.STABLE);
        stable.set(version.orElse(""));
      }
      case Release.PreRelease(Optional<String> version) -> {
        channel.set(Channel.PRE);
        preRelease.set(version.orElse(""));
      }
      case Release.Commit(String typed) -> {
        channel.set(Channel.COMMIT);
        ref.set(typed);
        hash.set("");
      }
    }
  }
}
