package org.megatronsetup.engine;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.megatronsetup.diagnose.FailureBook;
import org.megatronsetup.model.Answers;
import org.megatronsetup.model.BringEvent;
import org.megatronsetup.model.Check;
import org.megatronsetup.model.Credentials;
import org.megatronsetup.model.Diagnosis;
import org.megatronsetup.model.Facts;
import org.megatronsetup.model.GitRef;
import org.megatronsetup.model.Receipt;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.ReleaseMetadata;
import org.megatronsetup.model.RunEvent;
import org.megatronsetup.model.RunState;
import org.megatronsetup.model.RunSummary;
import org.megatronsetup.model.SetupException;
import org.megatronsetup.model.Sources;
import org.megatronsetup.model.Target;
import org.megatronsetup.model.Verdict;
import org.megatronsetup.model.Version;
import org.megatronsetup.probe.Preflight;
import org.megatronsetup.probe.Probe;
import org.megatronsetup.run.Redactor;
import org.megatronsetup.run.RunRecord;
import org.megatronsetup.run.RunRequest;
import org.megatronsetup.run.Runs;
import org.megatronsetup.shell.ContactException;
import org.megatronsetup.shell.LocalShell;
import org.megatronsetup.shell.Scripts;
import org.megatronsetup.shell.Shell;
import org.megatronsetup.shell.container.ContainerShell;
import org.megatronsetup.validate.PackageList;
import org.megatronsetup.validate.ReceiptWriter;
import org.megatronsetup.validate.ValidationListener;
import org.megatronsetup.validate.ValidationRequest;
import org.megatronsetup.validate.Validator;

/** The engine over any shell. */
public final class ShellSetup implements Setup {
  private static final int LOG_TAIL = 256 * 1024;
  private static final String INSTALLED_TOOL = "installed.py";

  private final Shell shell;
  private final String program;
  private final Optional<ContainerHost> containerHost;
  private final WheelTransport wheels;
  private final Releases releases;
  private final Preparing preparing;
  private final FailureBook failures = FailureBook.load();

  /** Given while this was open: what runs print is shown without them. */
  private final Set<Credentials> known = ConcurrentHashMap.newKeySet();

  /** Asked for once: it stays where it is, and every question is a round trip. */
  private Optional<String> stateFolder = Optional.empty();

  /**
   * @param program name and version, for the receipt
   */
  public ShellSetup(Shell shell, String program) {
    this(shell, program, Optional.empty());
  }

  ShellSetup(Shell shell, String program, Optional<ContainerHost> containerHost) {
    this.shell = shell;
    this.program = program;
    this.containerHost = containerHost;
    this.wheels = new WheelTransport(shell);
    this.releases = new Releases(shell);
    this.preparing = new Preparing(shell, releases, wheels);
  }

  /** The engine for a container. */
  static Setup container(Shell host, Target.Container target, String program) {
    HostedContainer hosted = new HostedContainer(host, target, FailureBook.load());
    return new ShellSetup(
        new ContainerShell(host, hosted::words, target.name()), program, Optional.of(hosted));
  }

  /** The engine for this computer. */
  public static Setup local(String program) {
    return new ShellSetup(new LocalShell(), program);
  }

  @Override
  public String targetName() {
    return shell.machine();
  }

  @Override
  public Optional<ContainerHost> containerHost() {
    return containerHost;
  }

  @Override
  public Facts probe(List<String> paths, List<String> pythons) throws InterruptedException {
    return new Probe().probe(shell, paths, pythons);
  }

  @Override
  public List<Verdict> preflight(Facts facts) {
    return Preflight.verdicts(facts);
  }

  @Override
  public List<Version> versions(Sources sources, Credentials credentials, Facts facts)
      throws InterruptedException {
    return releases.versions(sources, credentials, facts);
  }

  @Override
  public List<GitRef> refs(Sources sources, Credentials credentials) throws InterruptedException {
    return releases.refs(sources, credentials);
  }

