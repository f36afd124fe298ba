package rashomon.ingest;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Refuses what sites have beside reports: lists of pages, parts of pages, and notes to readers. */
final class NoReport {

  private static final int HEAD = 4_000;

  /** A page that nothing shows to be an article has so many words at the least to pass for one. */
  private static final int FEWEST_WORDS = 40;

  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern FIRST_TAG =
      Pattern.compile("\\A\\s*(?:<[?!][^>]*>\\s*)*<(?:[\\w.-]+:)?([\\w.-]+)");
  private static final Pattern JSON_FEED =
      Pattern.compile("\"version\"\\s*:\\s*\"https?:[\\\\/]+jsonfeed\\.org");

  /** By the first tag. */
  private static final Map<String, String> DOCUMENTS =
      Map.of(
          "rss", "a feed",
          "feed", "a feed",
          "rdf", "a feed",
          "urlset", "a sitemap",
          "sitemapindex", "a list of sitemaps",
          "opml", "a list of feeds",
          "svg", "a picture");

  /** By what the server calls it, or the end of its name. */
  private static final Map<String, String> TYPES =
      Map.of(
          "application/rss+xml", "a feed",
          "application/atom+xml", "a feed",
          "text/css", "a style sheet",
          "css", "a style sheet",
          "text/javascript", "a script",
          "application/javascript", "a script",
          "application/x-javascript", "a script",
          "js", "a script");

  private NoReport() {}

  /** Refuses a file that is of another kind, whatever it holds. */
  static void refuse(String text, Format format, String name, @Nullable String contentType)
      throws Unusable {
    Optional<String> kind =
        switch (format) {
          case TEXT -> document(text).or(() -> type(name, contentType));
          case HTML -> document(text);
          case JSON ->
              JSON_FEED.matcher(head(text)).find() ? Optional.of("a feed") : Optional.empty();
          case JSON_LINES -> Optional.empty();
        };
    if (kind.isPresent()) {
      throw new Unusable(
          "no-report",
          "This is " + kind.get() + " and no report: give the pages themselves, or its address.");
    }
  }

  /** Refuses a page of few words with neither date nor author, nor anything else of an article. */
  static void refuse(Article article) throws Unusable {
    Metadata said = article.metadata();
    if (!article.marked()
        && said.published() == null
        && said.authors().isEmpty()
        && words(article.text()) < FEWEST_WORDS) {
      throw new Unusable(
          "no-article",
          "No article was found on this page: it has a few words, and neither a date nor an author."
              + " A page of an error, of cookies or to log in looks so.");
    }
  }

  private static Optional<String> document(String text) {
    Matcher first = FIRST_TAG.matcher(COMMENT.matcher(head(text)).replaceAll(""));
    return first.find()
        ? Optional.ofNullable(DOCUMENTS.get(first.group(1).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  private static Optional<String> type(String name, @Nullable String contentType) {
    String path = name.toLowerCase(Locale.ROOT).split("[?#]", 2)[0];
    if (path.substring(path.lastIndexOf('/') + 1).equals("robots.txt")) {
      return Optional.of("a site's rules for robots");
    }
    String type =
        contentType == null
            ? path.substring(path.lastIndexOf('.') + 1)
            : contentType.toLowerCase(Locale.ROOT).split(";", 2)[0].strip();
    return Optional.ofNullable(TYPES.get(type));
  }

  private static String head(String text) {
    return text.substring(0, Math.min(HEAD, text.length()));
  }

  /** In any script, as Unicode divides it (UAX 29). */
  private static int words(String text) {
    BreakIterator words = BreakIterator.getWordInstance(Locale.ROOT);
    words.setText(text);
    int count = 0;
    for (int at = words.first(); at != BreakIterator.DONE && count < FEWEST_WORDS; ) {
      at = words.next();
      count += words.getRuleStatus() == BreakIterator.WORD_NONE ? 0 : 1;
    }
    return count;
  }
}
