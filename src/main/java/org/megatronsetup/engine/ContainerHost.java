package org.megatronsetup.engine;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.megatronsetup.model.ImageOffer;
import org.megatronsetup.model.Release;
import org.megatronsetup.model.RunEvent;

/**
 * The machine that a container lives on. Every method blocks; interrupting the thread ends the
 * waiting. What goes wrong as it may is a {@link org.megatronsetup.model.SetupException}.
 */
public interface ContainerHost {

  /** Looks at engine, image and container; changes nothing. */
  Groundwork look() throws InterruptedException;

  /** The words that a person on the host calls the engine with: {@code docker}, or with sudo. */
  List<String> call() throws InterruptedException;

  /**
   * Fetches the image and starts the container as {@link #look} says. It goes on by itself on the
   * host, and is followed to its end; a second call takes up what goes on already. Interrupting
   * ends the following only.
   *
   * @param listener hears states, steps, and the log, from which {@code run.progress.Progress}
   *     reads how far the image is
   * @throws org.megatronsetup.model.SetupException with the cause where it does not succeed
   */
  void lay(Groundwork groundwork, Consumer<RunEvent> listener) throws InterruptedException;

  /** Ends what {@link #lay} started. Podman keeps the layers that came whole, Docker does not. */
  void stopLaying() throws InterruptedException;

  /**
   * Images to choose from, the recommended one first.
   *
   * @param release which Megatron Core they are for; empty: the newest stable one
   */
  List<ImageOffer> images(Optional<Release> release) throws InterruptedException;

  /**
   * Keeps the container's files as an image on the host.
   *
   * @param image name with a tag
   */
  void commit(String image) throws InterruptedException;

  /** Stops the container and removes it with everything in it. */
  void remove() throws InterruptedException;
}
