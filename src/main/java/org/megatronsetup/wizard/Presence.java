package org.megatronsetup.wizard;

import javafx.beans.InvalidationListener;
import javafx.stage.Stage;
import org.megatronsetup.wizard.flow.Flow;
import org.megatronsetup.wizard.flow.Page;
import org.megatronsetup.wizard.install.InstallModel;
import org.megatronsetup.wizard.kit.Attention;
import org.megatronsetup.wizard.kit.Texts;

/**
 * How the run shows where the window does not: in its title, which task bars repeat, on the
 * program's icon, and in a notification once it has ended.
 */
final class Presence {
  private final Stage stage;
  private final Texts texts;
  private final Attention attention;
  private final InstallModel install;
  private final Flow flow;
  private String name = "";

  Presence(Stage stage, Texts texts, Attention attention, InstallModel install, Flow flow) {
    this.stage = stage;
    this.texts = texts;
    this.attention = attention;
    this.install = install;
    this.flow = flow;
    InvalidationListener entitle = changed -> entitle();
    install.headlineProperty().addListener(entitle);
    install.runningProperty().addListener(entitle);
    flow.currentProperty().addListener(entitle);
    install.progressProperty().addListener(changed -> goesOn());
    install
        .runningProperty()
        .addListener(
            (o, before, now) -> {
              if (now) {
                goesOn();
              } else {
                ended();
              }
            });
  }

  /** What the window is about, as its title says it while nothing goes on. */
  void nameIs(String now) {
    name = now;
    entitle();
  }

  private void entitle() {
    boolean tells =
        install.runningProperty().get()
            || (flow.currentProperty().get() == Page.INSTALL
                && !install.headlineProperty().get().isEmpty());
    stage.setTitle(
        tells ? texts.get("window.title.run", install.headlineProperty().get(), name) : name);
  }

  private void goesOn() {
    if (install.runningProperty().get()) {
      attention.goesOn(install.progressProperty().get());
    }
  }

  private void ended() {
    attention.nothingGoesOn();
    if (stage.isIconified() || !stage.isFocused()) {
      attention.tell(install.headlineProperty().get(), texts.get("window.ended", name));
    }
  }
}
