package rashomon.compare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rashomon.model.Report;

/**
 * Whom a report credits for its text: the agency of a dateline (<i>KESSEN (MNA) —</i>), of a
 * byline, or of a closing line (<i>Meridian News Agency contributed to this report</i>). Whoever
 * stands there is one; no agency is known by name.
 */
public final class Credits {

  private static final String NAME =
      "(\\p{Lu}[\\p{L}&.'’-]*(?: (?:of |and |the )?\\p{Lu}[\\p{L}&.'’-]*){0,4})";

  /** In the first lines: <i>KESSEN, Ilmeria (MNA) —</i>. */
  private static final Pattern DATELINE =
      Pattern.compile("(?m)^\\P{Ll}[^\\n()]{0,60}\\(" + NAME + "\\)\\s*[-–—:]");

  /** Nothing but a name on a line of its own between brackets, or after a dash or © at the end. */
  private static final Pattern ALONE =
      Pattern.compile("(?m)^\\s*(?:\\(" + NAME + "\\)|[—–©]\\s*(?:\\d{4}\\s+)?" + NAME + ")\\s*$");

  private static final Pattern LINE =
      Pattern.compile(
          "(?m)"
              + NAME
              + "(?: (?:has|have))? contributed to this (?:report|story|article)"
              + "|(?:[Aa]dditional |[Ww]ith )?(?:[Rr]eporting|[Mm]aterial|[Ff]iles) (?:by|from) "
              + NAME
              + "|(?:[Tt]his (?:story|report|article) (?:was|is|comes) (?:first )?"
              + "(?:published|supplied|provided|produced|distributed)? ?(?:by|from)|^Source:|©|[Cc]opyright(?: ©)?)"
              + " (?:\\d{4} )?(?:the |The )?"
              + NAME);

  /** Without any of these, {@link #LINE} finds nothing; it is slow where many words are names. */
  private static final Pattern CUE =
      Pattern.compile(
          " contributed to this |(?:eporting|aterial|iles) (?:by|from) "
              + "|his (?:story|report|article) |Source:|©|opyright");

  /** A credit that is a name and hardly more: <i>Source: dpa</i>, <i>(MNA)</i>, <i>AP</i>. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\(?(?:[Ss]ource: ?|©|[Cc]opyright(?: ©)?)?\\s*(?:\\d{4}\\s+)?(?:[Tt]he )?(?:"
              + NAME
              + "|([\\p{L}\\p{N}][\\p{L}\\p{N}.&-]{1,60}))\\)?\\.?");

  private static final int HEAD = 600;

  private Credits() {}

  /** The names as they stand, the first to be met first. */
  static Set<String> of(Report report) {
    String text = report.text();
    String head = text.substring(0, Math.min(HEAD, text.length()));
    String credit = report.credit() == null ? "" : report.credit();
    return Stream.of(
            names(DATELINE, head),
            names(ALONE, text),
            credited(text),
            whole(credit),
            credited(credit))
        .flatMap(List::stream)
        .filter(name -> !isOwn(name, report))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static List<String> credited(String text) {
    return CUE.matcher(text).find() ? names(LINE, text) : List.of();
  }

  /** The agency that a report names as where its whole text is from, if any. */
  static Optional<String> agency(Report report) {
    String head = report.text().substring(0, Math.min(HEAD, report.text().length()));
    String credit = report.credit() == null ? "" : report.credit();
    return Stream.of(names(DATELINE, head), names(ALONE, report.text()), whole(credit))
        .flatMap(List::stream)
        .findFirst();
  }

  /** The agency that a report itself credits for its whole text; empty where that is its outlet. */
  public static Optional<String> own(Report report) {
    return agency(report).filter(name -> !isOwn(name, report));
  }

  private static boolean isOwn(String name, Report report) {
    return report.outlet() != null && same(name, report.outlet());
  }

  private static List<String> whole(String credit) {
    return NAMED.matcher(credit).matches() ? names(NAMED, credit) : List.of();
  }

  private static List<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(
            found ->
                Stream.iterate(1, i -> i <= found.groupCount(), i -> i + 1)
                    .map(found::group)
                    .filter(group -> group != null)
                    .findFirst()
                    .orElse(""))
        .map(name -> name.replaceFirst("^The ", "").replaceFirst("[.,]$", ""))
        .filter(name -> !name.isEmpty())
        .toList();
  }

  /** Whether two names are one: alike, or one the initials of the other. */
  static boolean same(String one, String other) {
    String a = bare(one);
    String b = bare(other);
    return !a.isEmpty() && (a.equals(b) || a.equals(initials(other)) || b.equals(initials(one)));
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^the ", "").replaceAll("[^\\p{L}\\d]", "");
  }

  private static String initials(String name) {
    Matcher words = Pattern.compile("\\b\\p{Lu}").matcher(name);
    String initials = words.results().map(found -> found.group()).collect(Collectors.joining());
    return initials.length() < 2 ? "" : initials.toLowerCase(Locale.ROOT);
  }
}
