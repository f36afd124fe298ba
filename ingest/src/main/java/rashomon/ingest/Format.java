package rashomon.ingest;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written. Its name tells; where that says nothing, the beginning of its text does.
 */
enum Format {
  TEXT,
  HTML,
  JSON,
  JSON_LINES;

  private static final Pattern JSON_START = Pattern.compile("\\{\\s*[\"}]|\\[\\s*[{\\]]");
  private static final Pattern HTML_START =
      Pattern.compile(
          "<(!doctype\\s+html|html|head|body|title|meta|article|main|div|p|h1)\\b",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern MARKUP_BEFORE_HTML =
      Pattern.compile("<[?!].{0,2000}?<html\\b", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  /** What the server says of HTML and JSON is believed only where the text looks like it. */
  static Format of(String name, @Nullable String contentType, String text) {
    if (contentType == null) {
      return of(name, text);
    }
    Format seen = ofText(text);
    String type = contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> seen == TEXT ? HTML : seen;
      case "application/x-ndjson", "application/jsonl", "application/jsonlines" -> JSON_LINES;
      case "application/json", "application/ld+json", "application/vnd.iptc.g2.newsitem+json" ->
          seen == TEXT ? JSON : seen;
      default -> seen;
    };
  }

  private static Format of(String name, String text) {
    String known = withoutGz(name.toLowerCase(Locale.ROOT));
    return switch (known.substring(known.lastIndexOf('.') + 1)) {
      case "txt", "text", "md", "markdown" -> TEXT;
      case "html", "htm", "xhtml" -> HTML;
      case "json" -> JSON;
      case "jsonl", "ndjson" -> JSON_LINES;
      default -> ofText(text);
    };
  }

  static String withoutGz(String name) {
    return name.regionMatches(true, name.length() - 3, ".gz", 0, 3)
        ? name.substring(0, name.length() - 3)
        : name;
  }

  private static Format ofText(String text) {
    String start = text.substring(0, Math.min(text.length(), 4_000)).strip();
    if (JSON_START.matcher(start).lookingAt()) {
      return JSON;
    }
    boolean html =
        HTML_START.matcher(start).lookingAt() || MARKUP_BEFORE_HTML.matcher(start).lookingAt();
    return html ? HTML : TEXT;
  }
}
