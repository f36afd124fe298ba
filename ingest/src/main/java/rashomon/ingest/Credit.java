package rashomon.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words in a report that say it is, in whole or in part, somebody else's: a closing line about
 * who contributed, reported or holds the rights, the name in brackets of a dateline, or an author
 * who is no person. No agency is known by name.
 */
final class Credit {

  /** OSTVIK, Orvania (AP) — */
  private static final Pattern DATELINE =
      Pattern.compile("^[\\p{Lu}\\d][^()\\n]{0,60}\\(([\\p{Lu}][\\p{L}&. -]{1,30})\\)\\s*[—–:-]");

  private static final Pattern RIGHTS = Pattern.compile("^\\W*((?:Copyright|©).{2,120})$");

  private static final List<Pattern> CLOSINGS =
      List.of(
          Pattern.compile(
              "^(.{2,160}?\\bcontributed (?:reporting )?to this (?:report|story|article)\\b.{0,60})$"),
          Pattern.compile("^\\W*((?:Additional )?[Rr]eporting by .{2,200})$"),
          Pattern.compile(
              "^\\W*((?:With|Includes) (?:reporting|files|material|inputs) (?:by|from) .{2,120})$"),
          Pattern.compile("^\\W*([Ss]ource: ?\\p{L}[^:\\n]{1,80})$"),
          RIGHTS,
          Pattern.compile("^[-–—(]\\s?([\\p{Lu}][\\p{L}&. ]{1,40})\\)?$"));

  /** Initials by themselves under a report; wire desks write <i>END</i> and <i>MORE</i> there. */
  private static final Pattern INITIALS = Pattern.compile("(?!ENDS?$|MORE$)\\p{Lu}{2,5}");

  /** What companies that sell news call themselves. */
  private static final Pattern COMPANY =
      Pattern.compile(
          "(?i).*\\b(?:press|presse|pressa|news|newswire|wires?|agency|agence|agencia|agenzia|agentur|agencies)\\b.*");

  /** Who signs with one word and is no agency: these, and whoever has no capital letter. */
  private static final Set<String> ROLES =
      Set.of(
          "admin",
          "administrator",
          "anonymous",
          "author",
          "contributor",
          "correspondent",
          "desk",
          "editor",
          "editorial",
          "editors",
          "guest",
          "newsdesk",
          "newsroom",
          "redaktion",
          "reporter",
          "staff",
          "team",
          "webmaster",
          "writer");

  private static final Pattern ONE_WORD = Pattern.compile("\\p{Lu}[\\p{L}&.-]+");
  private static final int LAST = 5;

  private Credit() {}

  /** {@code said}, with its credit found in the report where it has none. */
  static Metadata in(Metadata said, List<String> paragraphs) {
    return said.credit() != null
        ? said
        : said.credited(
            closing(paragraphs, said.outlet())
                .or(() -> dateline(paragraphs))
                .or(() -> author(said))
                .orElse(null));
  }

  private static Optional<String> closing(List<String> paragraphs, @Nullable String outlet) {
    int first = Math.max(0, paragraphs.size() - LAST);
    return Stream.concat(
            paragraphs.reversed().stream().limit(1).filter(INITIALS.asMatchPredicate()),
            paragraphs.subList(first, paragraphs.size()).reversed().stream()
                .flatMap(paragraph -> CLOSINGS.stream().map(closing -> closing.matcher(paragraph)))
                .filter(Matcher::lookingAt)
                .map(found -> closed(found.group(1))))
        .filter(isOf(outlet).negate())
        .findFirst();
  }

  /** Whether words on rights name the outlet itself, or the name is its own. */
  private static Predicate<String> isOf(@Nullable String outlet) {
    return words ->
        outlet != null
            && (words.equalsIgnoreCase(outlet)
                || (RIGHTS.matcher(words).matches() && words.contains(outlet)));
  }

  /** Without a closing bracket whose opening one stands before these words. */
  private static String closed(String words) {
    long open = words.chars().filter(c -> c == '(').count();
    long shut = words.chars().filter(c -> c == ')').count();
    return words.endsWith(")") && open < shut
        ? words.substring(0, words.length() - 1).strip()
        : words;
  }

  private static Optional<String> dateline(List<String> paragraphs) {
    return paragraphs.stream()
        .limit(3)
        .map(DATELINE::matcher)
        .filter(Matcher::lookingAt)
        .map(found -> "(" + found.group(1) + ")")
        .findFirst();
  }

  private static Optional<String> author(Metadata said) {
    return said.authors().stream()
        .filter(
            name ->
                COMPANY.matcher(name).matches()
                    || (ONE_WORD.matcher(name).matches()
                        && !ROLES.contains(name.toLowerCase(Locale.ROOT))))
        .filter(name -> said.outlet() == null || !isPartOf(name, said.outlet()))
        .findFirst();
  }

  /** Whether an author is the outlet itself, or its newsroom. */
  private static boolean isPartOf(String author, String outlet) {
    String one = author.toLowerCase(Locale.ROOT);
    String other = outlet.toLowerCase(Locale.ROOT);
    return one.contains(other) || other.contains(one);
  }
}
