package org.megatronsetup.index;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;

/** Runs git on the target, with logins on standard input only. */
final class GitScript {
  private static final String MARKER = "==answer==\n";

  private final Shell shell;
  private final String url;
  private final byte[] input;

  /**
   * @param url without a login
   * @param proxy address of a proxy, maybe with its login
   * @param caBundle path on the target
   */
  GitScript(
      Shell shell,
      String url,
      List<Credentials.Login> logins,
      Optional<String> proxy,
      Optional<String> caBundle) {
    this.shell = shell;
    this.url = url;
    this.input = input(logins, proxy, caBundle);
  }

  private static byte[] input(
      List<Credentials.Login> logins, Optional<String> proxy, Optional<String> caBundle) {
    List<String> lines = new ArrayList<>();
    for (Credentials.Login login : logins) {
      int host = login.origin().indexOf("://") + 3;
      if (host > 2) {
        lines.add(
            "login "
                + login.origin().substring(0, host)
                + encode(login.user())
                + ":"
                + encode(login.password())
                + "@"
                + login.origin().substring(host).replaceFirst("/.*$", ""));
      }
    }
    proxy.ifPresent(p -> lines.add("proxy " + p));
    caBundle.ifPresent(p -> lines.add("ca " + p));
    // a value with a line break in it would be read as another one
    lines.removeIf(line -> line.chars().anyMatch(Character::isISOControl));
    return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  String refs(Duration limit) throws InterruptedException {
    return new String(run(List.of("refs", url), limit), StandardCharsets.UTF_8);
  }

  /** Full hashes of the commits that a hash, maybe a short one, begins. */
  List<String> find(String hash, Duration limit) throws InterruptedException {
    byte[] answer = run(List.of("find", url, cacheName(url), hash), limit);
    return new String(answer, StandardCharsets.UTF_8).lines().toList();
  }

  /** The files that a commit has, as the script frames them. */
  byte[] files(String hash, List<String> paths, Duration limit) throws InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("files", url, cacheName(url), hash));
    arguments.addAll(paths);
    return run(arguments, limit);
  }

  private byte[] run(List<String> arguments, Duration limit) throws InterruptedException {
    Shell.Finished finished;
    try {
      finished = shell.run(Scripts.load("index/git.sh", arguments, input), limit);
    } catch (ContactException e) {
      throw new SetupException(
          List.of(GitProblems.noAnswer(url, shell.machine(), limit, e.getMessage())), e);
    }
    if (finished.exitStatus() != 0) {
      String errors = new String(finished.errors(), StandardCharsets.UTF_8);
      throw new SetupException(
          GitProblems.ofFailure(url, shell.machine(), finished.exitStatus(), errors));
    }
    // what a login prints before is no part of the answer
    String text = new String(finished.output(), StandardCharsets.ISO_8859_1);
    int marker = text.indexOf(MARKER);
    String answer = marker < 0 ? "" : text.substring(marker + MARKER.length());
    return answer.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** One cache for each address. */
  private static String cacheName(String url) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(url.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
