package rashomon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rashomon.model.Span;
import rashomon.model.Stamp;

/**
 * Full-text search over the latest versions of reports, and over what any version says that
 * somebody said, the same in every database ({@link Words}).
 */
public final class Search {

  /**
   * What is looked for. All that is given must hold.
   *
   * @param words each of them occurs, and those in double quotes next to each other; empty for any.
   *     No character has any other meaning
   * @param party words that all occur in the names of one who speaks
   * @param outlet words that all occur in the name of the outlet
   * @param from {@link Hit#at} is then or later. {@code to} likewise, and before it
   */
  public record Question(
      String words,
      @Nullable String party,
      @Nullable String outlet,
      @Nullable Instant from,
      @Nullable Instant to,
      int most) {

    public static Question of(String words) {
      return new Question(words, null, null, null, null, 100);
    }

    public Question party(String name) {
      return new Question(words, name, outlet, from, to, most);
    }

    public Question outlet(String name) {
      return new Question(words, party, name, from, to, most);
    }

    public Question between(@Nullable Instant earliest, @Nullable Instant latest) {
      return new Question(words, party, outlet, earliest, latest, most);
    }

    public Question most(int number) {
      return new Question(words, party, outlet, from, to, number);
    }
  }

  /**
   * A report that was found.
   *
   * @param at when it was published, else seen; of a statement, when it was first told: where that
   *     was not in the first version, when the version says it was modified, else when that was
   *     seen
   */
  public record Hit(
      String report,
      @Nullable String outlet,
      @Nullable Stamp published,
      Instant at,
      String title,
      @Nullable String url) {}

  /**
   * A statement that was found. One that is word for word in several versions of its report is one;
   * all spans lie in the text of the last that has it.
   *
   * @param in the report, as that version has it
   * @param statement its number in the reading of that version
   * @param party the fullest name of who says it; null where the report does not tell
   * @param cue the words that attribute it; null for a quotation without any
   * @param denied whether the party denies the content
   * @param words its content
   * @param spans where that stands
   * @param first the number of the first version that has it, from 1
   * @param firstSeen when that was seen
   * @param last the number of the last version that has it
   * @param lastSeen when the report was last seen with it
   * @param gone null where it is in the report's latest version
   */
  public record Said(
      Hit in,
      int statement,
      @Nullable String party,
      @Nullable Cue cue,
      boolean denied,
      String words,
      List<Span> spans,
      int first,
      Instant firstSeen,
      int last,
      Instant lastSeen,
      @Nullable Gone gone) {
    public Said {
      spans = List.copyOf(spans);
    }
  }

  /** The words that attribute a statement, and where they stand. */
  public record Cue(String words, Span span) {}

  /**
   * That a statement is no longer in its report.
   *
   * @param version the first that lacks it, from 1
   * @param at when that says it was modified, else when it was seen
   */
  public record Gone(int version, Instant at) {}

  private static final String FOUND =
      """
      SELECT p.*, v.outlet AS v_outlet, v.published, v.title, v.url, v.number,
        (SELECT f.seen FROM version f WHERE f.report = p.report AND f.number = p.first) AS first_seen,
        (SELECT max(l.seen) FROM version l WHERE l.report = p.report AND (p.gone IS NULL
          OR (l.seen, l.capture) < (SELECT g.seen, g.capture FROM version g
            WHERE g.report = p.report AND g.number = p.gone))) AS last_seen
      FROM (SELECT p.* FROM passage p WHERE ${where}
          ORDER BY p.at DESC, p.report, p.statement, p.capture LIMIT :most) p
        JOIN version v ON v.report = p.report AND v.capture = p.capture
      ORDER BY p.at DESC, p.report, p.statement, p.capture""";

  private final Handle handle;
  private final Dialect dialect;
  private final Passages passages;

  Search(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
    this.passages = new Passages(handle, dialect);
  }

  /** Reports in which the words occur and somebody so named says something; the latest first. */
  public List<Hit> reports(Question question) {
    return query("p.statement = 0", question).map((row, context) -> hit(row)).list();
  }

  /**
   * Statements in whose content the words occur, by somebody so named; the latest first. Those that
   * stand in older versions of their reports alone are among them.
   */
  public List<Said> statements(Question question) {
    return query("p.statement > 0", question).map((row, context) -> said(row)).list();
  }

  private Query query(String which, Question question) {
    List<List<String>> words = phrases(question.words());
    List<String> who = Words.of(question.party());
    List<String> outlet = Words.of(question.outlet());
    boolean nothing =
        (words.isEmpty() && !question.words().isBlank())
            || (question.party() != null && who.isEmpty())
            || (question.outlet() != null && outlet.isEmpty());
    boolean any = words.isEmpty() && who.isEmpty();
    StringBuilder where = new StringBuilder(which);
    if (nothing) {
      where.append(" AND 1 = 0");
    }
    for (int i = 0; i < outlet.size(); i++) {
      where.append(" AND ' ' || p.outlet || ' ' LIKE :outlet").append(i);
    }
    if (question.from() != null) {
      where.append(" AND p.at >= :from");
    }
    if (question.to() != null) {
      where.append(" AND p.at < :to");
    }
    if (!any && !nothing) {
      where.append(" AND ").append(dialect.matches(!words.isEmpty(), !who.isEmpty()));
    }
    Query query =
        handle
            .createQuery(FOUND.replace("${where}", where.toString()))
            .bind("most", question.most());
    for (int i = 0; i < outlet.size(); i++) {
      query.bind("outlet" + i, "% " + outlet.get(i) + " %");
    }
    if (question.from() != null) {
      query.bind("from", Micros.of(question.from()));
    }
    if (question.to() != null) {
      query.bind("to", Micros.of(question.to()));
    }
    if (!any && !nothing) {
      dialect.bind(query, words, who.stream().map(List::of).toList());
    }
    return query;
  }

  /** Words, each alone, and those in double quotes together. */
  private static List<List<String>> phrases(String words) {
    List<List<String>> phrases = new ArrayList<>();
    String[] parts = words.split("\"", -1);
    for (int i = 0; i < parts.length; i++) {
      List<String> part = Words.of(parts[i]);
      if (i % 2 == 0) {
        part.forEach(word -> phrases.add(List.of(word)));
      } else if (!part.isEmpty()) {
        phrases.add(part);
      }
    }
    return phrases;
  }

  private static Hit hit(ResultSet row) throws SQLException {
    return new Hit(
        row.getString("report"),
        row.getString("v_outlet"),
        Rows.stamp(row.getString("published")),
        Micros.instant(row.getLong("at")),
        row.getString("title"),
        row.getString("url"));
  }

  private static Said said(ResultSet row) throws SQLException {
    String cue = row.getString("cue");
    int gone = row.getInt("gone");
    return new Said(
        hit(row),
        row.getInt("statement"),
        row.getString("party"),
        cue == null ? null : new Cue(cue, Passages.spans(row.getString("cue_span")).getFirst()),
        row.getInt("denied") == 1,
        row.getString("words"),
        Passages.spans(row.getString("spans")),
        row.getInt("first"),
        Micros.instant(row.getLong("first_seen")),
        row.getInt("number"),
        Micros.instant(row.getLong("last_seen")),
        gone == 0 ? null : new Gone(gone, Micros.instant(row.getLong("gone_at"))));
  }

  /** Lets nothing of a report be found. */
  void remove(String report) {
    passages.remove(report);
  }

  Passages passages() {
    return passages;
  }
}
