package rashomon.app;

import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/** How a comparison or a reading is written. */
enum Format {
  TEXT,
  JSON,
  MARKDOWN,
  HTML;

  /** The format of that name, as a person types it. */
  static Format named(String name) {
    for (Format format : values()) {
      if (format.toString().equals(name.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    throw new TypeConversionException("expected text, json, markdown or html, not '" + name + "'");
  }

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
