package rashomon.ingest;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text and Markdown: the text stays as it is, so that offsets hold in the file. Its first
 * line is the title where a blank line follows; a Markdown heading loses its signs in the title,
 * and nowhere else.
 */
final class PlainText {

  private static final Pattern TITLE = Pattern.compile("\\A(.{1,1000}+)\\R[ \\t]*(?:\\R|\\z)");

  private PlainText() {}

  static Article read(String text) {
    return Article.verbatim(metadata(text), text);
  }

  private static Metadata metadata(String text) {
    Matcher line = TITLE.matcher(text);
    return line.lookingAt()
        ? Metadata.titled(line.group(1).replaceFirst("^#{1,6} +", ""))
        : Metadata.NONE;
  }
}
