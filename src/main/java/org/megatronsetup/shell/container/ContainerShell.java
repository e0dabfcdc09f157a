package org.megatronsetup.shell.container;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.megatronsetup.shell.Collector;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.FileScripts;
import org.megatronsetup.shell.PieceUploads;
import org.megatronsetup.shell.Script;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.shell.Uploads;
import org.megatronsetup.words.Words;

/**
 * A container, reached through the shell of its host. The container has to run: whoever asks one
 * that does not is told so with a {@link org.megatronsetup.model.SetupException}, which is another
 * thing than a host that does not answer.
 */
public final class ContainerShell implements Shell {
  private final Shell host;
  private final EngineWords engine;
  private final String name;
  private final ContainerState state;

  /**
   * @param host closed with this
   * @param name of the container
   */
  public ContainerShell(Shell host, EngineWords engine, String name) {
    this.host = host;
    this.engine = engine;
    this.name = name;
    this.state = new ContainerState(host, name);
  }

  @Override
  public String machine() {
    return Words.of("shell.container", name, host.machine());
  }

  @Override
  public Finished run(Script script, Duration limit) throws ContactException, InterruptedException {
    List<String> words = engine.get();
    Collector collector = new Collector();
    Begun begun = new Begun(collector);
    Finished finished = host.run(outer(words, script), limit);
    begun.errors(finished.errors(), finished.errors().length);
    begun.output(finished.output(), finished.output().length);
    if (!begun.begun()) {
      throw state.explain(words, begun.said());
    }
    return collector.finished(finished.exitStatus());
  }

  @Override
  public Running start(Script script, OutputSink sink) throws ContactException {
    List<String> words = words();
    Begun begun = new Begun(sink);
    return new ContainerProcess(host.start(outer(words, script), begun), begun, state, words);
  }

  private List<String> words() throws ContactException {
    try {
      return engine.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ContactException(Words.of("shell.container.interrupted", machine()), e);
    }
  }

  private Script outer(List<String> words, Script script) {
    List<String> all = new ArrayList<>();
    all.add(Integer.toString(script.input().length));
    all.addAll(words);
    all.addAll(List.of("exec", "--interactive", name, "sh", "-c"));
    all.addAll(List.of(Scripts.text("container/inside.sh"), "inside.sh"));
    all.addAll(List.of(script.text(), script.name()));
    all.addAll(script.arguments());
    return Scripts.load("container/exec.sh", all, script.input());
  }

  @Override
  public void writeFile(String path, byte[] content, int mode)
      throws ContactException, InterruptedException {
    files().write(path, content, mode);
  }

  @Override
  public byte[] readFile(String path, long offset, int limit)
      throws ContactException, InterruptedException {
    return files().read(path, offset, limit);
  }

  private FileScripts files() {
    return new FileScripts(this, Words.of("shell.container.in", machine()));
  }

  @Override
  public Optional<Uploads> uploads() {
    return Optional.of(new PieceUploads(this));
  }

  @Override
  public void close() {
    host.close();
  }
}
