package rashomon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;
import rashomon.model.Party;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.model.Statement;
import rashomon.model.Version;

/**
 * Full-text search over the latest versions of reports and what they say that somebody said, the
 * same in every database ({@link Words}).
 */
public final class Search {

  /**
   * What is looked for. All that is given must hold.
   *
   * @param words each of them occurs, and those in double quotes next to each other; empty for any.
   *     No character has any other meaning
   * @param party words that all occur in the names of one who speaks
   * @param outlet its name, whatever the case and marks
   * @param from published then or later; seen, where not known. {@code to} likewise, and before it
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

  /** A report that was found. {@code at} is when it was published, else seen. */
  public record Hit(
      String report,
      @Nullable String outlet,
      @Nullable Stamp published,
      Instant at,
      String title,
      @Nullable String url) {}

  /**
   * A statement that was found.
   *
   * @param statement its number in the reading of the report's latest version
   * @param party the fullest name of who says it; null where the report does not tell
   * @param words its content
   * @param spans where that stands in the text of the report's latest version
   */
  public record Said(
      Hit in, int statement, @Nullable String party, String words, List<Span> spans) {
    public Said {
      spans = List.copyOf(spans);
    }
  }

  private final Handle handle;
  private final Dialect dialect;

  Search(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /** Reports in which the words occur and somebody so named says something; the latest first. */
  public List<Hit> reports(Question question) {
    return query(
            "SELECT p.*, v.outlet AS v_outlet, v.published, v.title, v.url",
            "p.statement = 0",
            question)
        .map((row, context) -> hit(row))
        .list();
  }

  /** Statements in whose content the words occur, by somebody so named; the latest first. */
  public List<Said> statements(Question question) {
    return query(
            "SELECT p.*, v.outlet AS v_outlet, v.published, v.title, v.url",
            "p.statement > 0",
            question)
        .map(
            (row, context) ->
                new Said(
                    hit(row),
                    row.getInt("statement"),
                    row.getString("party"),
                    row.getString("words"),
                    spans(row.getString("spans"))))
        .list();
  }

  private Query query(String select, String which, Question question) {
    List<List<String>> words = phrases(question.words());
    List<String> who = Words.of(question.party());
    boolean nothing =
        (words.isEmpty() && !question.words().isBlank())
            || (question.party() != null && who.isEmpty());
    StringBuilder sql = new StringBuilder(select);
    sql.append(" FROM passage p JOIN version v ON v.report = p.report AND v.capture = p.capture");
    sql.append(" WHERE ").append(which);
    if (nothing) {
      sql.append(" AND 1 = 0");
    }
    if (question.outlet() != null) {
      sql.append(" AND p.outlet = :outlet");
    }
    if (question.from() != null) {
      sql.append(" AND p.at >= :from");
    }
    if (question.to() != null) {
      sql.append(" AND p.at < :to");
    }
    boolean any = words.isEmpty() && who.isEmpty();
    if (!any && !nothing) {
      sql.append(" AND ").append(dialect.matches(!words.isEmpty(), !who.isEmpty()));
    }
    sql.append(" ORDER BY p.at DESC, p.report, p.statement LIMIT :most");
    Query query = handle.createQuery(sql.toString()).bind("most", question.most());
    if (question.outlet() != null) {
      query.bind("outlet", Words.line(question.outlet()));
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

  private static List<Span> spans(String text) {
    return Arrays.stream(text.split(","))
        .map(range -> range.split("-"))
        .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
        .toList();
  }

  /** A passage, and the words and names by which it is found. */
  record Passage(
      long doc,
      int statement,
      @Nullable String party,
      @Nullable String content,
      String spans,
      List<String> words,
      List<String> who) {}

  /** Replaces what is found of a report. */
  void index(Version version, Reading reading) {
    remove(version.id());
    List<Passage> passages = passages(version.report(), reading);
    PreparedBatch rows =
        handle.prepareBatch(
            """
            INSERT INTO passage (doc, report, capture, statement, party, words, spans, outlet, at)
            SELECT :doc, report, capture, :statement, :party, :words, :spans, :outlet, at
            FROM version WHERE report = :report AND capture = :capture""");
    String outlet = Words.line(version.report().outlet());
    for (Passage passage : passages) {
      rows.bind("doc", passage.doc)
          .bind("statement", passage.statement)
          .bind("party", Rows.cleanOrNull(passage.party))
          .bind("words", Rows.cleanOrNull(passage.content))
          .bind("spans", passage.spans)
          .bind("outlet", outlet)
          .bind("report", version.id())
          .bind("capture", version.capture())
          .add();
    }
    rows.execute();
    dialect.index(handle, passages);
  }

  private List<Passage> passages(Report report, Reading reading) {
    long doc =
        handle.createQuery("SELECT coalesce(max(doc), 0) FROM passage").mapTo(Long.class).one();
    List<Passage> passages = new ArrayList<>();
    Set<String> heard = new LinkedHashSet<>();
    for (Statement statement : reading.statements()) {
      Party party = party(reading, statement);
      String words =
          statement.content().stream()
              .map(span -> span.of(report.text()))
              .collect(Collectors.joining(" … "));
      String spans =
          statement.content().stream()
              .map(span -> span.start() + "-" + span.end())
              .collect(Collectors.joining(","));
      String names = party == null ? "" : names(party).collect(Collectors.joining("\n"));
      heard.add(names);
      passages.add(
          new Passage(
              ++doc,
              statement.id().number(),
              party == null ? null : party.name(),
              words,
              spans,
              Words.of(words),
              Words.of(names)));
    }
    passages.add(
        new Passage(
            ++doc,
            0,
            null,
            null,
            "",
            Words.of(report.title() + "\n" + report.text()),
            Words.of(String.join("\n", heard))));
    return passages;
  }

  private static @Nullable Party party(Reading reading, Statement statement) {
    return statement.party() == null ? null : reading.parties().get(statement.party().number() - 1);
  }

  private static Stream<String> names(Party party) {
    return Stream.concat(Stream.of(party.name()), party.names().stream());
  }

  /** Lets nothing of a report be found. */
  void remove(String report) {
    boolean found =
        handle
            .createQuery("SELECT 1 FROM passage WHERE report = :report LIMIT 1")
            .bind("report", report)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
    if (found) {
      dialect.unindex(handle, report);
      handle.execute("DELETE FROM passage WHERE report = ?", report);
    }
  }
}
