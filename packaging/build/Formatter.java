import com.google.googlejavaformat.java.Main;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Checks or rewrites every Java file below some folders: {@code Formatter check|apply FOLDER…}. */
public final class Formatter {
  private Formatter() {}

  public static void main(String[] args) throws Exception {
    List<String> command = new ArrayList<>();
    command.addAll(
        args[0].equals("apply")
            ? List.of("--replace")
            : List.of("--dry-run", "--set-exit-if-changed"));
    for (int i = 1; i < args.length; i++) {
      command.addAll(javaFiles(Path.of(args[i])));
    }
    PrintWriter out = new PrintWriter(System.out, true);
    PrintWriter err = new PrintWriter(System.err, true);
    int exit = new Main(out, err, System.in).format(command.toArray(String[]::new));
    if (exit != 0) {
      err.println("The files above are not formatted: run mvn -Dformat=apply process-sources");
    }
    System.exit(exit);
  }

  private static List<String> javaFiles(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(Path::toString).filter(name -> name.endsWith(".java")).sorted().toList();
    }
  }
}
