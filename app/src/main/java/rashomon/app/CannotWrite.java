package rashomon.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Output that could not be written where it was asked for. Its message is one sentence for a
 * person.
 */
final class CannotWrite extends RuntimeException {

  private static final long serialVersionUID = 1;

  CannotWrite(String place, IOException cause) {
    super("Cannot write " + place + ": " + reason(cause) + ".", cause);
  }

  CannotWrite(String place, String reason) {
    super("Cannot write " + place + ": " + reason + ".");
  }

  private static String reason(IOException cause) {
    return switch (cause) {
      case AccessDeniedException _ -> "permission denied";
      case NoSuchFileException _ -> "there is no such folder";
      case FileAlreadyExistsException _ -> "a file of that name is in the way";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> cause.getMessage() == null ? cause.toString() : cause.getMessage();
    };
  }
}
