package rashomon.app;

import java.util.List;
import java.util.Locale;
import rashomon.app.Page.Tone;
import rashomon.model.Reading;
import rashomon.model.Report;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Version;
import rashomon.store.Store;
import rashomon.store.Stories.Headline;
import rashomon.version.Anchor;
import rashomon.version.Anchors;
import rashomon.version.Change;
import rashomon.version.Changes;
import rashomon.version.Notice;
import rashomon.version.Notices;

/** What the reports of a story changed after they were first seen, as a person reads it. */
final class Revisions {

  private static final int SHOWN = 200;

  private final Page page;

  private Revisions(Console console) {
    this.page = new Page(console.columns(), console.colour());
  }

  static String of(Store store, List<Headline> reports, Console console) {
    Revisions revisions = new Revisions(console);
    int changed = 0;
    for (Headline headline : reports) {
      List<Version> versions = store.read(t -> t.reports().versions(headline.report()));
      List<Notice> notices = Notices.of(versions.getLast().report());
      if (versions.size() > 1 || !notices.isEmpty()) {
        changed++;
        revisions.report(store, versions, notices);
      }
    }
    if (changed == 0) {
      revisions.page.add(
          0, "No report changed since it was first seen, and none tells of a change.");
    }
    return revisions.page.toString();
  }

  private void report(Store store, List<Version> versions, List<Notice> notices) {
    Report latest = versions.getLast().report();
    page.gap()
        .add(
            0,
            2,
            (latest.outlet() == null ? latest.file() : latest.outlet()) + ": " + latest.title(),
            Tone.STRONG);
    for (Notice notice : notices) {
      page.add(
          2,
          4,
          name(notice.kind()) + ": " + Wording.quoted(notice.span().of(latest.text()), SHOWN),
          Tone.PLAIN);
    }
    for (int i = 1; i < versions.size(); i++) {
      version(store, versions.get(i - 1), versions.get(i), i + 1);
    }
  }

  private void version(Store store, Version before, Version after, int number) {
    Changes changes = Changes.between(before.report().text(), after.report().text());
    page.gap()
        .add(
            2,
            2,
            "Version "
                + number
                + ", seen "
                + after.report().seen()
                + ": "
                + (changes.kind() == Changes.Kind.UPDATE ? "an update" : "a change of form alone"),
            Tone.QUIET);
    if (!before.report().title().equals(after.report().title())) {
      line("- ", before.report().title());
      line("+ ", after.report().title());
    }
    changes.list().forEach(change -> change(changes, change));
    store.read(t -> t.reports().reading(before)).ifPresent(reading -> gone(reading, changes));
  }

  private void change(Changes changes, Change change) {
    switch (change) {
      case Change.Added(int at, Span after) -> line("+ ", after.of(changes.after()));
      case Change.Removed(Span before, int at) -> line("- ", before.of(changes.before()));
      case Change.Replaced(Span before, Span after) -> {
        line("- ", before.of(changes.before()));
        line("+ ", after.of(changes.after()));
      }
      case Change.Moved(Span before, Span after) -> line("moved: ", after.of(changes.after()));
    }
  }

  /** Statements of the older version of which the words stand in the newer no more. */
  private void gone(Reading reading, Changes changes) {
    Anchors anchors = new Anchors(changes);
    for (Statement statement : reading.statements()) {
      if (statement.content().stream()
          .anyMatch(span -> anchors.find(span) instanceof Anchor.Orphan)) {
        page.add(
            4,
            6,
            "no longer in it: "
                + Wording.quoted(statement.content().getFirst().of(changes.before()), SHOWN),
            Tone.PLAIN);
      }
    }
  }

  private void line(String sign, String words) {
    page.add(4, 6, sign + Wording.quoted(words.strip(), SHOWN), Tone.PLAIN);
  }

  private static String name(Notice.Kind kind) {
    String name = kind.name().toLowerCase(Locale.ROOT);
    return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }
}