  @Override
  public ReleaseMetadata metadata(
      Release release,
      Sources sources,
      Credentials credentials,
      Facts facts,
      Optional<String> pythonVersion)
      throws InterruptedException {
    return releases.metadata(release, sources, credentials, facts, pythonVersion);
  }

  @Override
  public Preparation prepare(Answers answers, Credentials credentials) throws InterruptedException {
    return preparing.prepare(answers, credentials);
  }

  @Override
  public void bring(Preparation preparation, Consumer<BringEvent> listener)
      throws InterruptedException {
    wheels.bring(preparation.brought(), listener);
  }

  @Override
  public String start(Preparation preparation, Credentials credentials, char[] rootPassword)
      throws InterruptedException {
    known.add(credentials);
    try {
      bring(preparation, _ -> {});
      return launch(preparation, credentials, rootPassword);
    } finally {
      Arrays.fill(rootPassword, '\0');
    }
  }

  private String launch(Preparation preparation, Credentials credentials, char[] rootPassword)
      throws InterruptedException {
    return new Runs(shell, preparation.facts().stateDir())
        .start(
            new RunRequest(
                preparation.plan(),
                preparation.answers(),
                preparation.metadata(),
                credentials,
                rootPassword,
                Map.of(INSTALLED_TOOL, Scripts.bytes("tools/" + INSTALLED_TOOL))));
  }

  private synchronized Runs allRuns() throws InterruptedException {
    if (stateFolder.isEmpty()) {
      stateFolder = Optional.of(StateFolder.find(shell));
    }
    return new Runs(shell, stateFolder.get());
  }

  @Override
  public void resume(String runId, Credentials credentials, char[] rootPassword)
      throws InterruptedException {
    known.add(credentials);
    allRuns().resume(runId, credentials, rootPassword);
  }

  @Override
  public List<RunSummary> runs() throws InterruptedException {
    return allRuns().list();
  }

  @Override
  public RunDetails open(String runId) throws InterruptedException {
    Runs runs = allRuns();
    RunRecord run = runs.open(runId);
    return new RunDetails(
        run.id(), run.answers(), run.metadata(), run.plan(), runs.directory(runId));
  }

  @Override
  public RunState follow(String runId, Consumer<RunEvent> listener) throws InterruptedException {
    return allRuns().follow(runId, redactor().before(listener));
  }

  @Override
  public long logSize(String runId) throws InterruptedException {
    return allRuns().logSize(runId);
  }

  private Redactor redactor() {
    return new Redactor(known, List.of());
  }

  @Override
  public RunState cancel(String runId) throws InterruptedException {
    return allRuns().cancel(runId);
  }

  @Override
  public Diagnosis diagnose(String runId, String stepId) throws InterruptedException {
    String tail = new String(allRuns().logTail(runId, LOG_TAIL), StandardCharsets.UTF_8);
    return failures.diagnose(redactor().redact(tail), stepId);
  }

  @Override
  public List<Check> validate(ValidationRequest request, ValidationListener listener)
      throws InterruptedException {
    return new Validating(shell, new Validator(shell, failures), redactor())
        .validate(request, listener);
  }

  @Override
  public Map<String, String> packages(String python) throws InterruptedException {
    try {
      return PackageList.read(shell, python);
    } catch (ContactException e) {
      throw Contact.lost(shell, e);
    } catch (SetupException e) {
      // an interpreter that cannot say is what a validation may have to tell of
      return Map.of();
    }
  }

  @Override
  public Receipt receipt(String runId, List<Check> checks) throws InterruptedException {
    Runs runs = allRuns();
    RunRecord run = runs.open(runId);
    Receipt receipt =
        new Receipt(
            Receipt.SCHEMA_VERSION,
            program,
            runId,
            Instant.now(),
            run.answers(),
            run.metadata(),
            run.plan(),
            packages(run.plan().python()),
            checks);
    runs.keep(runId, "receipt.json", ReceiptWriter.json(receipt).getBytes(StandardCharsets.UTF_8));
    return receipt;
  }

  @Override
  public void close() {
    shell.close();
  }
}
