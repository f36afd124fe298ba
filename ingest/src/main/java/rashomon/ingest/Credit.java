package rashomon.ingest;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words in a report that say it is, in whole or in part, somebody else's: the name in brackets
 * of a dateline, or a closing line about who contributed, reported or holds the rights.
 */
final class Credit {

  /** OSTVIK, Orvania (AP) — */
  private static final Pattern DATELINE =
      Pattern.compile("^[\\p{Lu}\\d][^()\\n]{0,60}\\(([\\p{Lu}][\\p{L}&. -]{1,30})\\)\\s*[—–:-]");

  private static final List<Pattern> CLOSINGS =
      List.of(
          Pattern.compile(
              "^(.{2,160}?\\bcontributed (?:reporting )?to this (?:report|story|article)\\b.{0,60})$"),
          Pattern.compile("^\\W*((?:Additional )?[Rr]eporting by .{2,200})$"),
          Pattern.compile(
              "^\\W*((?:With|Includes) (?:reporting|files|material|inputs) (?:by|from) .{2,120})$"),
          Pattern.compile("^\\W*((?:Copyright|©).{2,120})$"),
          Pattern.compile("^[-–—(]\\s?([\\p{Lu}][\\p{L}&. ]{1,40})\\)?$"));

  private static final int LAST = 5;

  private Credit() {}

  static @Nullable String in(List<String> paragraphs) {
    int first = Math.max(0, paragraphs.size() - LAST);
    Optional<String> closing =
        paragraphs.subList(first, paragraphs.size()).reversed().stream()
            .flatMap(paragraph -> CLOSINGS.stream().map(closingOf -> closingOf.matcher(paragraph)))
            .filter(Matcher::lookingAt)
            .map(found -> found.group(1))
            .findFirst();
    return closing.or(() -> dateline(paragraphs)).orElse(null);
  }

  private static Optional<String> dateline(List<String> paragraphs) {
    return paragraphs.stream()
        .limit(3)
        .map(DATELINE::matcher)
        .filter(Matcher::lookingAt)
        .map(found -> "(" + found.group(1) + ")")
        .findFirst();
  }
}
