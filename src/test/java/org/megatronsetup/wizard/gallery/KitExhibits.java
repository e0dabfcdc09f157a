package org.megatronsetup.wizard.gallery;

import static org.megatronsetup.wizard.gallery.Exhibit.named;
import static org.megatronsetup.wizard.gallery.Exhibit.styled;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Problem;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.StepState;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.wizard.Samples;
import org.megatronsetup.wizard.install.ShownSteps;
import org.megatronsetup.wizard.kit.Background;
import org.megatronsetup.wizard.kit.CommandBox;
import org.megatronsetup.wizard.kit.Fetch;
import org.megatronsetup.wizard.kit.FetchPane;
import org.megatronsetup.wizard.kit.Glyph;
import org.megatronsetup.wizard.kit.Kit;
import org.megatronsetup.wizard.kit.Mark;
import org.megatronsetup.wizard.kit.Notice;
import org.megatronsetup.wizard.kit.Prose;
import org.megatronsetup.wizard.kit.Remedy;
import org.megatronsetup.wizard.kit.SameThread;
import org.megatronsetup.wizard.kit.Tone;
import org.megatronsetup.wizard.kit.VerdictRow;
import org.megatronsetup.wizard.validation.ShownChecks;

/** The project's own components. */
final class KitExhibits {
  private static final String LONG =
      "/home/ada/a folder with a very long name/that goes on/and on/and on/for longer than any"
          + " window is wide/and does not end/before/it/has/filled/a/second/line";

  private final Kit kit;

  KitExhibits(Kit kit) {
    this.kit = kit;
  }

  List<Exhibit> all() {
    return List.of(
        Exhibit.column("type", type()),
        Exhibit.column("marks", marks()),
        Exhibit.column("notices", notices()),
        Exhibit.column("verdicts", verdicts()),
        Exhibit.column("checks", checks()),
        Exhibit.column("steps", steps()),
        Exhibit.column("commands", commands()),
        Exhibit.column("fetching", fetching()),
        Exhibit.column("cards", cards()));
  }

  private static List<Node> type() {
    List<Node> all = new ArrayList<>();
    for (String style :
        List.of(
            "page-title",
            "summary-text",
            "section-title",
            "strong",
            "label",
            "muted",
            "faint",
            "small-text",
            "group-title",
            "mono",
            "text-good",
            "text-caution",
            "text-bad")) {
      all.add(named(style, styled(new Label("It works: every check passed"), style)));
    }
    return all;
  }

  private static List<Node> marks() {
    HBox marks = new HBox(24);
    for (Tone tone : Tone.values()) {
      marks.getChildren().add(new Mark(tone, tone.name()));
    }
    HBox big = new HBox(24);
    for (Tone tone : Tone.values()) {
      big.getChildren().add(styled(new Glyph(tone), "big-glyph"));
    }
    FlowPane signs = new FlowPane(24, 8);
    for (String name :
        List.of("computer", "server", "container", "check", "note", "lens", "cross")) {
      signs.getChildren().add(named(name, new Glyph(name)));
    }
    Label badge = styled(new Label("Needs root"), "badge", Tone.CAUTION.style());
    return List.of(marks, big, signs, badge);
  }

  private List<Node> notices() {
    List<Node> all = new ArrayList<>();
    for (Tone tone : Tone.values()) {
      Notice notice = new Notice();
      notice.show(
          tone,
          "A headline in the tone " + tone,
          List.of(
              new Prose("What is known about it, in a sentence or two."),
              Remedy.of("export TMPDIR=/var/tmp", kit, text -> {})),
          new Button("Try again"));
      all.add(notice);
    }
    Notice several = new Notice();
    several.show(kit.texts(), List.of(Samples.NO_INDEX, Samples.NOT_EMPTY));
    all.add(several);
    return all;
  }

  private List<Node> verdicts() {
    List<Node> all = new ArrayList<>();
    Samples.blockingVerdicts().forEach(one -> all.add(new VerdictRow(one, kit.texts())));
    all.add(
        new VerdictRow(
            new Verdict("long", "A long title that wraps", LONG, Verdict.Level.ATTENTION, LONG),
            kit.texts()));
    return List.of(column(all));
  }

  private List<Node> checks() {
    List<Node> all = new ArrayList<>();
    Samples.redChecks().forEach(check -> all.add(ShownChecks.of(check, kit)));
    all.add(ShownChecks.again(Samples.redChecks().getFirst(), kit));
    all.add(
        ShownChecks.of(
            new Check(
                "long",
                "Imports",
                "A check with a title that is longer than most",
                Check.Status.FAILED,
                LONG,
                Optional.of("2.11.0a0+deadbeef.nv26.06"),
                4000,
                LONG,
                LONG,
                "Look at " + LONG + "."),
            kit));
    return List.of(column(all));
  }

  private List<Node> steps() {
    List<Node> all = new ArrayList<>();
    for (StepState state : StepState.values()) {
      all.add(ShownSteps.of(state, "Install Megatron Core", kit));
    }
    all.add(ShownSteps.of(StepState.RUNNING, "Install " + LONG, kit));
    return List.of(column(all));
  }

  private static VBox column(List<? extends Node> rows) {
    VBox column = new VBox();
    column.getChildren().addAll(rows);
    return column;
  }

  private List<Node> commands() {
    return List.of(
        new CommandBox(kit, text -> {}, "source ~/megatron-venv/bin/activate"),
        new CommandBox(kit, text -> {}, "python -m pip install \\\n  'megatron-core[dev]==0.19.1'"),
        new CommandBox(kit, text -> {}, "ls '" + LONG + "'"),
        Remedy.of("Ask the administrator of the server. " + LONG, kit, text -> {}));
  }

  private List<Node> fetching() {
    return List.of(
        named("loading", pane(new Hanging(), () -> "")),
        named("stopped", stopped()),
        named("ready", pane(new SameThread(), () -> "")),
        named(
            "failed",
            pane(
                new SameThread(),
                () -> {
                  throw new SetupException(Samples.NO_INDEX);
                })));
  }

  private Node stopped() {
    FetchPane pane = new FetchPane();
    pane.setContent(new Label("11 versions"));
    pane.connect(new Fetch<String>(new Hanging()), kit.texts(), "release.busy", () -> {});
    return pane;
  }

  private Node pane(Background background, Callable<String> job) {
    FetchPane pane = new FetchPane();
    pane.setContent(new Label("11 versions"));
    Fetch<String> fetch = new Fetch<>(background);
    pane.connect(fetch, kit.texts(), "release.busy", () -> {});
    fetch.start(job, result -> {});
    return pane;
  }

  private static List<Node> cards() {
    return List.of(
        card("server", "Another machine, over SSH", "card"),
        card("computer", "This computer", "card", "chosen"));
  }

  private static Node card(String sign, String title, String... styles) {
    VBox words =
        styled(new VBox(new Label(title), new Prose("What this card is about.")), "card-words");
    words.getChildren().getFirst().getStyleClass().add("card-title");
    return styled(new HBox(styled(new Glyph(sign), "big-glyph"), words), styles);
  }

  /** Work that never ends. */
  private static final class Hanging implements Background {
    @Override
    public <T> Work start(Callable<T> job, Consumer<T> done, Consumer<List<Problem>> problems) {
      return () -> {};
    }

    @Override
    public void post(Runnable action) {}

    @Override
    public Work later(java.time.Duration delay, Runnable action) {
      return () -> {};
    }
  }
}
