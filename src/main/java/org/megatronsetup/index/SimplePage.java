package org.megatronsetup.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.megatronsetup.address.WebAddress;
import org.megatronsetup.model.Json;

/** Reads a project's page of an index: PEP 503 HTML or PEP 691 JSON. */
final class SimplePage {
  private final String project;
  private final URI base;
  private final String source;

  /**
   * @param project normalised name; other projects' files are left out
   * @param base where the page came from
   * @param source what to call that place
   */
  SimplePage(String project, URI base, String source) {
    this.project = project;
    this.base = base;
    this.source = source;
  }

  /** Empty if the page is none of an index. */
  Optional<List<IndexFile>> json(String text) {
    JsonNode files;
    try {
      files = Json.mapper().readTree(text).path("files");
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
    if (!files.isArray()) {
      return Optional.empty();
    }
    List<IndexFile> found = new ArrayList<>();
    for (JsonNode file : files) {
      JsonNode yanked = file.path("yanked");
      IndexFile.Traits traits =
          new IndexFile.Traits(
              Optional.ofNullable(file.path("requires-python").textValue()),
              yanked.isTextual()
                  ? Optional.of(yanked.textValue())
                  : yanked.asBoolean() ? Optional.of("") : Optional.empty(),
              instant(file.path("upload-time").asText()),
              isSet(file.path("core-metadata")) || isSet(file.path("dist-info-metadata")));
      add(found, file.path("filename").asText(), file.path("url").asText(), traits);
    }
    return Optional.of(found);
  }

  private static boolean isSet(JsonNode node) {
    return node.isObject() || node.asBoolean();
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /**
   * Empty if the page is none of an index: it has no link to any package, and does not say that it
   * is one.
   */
  Optional<List<IndexFile>> html(String text) {
    Document page = Jsoup.parse(text);
    List<IndexFile> found = new ArrayList<>();
    boolean isIndex = page.selectFirst("meta[name^=pypi:]") != null;
    for (Element link : page.select("a[href]")) {
      String href = link.attr("href");
      String name = fileName(href);
      isIndex |= name.endsWith(".whl") || name.endsWith(".tar.gz") || name.endsWith(".zip");
      IndexFile.Traits traits =
          new IndexFile.Traits(
              attribute(link, "data-requires-python").filter(s -> !s.isBlank()),
              attribute(link, "data-yanked"),
              Optional.empty(),
              offersMetadata(link, "data-core-metadata")
                  || offersMetadata(link, "data-dist-info-metadata"));
      add(found, name, href, traits);
    }
    return isIndex ? Optional.of(found) : Optional.empty();
  }

  private static Optional<String> attribute(Element link, String name) {
    return link.hasAttr(name) ? Optional.of(link.attr(name)) : Optional.empty();
  }

  private static boolean offersMetadata(Element link, String name) {
    return attribute(link, name).filter(value -> !value.equals("false")).isPresent();
  }

  /** The name is the last piece of the link; its text is for people. */
  private static String fileName(String href) {
    String path = href.replaceFirst("[#?].*$", "");
    String last = path.substring(path.lastIndexOf('/') + 1);
    return Address.path("file:///" + last).map(p -> p.substring(1)).orElse(last);
  }

  private void add(List<IndexFile> found, String name, String href, IndexFile.Traits traits) {
    resolve(href)
        .flatMap(location -> IndexFile.of(project, name, location, traits, source))
        .ifPresent(found::add);
  }

  private Optional<String> resolve(String href) {
    try {
      URI uri = base.resolve(new URI(href.strip().replace(" ", "%20")));
      String plain = uri.toString().replaceFirst("#.*$", "");
      if (Address.isHttp(plain)) {
        return Optional.of(WebAddress.withoutLogin(plain));
      }
      // a page from the web has no business with this machine's files
      return "file".equals(base.getScheme()) ? Address.path(plain) : Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }
}
