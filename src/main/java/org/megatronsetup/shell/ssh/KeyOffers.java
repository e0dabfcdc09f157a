package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.megatronsetup.words.Words;

/**
 * Which keys to offer, in OpenSSH's order: those of the agent that are configured, the agent's
 * others, then files. Few enough that a server that allows six failures still listens.
 */
final class KeyOffers {
  /** One less than what OpenSSH's server allows, so that a password can still be tried. */
  static final int MOST = 5;

  private static final int KEPT_FOR_FILES = 2;

  private final Hop hop;
  private final SshDialog dialog;
  private final Secrets secrets;
  private final Tried tried;
  private final Duration agentLimit;

  KeyOffers(Hop hop, SshDialog dialog, Secrets secrets, Tried tried, Duration agentLimit) {
    this.hop = hop;
    this.dialog = dialog;
    this.secrets = secrets;
    this.tried = tried;
    this.agentLimit = agentLimit;
  }

  /** Asks the agent and looks at the files; what cannot be offered is noted as tried. */
  List<Signer> signers() {
    Map<PublicBlob, Signer> others = agentSigners();
    List<Signer> offers = new ArrayList<>();
    List<Signer> files = new ArrayList<>();
    Set<PublicBlob> seen = new HashSet<>();
    for (Path file : new LinkedHashSet<>(hop.identities())) {
      Optional<PublicBlob> blob = PublicParts.of(file);
      if (blob.isPresent() && !seen.add(blob.get())) {
        continue;
      }
      Optional<Signer> inAgent = blob.map(others::remove);
      if (inAgent.isPresent()) {
        offers.add(inAgent.get());
      } else {
        fromFile(file, blob).ifPresent(files::add);
      }
    }
    if (!hop.onlyThese()) {
      int room = MOST - offers.size() - Math.min(KEPT_FOR_FILES, files.size());
      others.values().stream().limit(Math.max(0, room)).forEach(offers::add);
      int left = others.size() - Math.max(0, Math.min(room, others.size()));
      if (left > 0) {
        notOffered(Words.of("shell.tried.agent-keys.left", left));
      }
    }
    offers.addAll(files);
    if (offers.size() > MOST) {
      notOffered(Words.of("shell.tried.keys.left", offers.size() - MOST));
    }
    return List.copyOf(offers.subList(0, Math.min(MOST, offers.size())));
  }

  private void notOffered(String keys) {
    tried.note(keys, Words.of("shell.tried.not-offered"));
  }

  private Map<PublicBlob, Signer> agentSigners() {
    Map<PublicBlob, Signer> signers = new LinkedHashMap<>();
    if (hop.agent().isPresent()) {
      Agent agent = new Agent(hop.agent().get(), agentLimit);
      try {
        agent.keys().forEach(key -> signers.putIfAbsent(key.blob(), new AgentSigner(agent, key)));
      } catch (IOException e) {
        tried.note(Words.of("shell.tried.agent"), Words.of("shell.tried.agent.silent"));
      }
    }
    return signers;
  }

  private Optional<Signer> fromFile(Path file, Optional<PublicBlob> blob) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    String name = Words.of("shell.tried.key", file);
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      tried.note(name, Words.of("shell.tried.key.unread"));
      return Optional.empty();
    }
    if (blob.isPresent() && blob.get().token()) {
      tried.note(name, Words.of("shell.tried.key.token"));
      return Optional.empty();
    }
    return Optional.of(new FileSigner(file, blob, hop, dialog, secrets));
  }
}
