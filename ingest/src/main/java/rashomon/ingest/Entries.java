package rashomon.ingest;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rashomon.model.Rejection;

/**
 * The reports in some bytes, whatever these are: by their name, by what was said of them, by their
 * look.
 */
final class Entries {

  private interface Reading {
    Article article() throws Unusable;
  }

  private record Single(Reading reading) implements Entry {
    @Override
    public String suffix() {
      return "";
    }

    @Override
    public Article article(String file, Consumer<Rejection> bad) throws Unusable {
      return reading.article();
    }
  }

  private Entries() {}

  /**
   * @param name of the file, or the address
   * @param contentType as the server gave it, where one did
   */
  static List<Entry> of(byte[] bytes, String name, @Nullable String contentType) throws Unusable {
    if (Pdf.is(bytes)) {
      return single(() -> Pdf.read(bytes));
    }
    String text = Encoding.decode(bytes, contentType);
    Format format = Format.of(name, contentType, text);
    NoReport.refuse(text, format, name, contentType);
    return switch (format) {
      case TEXT -> single(() -> PlainText.read(text));
      case HTML -> single(() -> Html.read(text, name));
      case JSON -> JsonRecords.of(text, false);
      case JSON_LINES -> JsonRecords.of(text, true);
    };
  }

  /** The language a text is in, or else the one it says it is in; never too long a text. */
  static String checked(Article article, String text) throws Unusable {
    if (text.length() > Ingest.MAX_LENGTH) {
      throw new Unusable(
          "too-long",
          "It has "
              + text.length()
              + " characters and at most "
              + Ingest.MAX_LENGTH
              + " are read: split it, or cut what is not the report.");
    }
    String found = Language.of(text);
    return found.equals(Language.UNKNOWN) ? article.language() : found;
  }

  private static List<Entry> single(Reading reading) {
    return List.of(new Single(reading));
  }
}
