package rashomon.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.model.Version;

/**
 * What is searched: of each report the latest version that was read, as a whole, and what any of
 * its versions says that somebody said, each once ({@link Told}).
 */
final class Passages {

  /** A version with what it says, and its number, from 1. */
  record Numbered(int number, Version version, Reading reading) {}

  /** A row, and the words and names by which it is found. */
  record Passage(long doc, List<String> words, List<String> who) {}

  private static final String ROW =
      """
      INSERT INTO passage (doc, report, capture, statement, party, words, spans, cue, cue_span,
        denied, first, gone, gone_at, outlet, at)
      VALUES (:doc, :report, :capture, :statement, :party, :words, :spans, :cue, :cue_span,
        :denied, :first, :gone, :gone_at, :outlet, :at)""";

  private final Handle handle;
  private final Dialect dialect;

  Passages(Handle handle, Dialect dialect) {
    this.handle = handle;
    this.dialect = dialect;
  }

  /** Replaces what is found of a report by these versions, in order; taken one by one. */
  void replace(String report, Stream<Numbered> versions) {
    remove(report);
    List<Told> told = List.of();
    Numbered before = null;
    for (Numbered version : (Iterable<Numbered>) versions::iterator) {
      told = after(told, before, version);
      before = version;
    }
    if (before != null) {
      write(before, told);
    }
  }

  /** Adds what one more version says, after the last of those that are found. */
  void add(Numbered before, Numbered version) {
    Map<Told, Long> known = known(before);
    List<Told> told = after(List.copyOf(known.keySet()), before, version);
    Set<Told> now = Set.copyOf(told);
    List<Long> replaced = docs("report = :report AND statement = 0", version.version.id());
    known.forEach(
        (one, doc) -> {
          if (!now.contains(one)) {
            replaced.add(doc);
          }
        });
    delete(replaced);
    write(version, told.stream().filter(one -> !known.containsKey(one)).toList());
  }

  private static List<Told> after(List<Told> told, @Nullable Numbered before, Numbered now) {
    Report report = now.version.report();
    long at = Micros.of(when(before == null ? null : before.version.report(), report, now.number));
    return Told.after(
        told,
        now.version.capture(),
        new Told.Moment(now.number, at),
        Rows.clean(report.text()),
        Spoken.of(now.reading));
  }

  /**
   * The first version is of when it was published; a later one of when it says that it was
   * modified, where it did not say so before. Else when it was seen.
   */
  private static Instant when(@Nullable Report before, Report report, int number) {
    Stamp published = report.published();
    Stamp modified = report.modified();
    if (number == 1 && published != null) {
      return published.instant();
    }
    Stamp known =
        before == null ? null : before.modified() == null ? before.published() : before.modified();
    boolean changed =
        number > 1 && modified != null && (known == null || modified.compareTo(known) > 0);
    return Objects.requireNonNull(changed ? modified : report.seen()).instant();
  }

  /** The statements that are found of a report, with the rows that hold them. */
  private Map<Told, Long> known(Numbered last) {
    Map<Integer, Spoken> spoken =
        Spoken.of(last.reading).stream().collect(Collectors.toMap(Spoken::statement, one -> one));
    Map<Told, Long> known = new LinkedHashMap<>();
    handle
        .createQuery("SELECT * FROM passage WHERE report = :report AND statement > 0 ORDER BY doc")
        .bind("report", last.version.id())
        .map((row, context) -> Map.entry(told(row, spoken), row.getLong("doc")))
        .forEach(one -> known.put(one.getKey(), one.getValue()));
    return known;
  }

  private static Told told(ResultSet row, Map<Integer, Spoken> spoken) throws SQLException {
    int statement = row.getInt("statement");
    int gone = row.getInt("gone");
    String cue = row.getString("cue_span");
    return new Told(
        row.getString("capture"),
        gone == 0
            ? Objects.requireNonNull(spoken.get(statement))
            : new Spoken(
                statement,
                row.getString("party"),
                Set.of(),
                row.getString("words"),
                spans(row.getString("spans")),
                row.getString("cue"),
                cue == null ? null : spans(cue).getFirst(),
                row.getInt("denied") == 1,
                ""),
        row.getInt("first"),
        row.getLong("at"),
        gone == 0 ? null : new Told.Moment(gone, row.getLong("gone_at")));
  }

