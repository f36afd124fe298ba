package rashomon.app;

import java.util.Locale;

/** How a comparison or a reading is written. */
enum Format {
  TEXT,
  JSON,
  MARKDOWN;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
