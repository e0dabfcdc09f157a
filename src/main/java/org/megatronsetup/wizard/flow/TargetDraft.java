package org.megatronsetup.wizard.flow;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.megatronsetup.address.SshAddress;
import org.megatronsetup.model.Target;

/** Which machine, as typed, and which one all later pages work with. */
public final class TargetDraft {
  /** Where Megatron Core goes. */
  public enum Kind {
    LOCAL,
    SSH,
    CONTAINER
  }

  private static final Pattern BETWEEN_JUMPS = Pattern.compile("[,\\s]+");

  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.LOCAL);
  private final StringProperty host = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty("");
  private final StringProperty identity = new SimpleStringProperty("");
  private final StringProperty jumps = new SimpleStringProperty("");
  private final ContainerDraft container = new ContainerDraft();
  private final ObjectProperty<Target> inForce = new SimpleObjectProperty<>(new Target.Local());

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  /** An alias, a name or an address; may hold user and port, as in {@code ada@node7:2222}. */
  public StringProperty hostProperty() {
    return host;
  }

  public StringProperty userProperty() {
    return user;
  }

  public StringProperty portProperty() {
    return port;
  }

  /** Path of a key file on this computer. */
  public StringProperty identityProperty() {
    return identity;
  }

  /** Servers on the way, in their order, with commas or blanks between them. */
  public StringProperty jumpsProperty() {
    return jumps;
  }

  public ContainerDraft container() {
    return container;
  }

  /** Everything that makes it another target. */
  public Observable[] all() {
    return Stream.concat(Stream.of(kind, host, user, port, identity, jumps), container.all())
        .toArray(Observable[]::new);
  }

  /** Whether the fields of a machine behind SSH have a meaning. */
  public boolean overSsh() {
    return kind.get() == Kind.SSH
        || (kind.get() == Kind.CONTAINER && container.remoteProperty().get());
  }

  /** The target that the other pages work with. */
  public ObjectProperty<Target> inForceProperty() {
    return inForce;
  }

  /** Whether what is typed on later pages is about another machine than this computer. */
  public boolean remote() {
    return !(inForce.get() instanceof Target.Local);
  }

  /**
   * What was typed; its parts are not checked.
   *
   * @throws IllegalArgumentException as {@link #address} does
   */
  public Target typed() {
    Target machine = overSsh() ? ssh(address()) : new Target.Local();
    return kind.get() == Kind.CONTAINER ? container.on(machine) : machine;
  }

  /** What was typed beside the host; its parts are not checked. */
  public Target.Ssh ssh(SshAddress address) {
    return new Target.Ssh(
        address.host(),
        Words.optional(user.get()).or(address::user),
        Words.optional(port.get()).map(TargetDraft::number).or(address::port),
        Words.optional(identity.get()).map(TargetDraft::fromHome),
        jumps());
  }

  /**
   * What was typed as the host.
   *
   * @throws IllegalArgumentException with a sentence without its full stop
   */
  public SshAddress address() {
    String text = host.get().strip();
    boolean more = text.contains("@") || text.contains(":");
    boolean plain = !more || SshAddress.faultOfHost(text).isEmpty();
    return plain
        ? new SshAddress(Optional.empty(), text, Optional.empty())
        : SshAddress.parse(text);
  }

  /** What is no number is as wrong as a number out of range. */
  private static int number(String text) {
    return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static String fromHome(String path) {
    return path.startsWith("~/") ? System.getProperty("user.home") + path.substring(1) : path;
  }

  private List<String> jumps() {
    return BETWEEN_JUMPS.splitAsStream(jumps.get()).filter(jump -> !jump.isEmpty()).toList();
  }
}
