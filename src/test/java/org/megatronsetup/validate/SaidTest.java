package org.megatronsetup.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.megatronsetup.model.Json;

/** Lines of the ladder, put into words. */
final class SaidTest {
  private static JsonNode inWords(String line) throws Exception {
    return Said.inWords(Json.mapper().readTree(line));
  }

  @Test
  void whatAToolSaidStaysAsItIs() throws Exception {
    String line =
        """
        {"summary": "ImportError: {0} isn't there", "version": null, "seconds": 0.5}\
        """;
    assertThat(inWords(line)).isEqualTo(Json.mapper().readTree(line));
  }

  @Test
  void aSentenceGetsItsValues() throws Exception {
    JsonNode row =
        inWords(
            """
            {"title": {"words": "validate.driver.title", "values": []},
             "summary": {"words": "validate.training-loop.fell",
                         "values": ["4.80", "3.10", 1200, "NVIDIA H100"]}}\
            """);
    assertThat(row.path("title").asText()).isEqualTo("NVIDIA driver and GPU");
    assertThat(row.path("summary").asText())
        .isEqualTo("The loss fell from 4.80 to 3.10 in 1200 steps on NVIDIA H100.");
  }

  @Test
  void aValueMayBeASentenceItself() throws Exception {
    JsonNode row =
        inWords(
            """
            {"remedy": {"words": "validate.feature.unused.remedy",
                        "values": [{"words": "validate.feature.repair", "values": ["apex"]}]}}\
            """);
    assertThat(row.path("remedy").asText())
        .isEqualTo(
            "Nothing to do unless you need it. Install apex again for this torch and Python, or"
                + " remove it: it is optional.");
  }
}
