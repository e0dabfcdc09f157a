package org.megatronsetup.wizard.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Problem;

/** Something the person should know, with what can be done about it. */
public final class Notice extends HBox {
  private final Glyph glyph = new Glyph();
  private final VBox body = new VBox();
  private final HBox actions = new HBox();
  private Tone tone = Tone.WAITING;

  public Notice() {
    getStyleClass().add("notice");
    body.getStyleClass().add("notice-body");
    actions.getStyleClass().add("notice-actions");
    HBox.setHgrow(body, Priority.ALWAYS);
    getChildren().addAll(glyph, body);
    hide();
  }

  public void hide() {
    setVisible(false);
    setManaged(false);
  }

  /** Shows a headline and what belongs to it. */
  public void show(Tone now, String headline, List<? extends Node> content, Button... buttons) {
    getStyleClass().remove(tone.style());
    tone = now;
    getStyleClass().add(now.style());
    glyph.show(now);
    body.getChildren().setAll(new Prose(headline, "notice-headline"));
    body.getChildren().addAll(content);
    actions.getChildren().setAll(buttons);
    if (buttons.length > 0) {
      body.getChildren().add(actions);
    }
    setAccessibleText(headline);
    setVisible(true);
    setManaged(true);
  }

  /** Shows problems as they are; hides when there are none. */
  public void show(Texts texts, List<Problem> problems, Button... buttons) {
    if (problems.isEmpty()) {
      hide();
      return;
    }
    if (problems.size() == 1) {
      Problem only = problems.getFirst();
      show(Tone.BAD, only.sentence(), parts(only), buttons);
      return;
    }
    List<VBox> all =
        problems.stream()
            .map(
                problem -> {
                  VBox one = new VBox(new Prose(problem.sentence(), "strong"));
                  one.getChildren().addAll(parts(problem));
                  return one;
                })
            .toList();
    show(Tone.BAD, texts.count("notice.problems", problems.size()), all, buttons);
  }

  private static List<Prose> parts(Problem problem) {
    return List.of(new Prose(problem.cause()), new Prose(problem.nextStep()));
  }
}
