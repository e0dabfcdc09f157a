package org.megatronsetup.index;

import org.megatronsetup.model.SetupException;
import org.megatronsetup.words.Words;

/** A file in a folder. */
final class FolderBytes implements FileBytes {
  private final Folders folders;
  private final String path;
  private final Limits limits;

  FolderBytes(Folders folders, String path, Limits limits) {
    this.folders = folders;
    this.path = path;
    this.limits = limits;
  }

  @Override
  public Tail tail(int length) throws InterruptedException {
    long size = folders.size(path).orElseThrow(this::gone);
    long offset = Math.max(0, size - length);
    return new Tail(folders.read(path, offset, (int) (size - offset)), size);
  }

  @Override
  public byte[] read(long offset, int length) throws InterruptedException {
    return folders.read(path, offset, length);
  }

  @Override
  public byte[] all() throws InterruptedException {
    return folders.readAll(path, limits.file()).orElseThrow(this::gone);
  }

  private SetupException gone() {
    return new SetupException(MetadataProblems.unreadable(path, Words.of("index.file.missing")));
  }
}
