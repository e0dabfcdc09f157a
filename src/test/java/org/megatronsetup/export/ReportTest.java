package org.megatronsetup.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Check.Status;
import org.megatronsetup.model.Json;
import org.megatronsetup.model.Mend;
import org.megatronsetup.model.Receipt;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The three documents that a validation can be saved as. */
final class ReportTest {
  private static final String HOSTILE =
      "</pre></details><script>alert(1)</script> \"'`|*_[x](y) & ```\n~~~\n\u001b]0;t\u0007"
          + "\u202e https://ada:s3cret@index.example/";

  private static Check check(
      String id, String group, String title, Status status, String summary, String version) {
    return new Check(
        id, group, title, status, summary, Optional.ofNullable(version), 1.25, "", "", "");
  }

  private static List<Check> checks() {
    return List.of(
        check("driver", "Packages", "NVIDIA driver and GPU", Status.PASSED, "One GPU.", "580.1"),
        new Check(
            "requirements",
            "Packages",
            "Broken requirements",
            Status.WARNING,
            "One requirement of other packages is not met; first: a | b.",
            Optional.empty(),
            0.04,
            "numpy 2.1.0 is installed, but <2 is asked for",
            "These packages do not fit together.",
            "A new environment keeps them apart."),
        new Check(
            "import-megatron-core",
            "Imports",
            "import megatron.core",
            Status.FAILED,
            "ModuleNotFoundError: No module named 'triton'",
            Optional.of("0.19.1"),
            12.5,
            "Traceback (most recent call last):\n  File \"x.py\", line 1\n```\nModuleNotFoundError",
            "It imports triton without asking for it.",
            "pip install triton\npip check",
            Optional.of(new Mend(Mend.Kind.PACKAGES, List.of("triton")))),
        check(
            "several-gpus", "Imports", "Several GPUs", Status.SKIPPED, "There is one GPU.", null));
  }

  private static Report report(List<Check> checks) {
    return Report.of("this computer", receipt(checks));
  }

  private static Receipt receipt(List<Check> checks) {
    return new Receipt(
        Receipt.SCHEMA_VERSION,
        "Megatron Core Setup 0.1.0",
        "20261124-060000-abcd",
        Instant.parse("2026-11-24T06:30:00Z"),
        ReportSamples.answers(),
        ReportSamples.release(),
        ReportSamples.plan(),
        new TreeMap<>(Map.of("megatron-core", "0.19.1", "torch", "2.11.0")),
        checks);
  }

  private static Report hostile() {
    List<Check> checks = new ArrayList<>(checks());
    for (Status status : Status.values()) {
      checks.add(
          new Check(
              "x" + status,
              HOSTILE,
              HOSTILE,
              status,
              HOSTILE,
              Optional.of(HOSTILE),
              1,
              HOSTILE,
              HOSTILE,
              HOSTILE));
    }
    return report(checks);
  }

  static Document parse(String html) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(html)));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void eachIsAsItsGoldenFile(ReportFormat format) throws Exception {
    String document = format.render(report(checks()));
    Path made = Path.of("target", "reports", format.fileName());
    Files.createDirectories(made.getParent());
    Files.writeString(made, document);
    assertThat(document)
        .as("compare with " + made)
        .isEqualTo(
            new String(
                ReportTest.class.getResourceAsStream("/golden/" + format.fileName()).readAllBytes(),
                StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(ReportFormat.class)
  void noTextIsAnythingButText(ReportFormat format) {
    String document = format.render(hostile());
    assertThat(document)
        .doesNotContain("s3cret")
        .doesNotContain("\u001b")
        .doesNotContain("\u0007")
        .doesNotContain("\u202e")
        .endsWith("\n");
  }

  @Test
  void theWebPageIsWellFormedWhateverItSays() throws Exception {
    for (Report report : List.of(report(checks()), hostile(), report(List.of()))) {
      Document page = parse(HtmlReport.render(report));
      assertThat(page.getElementsByTagName("script").getLength()).isZero();
      assertThat(texts(page.getElementsByTagName("td"), "check")).hasSize(report.checks().size());
      assertThat(texts(page.getElementsByTagName("h2"), "")).hasSize(report.groups().size() + 2);
    }
    Document page = parse(HtmlReport.render(hostile()));
    String title = hostile().checks().getLast().title().strip();
    assertThat(texts(page.getElementsByTagName("div"), "title").getLast()).contains(title);
  }

  private static List<String> texts(NodeList nodes, String style) {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      Element element = (Element) nodes.item(i);
      if (element.getAttribute("class").equals(style)) {
        texts.add(element.getTextContent());
      }
    }
    return texts;
  }

  @Test
  void theWebPageNeedsNothingBesideItAndFollowsTheScheme() {
    assertThat(HtmlReport.render(report(checks())))
        .contains("@media (prefers-color-scheme: dark)")
        .doesNotContain("href=")
        .doesNotContain("src=")
        .doesNotContain("url(")
        .doesNotContain("@import");
  }

  /** A fence that something inside could close would let the rest be markup. */
  @Test
  void noTextLeavesItsPlaceInMarkdown() {
    String page = MarkdownReport.render(hostile());
    String fence = null;
    for (String line : page.split("\n", -1)) {
      if (fence == null && line.startsWith("```")) {
        fence = line.replaceFirst("[a-z]*$", "");
      } else if (line.equals(fence)) {
        fence = null;
      } else if (fence == null) {
        assertThat(line.replaceAll("^</?(details|summary)( open)?>|</summary>$", ""))
            .doesNotContain("<script")
            .doesNotContain("</");
      }
    }
    assertThat(fence).isNull();
    assertThat(page.lines().filter(line -> line.startsWith("| ") && line.contains("failed")))
        .allSatisfy(
            line -> assertThat(line.replace("\\|", "").chars().filter(c -> c == '|')).hasSize(6));
  }

  @Test
  void theJsonHoldsAllOfTheReceiptAndSomeMore() throws Exception {
    Receipt receipt = receipt(checks());
    JsonNode document = Json.mapper().readTree(JsonReport.render(Report.of("node7", receipt)));
    JsonNode kept = Json.mapper().readTree(Json.mapper().writeValueAsString(receipt));
    kept.properties()
        .forEach(
            field ->
                assertThat(document.get(field.getKey()))
                    .as(field.getKey())
                    .isEqualTo(field.getValue()));
    assertThat(document.get("target").asText()).isEqualTo("node7");
    assertThat(document.get("python").asText()).isEqualTo(receipt.plan().python());
    assertThat(document.get("summary").asText())
        .isEqualTo("One check failed: import megatron.core.");
  }

  @Test
  void whatOnlyARunKnowsMayBeUnknown() throws Exception {
    Report report =
        Report.of("node7", "it", "/opt/x/bin/python", Instant.EPOCH, Map.of(), checks());
    JsonNode document = Json.mapper().readTree(JsonReport.render(report));
    assertThat(document.has("runId")).isFalse();
    assertThat(document.has("plan")).isFalse();
    assertThat(document.get("checks")).hasSize(4);
    assertThat(MarkdownReport.render(report))
        .contains("| Interpreter | /opt/x/bin/python |")
        .doesNotContain("## Commands")
        .doesNotContain("## Installed packages");
    assertThat(texts(parse(HtmlReport.render(report)).getElementsByTagName("h2"), "")).hasSize(2);
  }
}
