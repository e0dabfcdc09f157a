package org.megatronsetup.wizard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogEvent;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog;
import org.megatronsetup.wizard.kit.Texts;

/**
 * What a connection asks, in dialogs over the window. The thread that asks waits; whoever cancels
 * what it does calls {@link #dismiss}, and the question is as good as declined.
 */
final class Questions implements SshDialog {
  private final QuestionDialogs dialogs;
  private final Texts texts;
  private final Executor screen;
  private BiConsumer<Hop, Stage> stages = (hop, stage) -> {};
  private Consumer<String> warnings = sentence -> {};
  private Optional<Dialog<?>> open = Optional.empty();

  /** What was asked last and since when nobody was let in: asked again, it was not right. */
  private String asked = "";

  /**
   * @param screen runs what it is given on the thread of the screen
   */
  Questions(QuestionDialogs dialogs, Texts texts, Executor screen) {
    this.dialogs = dialogs;
    this.texts = texts;
    this.screen = screen;
  }

  /** Who hears, on the thread of the screen, how far the way is and what was not understood. */
  void listen(BiConsumer<Hop, Stage> toStages, Consumer<String> toWarnings) {
    screen.execute(
        () -> {
          stages = toStages;
          warnings = toWarnings;
        });
  }

  @Override
  public void passed(Hop hop, Stage stage) {
    screen.execute(
        () -> {
          asked = "";
          stages.accept(hop, stage);
        });
  }

  @Override
  public void warn(String sentence) {
    screen.execute(() -> warnings.accept(sentence));
  }

  @Override
  public boolean accept(Hop hop, String type, String fingerprint) {
    return ask(() -> dialogs.hostKey(hop, type, fingerprint)).orElse(false);
  }

  @Override
  public Optional<char[]> password(Hop hop) {
    String key = "password " + hop.shown();
    return ask(
        () -> dialogs.secret(texts.get("ask.password", hop.shown()), again(key, "ask.password")));
  }

  @Override
  public Optional<char[]> passphrase(Hop hop, Path key) {
    return ask(
        () ->
            dialogs.secret(
                texts.get("ask.passphrase", key), again("passphrase " + key, "ask.passphrase")));
  }

  @Override
  public Optional<List<char[]>> answers(
      Hop hop, String title, String instruction, List<Prompt> prompts) {
    String words = (title.strip() + "\n" + instruction.strip()).strip();
    return ask(() -> dialogs.answers(hop, words, prompts));
  }

  /** The text below a question that may have been asked before. */
  private String again(String key, String text) {
    boolean before = asked.equals(key);
    asked = key;
    return texts.get(text + (before ? ".again" : ".text"));
  }

  private <T> Optional<T> ask(Supplier<Dialog<T>> maker) {
    CompletableFuture<Optional<T>> answer = new CompletableFuture<>();
    screen.execute(
        () -> {
          dismissNow();
          Dialog<T> dialog = maker.get();
          open = Optional.of(dialog);
          dialog.addEventHandler(
              DialogEvent.DIALOG_HIDDEN,
              event -> answer.complete(Optional.ofNullable(dialog.getResult())));
          dialog.show();
        });
    try {
      return answer.get();
    } catch (InterruptedException e) {
      dismiss();
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Closes what is being asked, as if it was declined. */
  void dismiss() {
    screen.execute(this::dismissNow);
  }

  private void dismissNow() {
    open.ifPresent(Dialog::close);
    open = Optional.empty();
  }
}
