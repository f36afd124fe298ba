package rashomon.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Lets one store at a time write to a folder; goes with the process that holds it. */
final class Lock {

  private final Path file;
  private @Nullable FileChannel channel;

  Lock(Path file) {
    this.file = file;
  }

  void take() {
    try {
      FileChannel opened =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      try {
        FileLock lock = opened.tryLock();
        if (lock == null) {
          throw held(opened, null);
        }
      } catch (OverlappingFileLockException here) {
        throw held(opened, here);
      }
      channel = opened;
    } catch (IOException refused) {
      throw new StoreProblem(
          StoreProblem.Code.USER,
          file.getParent() + " may not be written; allow it, or name another store.",
          refused);
    }
  }

  private StoreProblem held(FileChannel opened, @Nullable Exception cause) throws IOException {
    opened.close();
    return new StoreProblem(
        StoreProblem.Code.USER,
        "Another Rashomon writes to "
            + file.getParent()
            + "; wait until it is done, or stop it, and try again.",
        cause);
  }

  void release() {
    try {
      if (channel != null) {
        channel.close();
        channel = null;
      }
    } catch (IOException leaves) {
      // The lock goes with the process at the latest.
      channel = null;
    }
  }
}
