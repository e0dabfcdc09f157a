package org.megatronsetup.shell.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.EnumSet;
import java.util.Set;
import net.schmizz.sshj.SSHClient;
import net.schmizz.sshj.sftp.FileAttributes;
import net.schmizz.sshj.sftp.OpenMode;
import net.schmizz.sshj.sftp.RemoteFile;
import net.schmizz.sshj.sftp.Response.StatusCode;
import net.schmizz.sshj.sftp.SFTPClient;
import net.schmizz.sshj.sftp.SFTPException;
import org.megatronsetup.shell.Uploads;
import org.megatronsetup.words.Words;

/** Sends a file through SFTP, with many writes under way at a time. */
final class SftpWay {
  /** As much as OpenSSH's window holds: more would only wait for it. */
  private static final int UNDER_WAY = 64;

  private static final int OWNER_ONLY = 0600;

  /** Statuses that say something about the way and not about the file. */
  private static final Set<StatusCode> OF_THE_WAY =
      EnumSet.of(
          StatusCode.UNKNOWN,
          StatusCode.NO_CONNECTION,
          StatusCode.CONNECITON_LOST,
          StatusCode.BAD_MESSAGE);

  private final SshConnection connection;

  SftpWay(SshConnection connection) {
    this.connection = connection;
  }

  void send(Sending sending, String to) throws IOException {
    SFTPClient sftp = open();
    try {
      sftp.getSFTPEngine().setTimeoutMs(Math.toIntExact(SshUploads.STUCK.toMillis()));
      write(sftp, sending, to);
    } catch (Sending.UnreadableException | InterruptedIOException e) {
      throw e;
    } catch (SFTPException e) {
      if (isOfTheWay(e)) {
        throw connection.broken(e);
      }
      throw new Uploads.RefusedException(
          Words.of("shell.upload.sftp", Plain.line(String.valueOf(e.getMessage()))), e);
    } catch (IOException e) {
      // first the socket: closing a file waits for an answer
      throw connection.broken(e);
    } finally {
      // after a failure the library throws the same exception again
      Closing.quietly(sftp);
    }
  }

  private static boolean isOfTheWay(SFTPException e) {
    return OF_THE_WAY.contains(e.getStatusCode());
  }

  private SFTPClient open() throws IOException {
    SSHClient client = connection.client();
    try {
      return client.newSFTPClient();
    } catch (IOException e) {
      // a connection that just broke fails here too
      client.startSession().close();
      throw new NoSftpException(e);
    }
  }

  private static void write(SFTPClient sftp, Sending sending, String to) throws IOException {
    FileAttributes mode = new FileAttributes.Builder().withPermissions(OWNER_ONLY).build();
    long offset = sending.reached();
    RemoteFile file = sftp.open(to, EnumSet.of(OpenMode.WRITE, OpenMode.CREAT), mode);
    // its own close only waits for the answers
    @SuppressWarnings("resource")
    RemoteFile.RemoteFileOutputStream out = file.new RemoteFileOutputStream(offset, UNDER_WAY);
    try {
      sending.copy(out);
      out.flush();
    } catch (SFTPException e) {
      if (!isOfTheWay(e)) {
        // writes after the one that failed may have left a hole
        long sure = sending.reached() - (UNDER_WAY + 2L) * Sending.PIECE;
        file.setLength(Math.max(offset, sure));
      }
      throw e;
    }
    // whether all of it is there is looked at by its sum
    Closing.quietly(file);
  }

  /** The server answers, and has no SFTP that works. */
  static final class NoSftpException extends IOException {
    private static final long serialVersionUID = 1L;

    NoSftpException(Throwable cause) {
      super(cause);
    }
  }
}
