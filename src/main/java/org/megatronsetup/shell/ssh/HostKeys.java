package org.megatronsetup.shell.ssh;

import com.hierynomus.sshj.userauth.certificate.Certificate;
import java.io.IOException;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.schmizz.sshj.transport.verification.HostKeyVerifier;
import org.megatronsetup.model.Problem;
import org.megatronsetup.shell.ssh.KnownHostsLine.Mark;
import org.megatronsetup.shell.ssh.SshDialog.Stage;

/**
 * Decides whether a server is the one it should be, by the person's files of known hosts and by one
 * of our own, the only one that is written to. One object serves one hop and one connection.
 *
 * <p>A revoked key is refused before anything else is looked at. A certificate is accepted when an
 * authority that is known for the name signed it for that name; otherwise it counts as the plain
 * key in it. An authority's own key is not accepted as a server's. A key that differs from a known
 * one of its type is refused; one that nobody knows is shown to the person.
 *
 * <p>A server that nobody knows is not believed while it waits: the person is asked once its
 * connection is closed, without a hurry, and another connection finds the answer.
 */
public final class HostKeys implements HostKeyVerifier {
  private final Hop hop;
  private final Path ownFile;
  private final SshDialog dialog;

  /** Keys that were found good: they are shown again whenever the session gets new secrets. */
  private final Set<HostKey> good = ConcurrentHashMap.newKeySet();

  private volatile Optional<Problem> problem = Optional.empty();
  private volatile Optional<HostKey> unknown = Optional.empty();

  /**
   * @param ownFile where accepted keys are remembered; made when it is needed
   */
  public HostKeys(Hop hop, Path ownFile, SshDialog dialog) {
    this.hop = hop;
    this.ownFile = ownFile;
    this.dialog = dialog;
  }

  /**
   * Asks the person about the key that nobody knew, if that was what {@link #verify} found.
   *
   * @return whether the key is accepted now and remembered, so that a connection is worth a try
   */
  boolean acceptedWhenAsked() {
    if (unknown.isEmpty()) {
      return false;
    }
    problem = ask(names().getFirst(), unknown.get());
    unknown = Optional.empty();
    return problem.isEmpty();
  }

  /** Why the server was not believed, after {@link #verify} or the person said so. */
  public Optional<Problem> problem() {
    return problem;
  }

  /**
   * @param hostname not looked at, nor is the port: the hop says which name counts
   */
  @Override
  public boolean verify(String hostname, int port, PublicKey key) {
    dialog.passed(hop, Stage.REACHED);
    problem = judge(key);
    if (problem.isEmpty()) {
      dialog.passed(hop, Stage.KNOWN);
    }
    return problem.isEmpty();
  }

  /** The algorithms for the keys that are known, so that the server shows one of these. */
  @Override
  public List<String> findExistingAlgorithms(String hostname, int port) {
    List<KnownHostsLine> lines = lines();
    List<HostKey> revoked = keys(lines, Mark.REVOKED);
    return Stream.concat(
            keys(lines, Mark.PLAIN).stream()
                .filter(key -> !revoked.contains(key))
                .flatMap(key -> Algorithms.forKeyType(key.type()).stream()),
            keys(lines, Mark.AUTHORITY).stream()
                .filter(key -> !revoked.contains(key))
                .flatMap(key -> Algorithms.CERTIFICATES.stream()))
        .distinct()
        .toList();
  }

  private Optional<Problem> judge(PublicKey presented) {
    List<KnownHostsLine> lines = lines();
    HostKey key = HostKey.of(presented instanceof Certificate<?> c ? c.getKey() : presented);
    List<HostKey> touched = new ArrayList<>(List.of(key));
    if (presented instanceof Certificate<?> certificate) {
      HostCertificates.authority(certificate).ifPresent(touched::add);
    }
    Optional<KnownHostsLine> revoked =
        lines.stream()
            .filter(line -> line.mark() == Mark.REVOKED && touched.contains(line.key()))
            .findFirst();
    if (revoked.isPresent()) {
      return Optional.of(HostKeyProblems.revoked(hop, key, revoked.get()));
    }
    boolean certified =
        presented instanceof Certificate<?> certificate
            && HostCertificates.isGood(
                certificate, hop.keyName().toLowerCase(Locale.ROOT), keys(lines, Mark.AUTHORITY));
    if (certified || good.contains(key) || keys(lines, Mark.PLAIN).contains(key)) {
      good.add(key);
      return Optional.empty();
    }
    String name = names().getFirst();
    Optional<KnownHostsLine> other =
        lines.stream()
            .filter(line -> line.mark() == Mark.PLAIN && line.isFor(name))
            .filter(line -> line.key().type().equals(key.type()))
            .findFirst();
    if (other.isPresent()) {
      return Optional.of(HostKeyProblems.changed(hop, name, key, other.get()));
    }
    unknown = Optional.of(key);
    return Optional.of(HostKeyProblems.refused(hop, key));
  }

  private Optional<Problem> ask(String name, HostKey key) {
    if (!dialog.accept(hop, key.shownType(), key.fingerprint())) {
      return Optional.of(HostKeyProblems.refused(hop, key));
    }
    try {
      new KnownHostsFile(ownFile).add(name, key);
    } catch (IOException e) {
      return Optional.of(HostKeyProblems.notKept(hop, key, ownFile, e));
    }
    good.add(key);
    return Optional.empty();
  }

  /**
   * The names that count, as with OpenSSH: the first is the one that keys are kept under; a key
   * that is known by the other is good too. An alias stands for a machine, whatever its port.
   */
  private List<String> names() {
    String plain = hop.keyName().toLowerCase(Locale.ROOT);
    if (hop.port() == 22) {
      return List.of(plain);
    }
    String withPort = "[" + plain + "]:" + hop.port();
    boolean alias = !hop.keyName().equalsIgnoreCase(hop.host());
    return alias ? List.of(plain, withPort) : List.of(withPort, plain);
  }

  private List<KnownHostsLine> lines() {
    List<String> names = names();
    return Stream.concat(hop.knownHosts().stream(), Stream.of(ownFile))
        .distinct()
        .flatMap(file -> new KnownHostsFile(file).lines().stream())
        .filter(line -> line.isForOneOf(names))
        .toList();
  }

  private static List<HostKey> keys(List<KnownHostsLine> lines, Mark mark) {
    return lines.stream().filter(line -> line.mark() == mark).map(KnownHostsLine::key).toList();
  }
}