  private void write(Numbered latest, List<Told> told) {
    long doc =
        handle.createQuery("SELECT coalesce(max(doc), 0) FROM passage").mapTo(Long.class).one();
    PreparedBatch rows = handle.prepareBatch(ROW);
    List<Passage> passages = new ArrayList<>();
    Set<String> heard = new TreeSet<>();
    for (Told one : told) {
      Spoken spoken = one.spoken();
      if (one.gone() == null) {
        heard.addAll(spoken.names());
      }
      bind(rows, latest.version, ++doc, one);
      passages.add(new Passage(doc, Words.of(spoken.words()), Words.of(lines(spoken.names()))));
    }
    bindWhole(rows, latest, ++doc);
    Report report = latest.version.report();
    passages.add(
        new Passage(doc, Words.of(report.title() + "\n" + report.text()), Words.of(lines(heard))));
    rows.execute();
    dialect.index(handle, passages);
  }

  private static String lines(Set<String> names) {
    return String.join("\n", names);
  }

  private static void bind(PreparedBatch rows, Version latest, long doc, Told told) {
    Spoken spoken = told.spoken();
    Told.Moment gone = told.gone();
    rows.bind("doc", doc)
        .bind("report", latest.id())
        .bind("capture", told.capture())
        .bind("statement", spoken.statement())
        .bind("party", Rows.cleanOrNull(spoken.party()))
        .bind("words", spoken.words())
        .bind("spans", text(spoken.spans()))
        .bind("cue", spoken.cue())
        .bind("cue_span", spoken.cueSpan() == null ? null : text(List.of(spoken.cueSpan())))
        .bind("denied", spoken.denied() ? 1 : 0)
        .bind("first", told.first())
        .bind("gone", gone == null ? null : gone.version())
        .bind("gone_at", gone == null ? null : gone.at())
        .bind("outlet", Words.line(latest.report().outlet()))
        .bind("at", told.at())
        .add();
  }

  /** The row of the whole report. */
  private void bindWhole(PreparedBatch rows, Numbered latest, long doc) {
    long at =
        handle
            .createQuery("SELECT at FROM version WHERE report = :report AND capture = :capture")
            .bind("report", latest.version.id())
            .bind("capture", latest.version.capture())
            .mapTo(Long.class)
            .one();
    rows.bind("doc", doc)
        .bind("report", latest.version.id())
        .bind("capture", latest.version.capture())
        .bind("statement", 0)
        .bind("party", (String) null)
        .bind("words", (String) null)
        .bind("spans", "")
        .bind("cue", (String) null)
        .bind("cue_span", (String) null)
        .bind("denied", 0)
        .bind("first", 1)
        .bind("gone", (Integer) null)
        .bind("gone_at", (Long) null)
        .bind("outlet", Words.line(latest.version.report().outlet()))
        .bind("at", at)
        .add();
  }

  /** The capture of the latest version that is found. */
  Optional<String> latest(String report) {
    return handle
        .createQuery("SELECT capture FROM passage WHERE report = :report AND statement = 0")
        .bind("report", report)
        .mapTo(String.class)
        .findOne();
  }

  /** Lets nothing of a report be found. */
  void remove(String report) {
    delete(docs("report = :report", report));
  }

  private List<Long> docs(String which, String report) {
    return new ArrayList<>(
        handle
            .createQuery("SELECT doc FROM passage WHERE " + which)
            .bind("report", report)
            .mapTo(Long.class)
            .list());
  }

  private void delete(List<Long> docs) {
    if (!docs.isEmpty()) {
      dialect.unindex(handle, docs);
      PreparedBatch rows = handle.prepareBatch("DELETE FROM passage WHERE doc = ?");
      docs.forEach(rows::add);
      rows.execute();
    }
  }

  private static String text(List<Span> spans) {
    return spans.stream()
        .map(span -> span.start() + "-" + span.end())
        .collect(Collectors.joining(","));
  }

  static List<Span> spans(String text) {
    return Arrays.stream(text.split(","))
        .map(range -> range.split("-"))
        .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
        .toList();
  }
}
