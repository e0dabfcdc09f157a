package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.transport.verification.PromiscuousVerifier;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.auth.keyboard.InteractiveChallenge;
import org.apache.sshd.server.auth.keyboard.KeyboardInteractiveAuthenticator;
import org.apache.sshd.server.auth.keyboard.UserAuthKeyboardInteractiveFactory;
import org.apache.sshd.server.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.server.auth.pubkey.UserAuthPublicKeyFactory;
import org.apache.sshd.server.session.ServerSession;

/** A server on loopback that writes down what it is offered. */
final class SignInServer implements AutoCloseable {
  final Set<String> keys = ConcurrentHashMap.newKeySet();
  final List<String> offered = new CopyOnWriteArrayList<>();
  final List<String> passwords = new CopyOnWriteArrayList<>();
  volatile String password = "none of yours";

  /** Prompts of the questions and what is right, in order. */
  volatile Map<String, String> questions = Map.of();

  final SshServer sshd = SshServer.setUpDefaultServer();

  /**
   * @param methods as in {@code publickey,keyboard-interactive password}: parts by commas,
   *     alternatives by spaces
   */
  SignInServer(String methods) throws Exception {
    sshd.setHost("127.0.0.1");
    var generator = SecurityUtils.getKeyPairGenerator("EC");
    generator.initialize(256);
    sshd.setKeyPairProvider(KeyPairProvider.wrap(generator.generateKeyPair()));
    sshd.setUserAuthFactories(
        List.of(
            UserAuthPublicKeyFactory.INSTANCE,
            UserAuthKeyboardInteractiveFactory.INSTANCE,
            UserAuthPasswordFactory.INSTANCE));
    CoreModuleProperties.AUTH_METHODS.set(sshd, methods);
    sshd.setPublickeyAuthenticator(
        (user, key, session) -> {
          String line = PublicKeyEntry.toString(key);
          if (offered.isEmpty() || !offered.getLast().equals(line)) {
            offered.add(line);
          }
          return keys.contains(line);
        });
    sshd.setPasswordAuthenticator(
        (user, text, session) -> {
          passwords.add(text);
          return text.equals(password);
        });
    sshd.setKeyboardInteractiveAuthenticator(new Questions());
    sshd.start();
  }

  Hop hop(List<Path> identities, boolean onlyThese, Optional<Path> agent) {
    int port = sshd.getPort();
    return new Hop(
        "box", "127.0.0.1", port, "ada", "127.0.0.1", identities, onlyThese, agent, List.of());
  }

  Hop hop(Path... identities) {
    return hop(List.of(identities), false, Optional.empty());
  }

  SSHClient connect() throws IOException {
    SSHClient client = new SSHClient();
    client.addHostKeyVerifier(new PromiscuousVerifier());
    client.connect("127.0.0.1", sshd.getPort());
    return client;
  }

  /** Signs in, looks whether it is so, and hangs up. */
  void signIn(Hop hop, ScriptedDialog dialog, Secrets secrets) throws Exception {
    try (SSHClient client = connect()) {
      new SignIn(secrets, Duration.ofSeconds(20), Duration.ofMillis(800))
          .signIn(client, hop, dialog);
      if (!client.isAuthenticated()) {
        throw new AssertionError("signed in, and yet not");
      }
    }
  }

  @Override
  public void close() throws IOException {
    sshd.close(true);
  }

  private final class Questions implements KeyboardInteractiveAuthenticator {
    @Override
    public InteractiveChallenge generateChallenge(
        ServerSession session, String user, String language, String methods) {
      InteractiveChallenge challenge = new InteractiveChallenge();
      challenge.setInteractionName("Gate");
      challenge.setInteractionInstruction("Two things");
      questions.keySet().forEach(prompt -> challenge.addPrompt(prompt, prompt.startsWith("Code")));
      return questions.isEmpty() ? null : challenge;
    }

    @Override
    public boolean authenticate(ServerSession session, String user, List<String> responses) {
      passwords.addAll(responses);
      return responses.equals(List.copyOf(questions.values()));
    }
  }
}
