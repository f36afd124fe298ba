package rashomon.store;

import org.jspecify.annotations.Nullable;

/**
 * The store could not do it. The message is one sentence for a person: what, where, and what to do.
 * Nothing of the transaction it ended was kept, and all before it was.
 */
public final class StoreProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Who can mend it. */
  public enum Code {
    /** Whoever gave the command. */
    USER,
    /** Whoever keeps the machine, the disk or the database. */
    EXTERNAL,
    /** Us. */
    INTERNAL
  }

  private final Code code;

  StoreProblem(Code code, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.code = code;
  }

  /** What a command was asked and the store does not have. */
  public static StoreProblem missing(String sentence) {
    return new StoreProblem(Code.USER, sentence, null);
  }

  public Code code() {
    return code;
  }
}
