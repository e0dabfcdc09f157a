package org.megatronsetup.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.megatronsetup.model.Facts.PipConfig;

/** Which index pip would ask, told without a password. */
final class ProbePipTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void readsFilesInPipsOrder(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.file(
        "/etc/pip.conf",
        "# a comment",
        "[global]",
        "index_url = https://global.example/simple",
        "find-links: ",
        "    /srv/wheels",
        "    ; another comment",
        "    https://files.example/wheels",
        "[install]",
        "no-index = yes",
        "[download]",
        "no-index = false",
        "cert = /wrong.pem");
    machine.file(
        "/home/kim/.config/pip/pip.conf",
        "[global]",
        "Index-URL = https://user.example/simple",
        "no-index = false",
        "cert = /etc/ca.pem",
        "proxy = http://proxy.example:3128");

    assertThat(machine.probe().pipConfig())
        .isEqualTo(
            new PipConfig(
                Optional.of("https://user.example/simple"),
                List.of(),
                List.of("/srv/wheels", "https://files.example/wheels"),
                true,
                Optional.of("/etc/ca.pem"),
                Optional.of("http://proxy.example:3128")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void variablesWin(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.file(
        "/etc/pip.conf", "[global]", "index-url = https://global.example/simple", "no-index = 1");
    machine.environment.put("PIP_INDEX_URL", "https://variable.example/simple");
    machine.environment.put("PIP_EXTRA_INDEX_URL", "https://a.example/simple https://b.example/");
    machine.environment.put("PIP_NO_INDEX", "off");
    machine.environment.put("REQUESTS_CA_BUNDLE", "/etc/bundle.pem");
    machine.environment.put("HTTPS_PROXY", "http://proxy.example:3128");
    machine.environment.put("PIP_CONSTRAINT", "/etc/pip/constraint.txt");

    assertThat(machine.probe().pipConfig())
        .isEqualTo(
            new PipConfig(
                Optional.of("https://variable.example/simple"),
                List.of("https://a.example/simple", "https://b.example/"),
                List.of(),
                false,
                Optional.of("/etc/bundle.pem"),
                Optional.of("http://proxy.example:3128"),
                Optional.of("/etc/pip/constraint.txt")));

    machine.environment.put("PIP_CONFIG_FILE", "/dev/null");
    machine.environment.remove("PIP_INDEX_URL");
    assertThat(machine.probe().pipConfig().indexUrl()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dash", "bash"})
  void cutsOutCredentials(String shell) throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, shell);
    machine.file(
        "/etc/pip.conf", "[global]", "index-url = https://kim:hunter2@index.example:8443/simple/");
    machine.environment.put(
        "PIP_EXTRA_INDEX_URL",
        "https://hunter2@a.example/simple https://kim:hunter2@x@b.example/feed@Local/simple"
            + " https://kim:hunter2/y@c.example/simple https://d.example/simple?token=hunter2"
            + " https://e.example:8080/feed@Local/simple http://[::1]:8080/feed@Local");
    machine.environment.put("PIP_PROXY", "kim:hunter2@proxy.example:3128");

    PipConfig config = machine.probe().pipConfig();

    assertThat(config)
        .isEqualTo(
            new PipConfig(
                Optional.of("https://index.example:8443/simple/"),
                List.of(
                    "https://a.example/simple",
                    "https://b.example/feed@Local/simple",
                    "https://c.example/simple",
                    "https://d.example/simple",
                    "https://e.example:8080/feed@Local/simple",
                    "http://[::1]:8080/feed@Local"),
                List.of(),
                false,
                Optional.empty(),
                Optional.of("proxy.example:3128")));
  }

  /** What the script reads from pip.conf is what Python's own parser reads. */
  @Test
  void readsAsConfigparserDoes() throws IOException, InterruptedException {
    FakeMachine machine = new FakeMachine(folder, "dash");
    Path file =
        machine.file(
            "/etc/pip.conf",
            "[global]",
            "index-url=https://a.example/simple?  ",
            "  ",
            "find-links =",
            "\t/one",
            "",
            "\t/two/with=sign",
            "   # not this",
            "extra-index-url : https://b.example:8443/simple",
            "cert\t=\t/path with space/ca.pem",
            "[ other ]",
            "cert = /wrong");
    Process python =
        new ProcessBuilder(
                FakeMachine.realTool("python3").toString(),
                "-c",
                """
                import configparser, sys
                c = configparser.RawConfigParser()
                c.read(sys.argv[1])
                for k in 'find-links', 'extra-index-url', 'cert':
                    print('|'.join(c['global'][k].split()))
                """,
                file.toString())
            .start();
    List<String> expected =
        new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(python.waitFor()).isZero();

    PipConfig config = machine.probe().pipConfig();

    assertThat(String.join("|", config.findLinks())).isEqualTo(expected.get(0));
    assertThat(String.join("|", config.extraIndexUrls())).isEqualTo(expected.get(1));
    assertThat(config.cert().orElseThrow().replace(' ', '|')).isEqualTo(expected.get(2));
    assertThat(Files.readString(file)).contains("not this");
  }
}
