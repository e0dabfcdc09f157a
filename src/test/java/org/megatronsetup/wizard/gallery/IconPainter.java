package org.megatronsetup.wizard.gallery;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Paints the program's icon: the paths of its SVG file, filled, in any size. */
final class IconPainter {
  static final Path FOLDER = Path.of("packaging", "icons");
  static final List<Integer> SIZES = List.of(16, 32, 48, 64, 128, 256, 512);

  private final Element svg;

  IconPainter() throws IOException {
    try {
      svg =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(FOLDER.resolve("megatron-setup.svg").toFile())
              .getDocumentElement();
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(e);
    }
  }

  static Path file(int size) {
    return FOLDER.resolve("megatron-setup-" + size + ".png");
  }

  /**
   * On the thread of the screen.
   *
   * @param size in pixels, each way
   */
  WritableImage paint(int size) {
    List<Node> paths = new ArrayList<>();
    NodeList elements = svg.getElementsByTagName("path");
    for (int i = 0; i < elements.getLength(); i++) {
      Element element = (Element) elements.item(i);
      SVGPath path = new SVGPath();
      path.setContent(element.getAttribute("d"));
      path.setFill(Color.web(element.getAttribute("fill")));
      paths.add(path);
    }
    double scale = size / Double.parseDouble(svg.getAttribute("width"));
    Group drawing = new Group(paths);
    SnapshotParameters how = new SnapshotParameters();
    how.setFill(Color.TRANSPARENT);
    how.setTransform(new Scale(scale, scale));
    how.setViewport(new Rectangle2D(0, 0, size, size));
    return drawing.snapshot(how, new WritableImage(size, size));
  }
}
