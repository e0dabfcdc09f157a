package org.megatronsetup.export;

/** Writes HTML that is well-formed XML too; text never becomes markup. */
final class Html {
  private final StringBuilder page = new StringBuilder();

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Markup of our own. */
  Html raw(String markup) {
    page.append(markup);
    return this;
  }

  /** Opens an element with a class; none where that is empty. */
  Html open(String name, String style) {
    page.append('<').append(name);
    if (!style.isEmpty()) {
      page.append(" class=\"").append(style).append('"');
    }
    page.append('>');
    return this;
  }

  Html close(String name) {
    page.append("</").append(name).append(">\n");
    return this;
  }

  Html text(String text) {
    page.append(escaped(text));
    return this;
  }

  /** A whole element with text in it. */
  Html element(String name, String style, String text) {
    return open(name, style).text(text).close(name);
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
