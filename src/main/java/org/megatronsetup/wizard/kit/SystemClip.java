package org.megatronsetup.wizard.kit;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The desktop's clipboard. */
public final class SystemClip implements Clip {
  @Override
  public void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
