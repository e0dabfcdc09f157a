package org.megatronsetup.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Dialog;
import javafx.stage.Stage;
import org.megatronsetup.shell.ssh.Hop;
import org.megatronsetup.shell.ssh.SshDialog;
import org.megatronsetup.wizard.kit.Texts;

/** Every dialog of the window for the gallery, without waiting for an answer. */
public final class ShownDialogs {
  private ShownDialogs() {}

  public static List<Dialog<?>> all(Texts texts, Stage owner) {
    List<Dialog<?>> all = new ArrayList<>();
    Consumer<Dialog<?>> dress = dialog -> {};
    Hop node =
        new Hop(
            "node7", "192.0.2.7", 22, "ada", "node7", List.of(), true, Optional.empty(), List.of());
    QuestionDialogs questions = new QuestionDialogs(texts, dress, owner);
    all.add(
        questions.hostKey(node, "ED25519", "SHA256:2kBzHrV0b0JZkyJmFq7N1dYw0cM5uTq1nC1cP1b3GxE"));
    all.add(
        questions.secret(texts.get("ask.password", node.shown()), texts.get("ask.password.again")));
    all.add(
        questions.answers(
            node,
            "Your account needs a one-time code.",
            List.of(
                new SshDialog.Prompt("One-time code: ", false),
                new SshDialog.Prompt("Project: ", true))));
    all.add(new ConfirmDialog(texts, dress, owner).dialog("install.cancel"));
    all.add(
        new FailureDialog(texts, text -> {}, dress, owner, Runnable::run)
            .dialog(
                "MS-0C0FFEE0", "java.lang.IllegalStateException: nobody expected this\n\tat …"));
    return all;
  }
}
