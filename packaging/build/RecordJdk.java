import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes the home of the JDK that runs it into a file, for the launcher: {@code RecordJdk FILE}.
 */
public final class RecordJdk {
  private RecordJdk() {}

  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, System.getProperty("java.home") + System.lineSeparator());
  }
}
