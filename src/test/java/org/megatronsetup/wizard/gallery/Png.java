package org.megatronsetup.wizard.gallery;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Writes pictures as PNG files. */
public final class Png {
  private Png() {}

  /** As it is, quickly. */
  public static void write(Image image, Path file) throws IOException {
    write(image, file, BufferedImage.TYPE_INT_ARGB, 0.6f);
  }

  /** As small as it gets without losing anything; for pictures that let nothing through. */
  public static void writeSmall(Image image, Path file) throws IOException {
    write(image, file, BufferedImage.TYPE_INT_RGB, 0);
  }

  private static void write(Image image, Path file, int type, float quality) throws IOException {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, type);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    Files.createDirectories(file.toAbsolutePath().getParent());
    Files.deleteIfExists(file);
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      ImageWriteParam how = writer.getDefaultWriteParam();
      how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      how.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(copy, null, null), how);
    } finally {
      writer.dispose();
    }
  }
}
