package org.megatronsetup.index;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.model.SetupException;

/**
 * Files on the target, or about to go there: a folder of wheels, or an index as a folder with one
 * folder for each project.
 */
final class FolderSource implements IndexSource {
  private final Folders folders;
  private final String shown;
  private final String path;
  private final boolean index;

  private FolderSource(Folders folders, String shown, String path, boolean index) {
    this.folders = folders;
    this.shown = shown;
    this.path = path;
    this.index = index;
  }

  /** An index under a {@code file:} address. */
  static FolderSource index(Folders folders, String shown, String path) {
    return new FolderSource(folders, shown, path.replaceFirst("/+$", ""), true);
  }

  /** A folder with files of any project, or one page that links to them. */
  static FolderSource wheels(Folders folders, String path) {
    return new FolderSource(folders, path, path, false);
  }

  @Override
  public String shown() {
    return shown;
  }

  @Override
  public List<IndexFile> files(String project) throws InterruptedException {
    String place = index ? path + "/" + project : path;
    return switch (folders.look(place, index)) {
      case Folders.Found.Folder(List<String> names) ->
          names.stream()
              .map(
                  name ->
                      IndexFile.of(project, name, place + "/" + name, IndexFile.Traits.NONE, shown))
              .flatMap(Optional::stream)
              .toList();
      case Folders.Found.Page(String text) ->
          new SimplePage(project, base(place), shown)
              .html(text)
              .orElseThrow(() -> new SetupException(SourceProblems.garbage(shown)));
      case Folders.Found.Nothing() -> {
        boolean absent = !index || folders.look(path, false) instanceof Folders.Found.Nothing;
        if (absent) {
          throw new SetupException(
              index ? SourceProblems.notFound(shown) : SourceProblems.noFolder(path));
        }
        yield List.of();
      }
    };
  }

  /** Links of an index's page start from its folder; those of a page, from beside it. */
  private URI base(String place) {
    try {
      return new URI("file", null, index ? place + "/" : place, null);
    } catch (URISyntaxException e) {
      throw new SetupException(List.of(SourceProblems.noAddress(shown)), e);
    }
  }
}
