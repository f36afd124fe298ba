package rashomon.app;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rashomon.app.Page.Tone;
import rashomon.app.Revisions.Step;
import rashomon.model.Report;
import rashomon.model.Span;
import rashomon.model.Version;
import rashomon.version.Change;
import rashomon.version.Passage;
import rashomon.version.Revision;

/** What the reports of a story changed after they were first seen, as a person reads it. */
final class RevisionsText {

  private static final int SHOWN = 300;
  private static final int WORDS_SHOWN = 80;

  private final Page page;

  private RevisionsText(Console console) {
    this.page = new Page(console.columns(), console.colour());
  }

  static String of(List<Revisions> all, Console console) {
    RevisionsText text = new RevisionsText(console);
    all.forEach(text::report);
    if (all.isEmpty()) {
      text.page.add(0, "No report changed since it was first seen, and none tells of a change.");
    }
    return text.page.toString();
  }

  private void report(Revisions revisions) {
    Report last = revisions.last().report();
    String outlet = last.outlet() == null ? last.file() : last.outlet();
    page.gap().add(0, 2, outlet + ": " + last.title(), Tone.STRONG);
    revisions
        .notices()
        .forEach(
            notice -> {
              String name = Wording.lower(notice.kind());
              page.add(
                  2,
                  4,
                  name.substring(0, 1).toUpperCase(Locale.ROOT)
                      + name.substring(1)
                      + ": "
                      + Wording.quoted(notice.span().of(last.text()), SHOWN),
                  Tone.PLAIN);
            });
    revisions.steps().forEach(this::step);
  }

  private void step(Step step) {
    Report later = step.later().report();
    String modified = later.modified() == null ? "" : ", modified " + later.modified();
    page.gap()
        .add(
            2,
            2,
            "Version "
                + step.number()
                + modified
                + ", seen "
                + later.seen()
                + ": "
                + name(step.revision().kind()),
            Tone.QUIET);
    String title = step.earlier().report().title();
    if (!title.equals(later.title()) && !later.text().startsWith(later.title())) {
      words(4, "- ", title);
      words(4, "+ ", later.title());
    }
    if (step.passages().isEmpty() && title.equals(later.title())) {
      page.add(4, 6, "only blanks, quotation marks or dashes", Tone.PLAIN);
    }
    step.passages().forEach(passage -> passage(step, passage));
    step.gone()
        .forEach(
            statement ->
                words(
                    4,
                    "no longer in it: ",
                    statement.content().getFirst().of(step.earlier().report().text())));
  }

  static String name(Revision.Kind kind) {
    return switch (kind) {
      case WITHDRAWAL -> "a withdrawal";
      case CORRECTION -> "a correction";
      case CLARIFICATION -> "a clarification";
      case UPDATE -> "an update";
      case FORM -> "a change of form alone";
    };
  }

  private void passage(Step step, Passage passage) {
    String before = words(passage.before(), step.earlier());
    String after = words(passage.after(), step.later());
    Optional<Integer> paragraph =
        passage.after() == null
            ? step.paragraphBefore(Objects.requireNonNull(passage.before()))
            : step.paragraphAfter(passage.after());
    String where = paragraph.map(number -> Wording.paragraph(number) + " ").orElse("");
    if (passage.changes().getFirst() instanceof Change.Moved) {
      words(4, where + "moved here: ", after);
    } else if (before.isEmpty() || after.isEmpty()) {
      words(
          4,
          after.isEmpty() ? "was " + where + "- " : where + "+ ",
          after.isEmpty() ? before : after);
    } else {
      String changed = isToldAnew(passage) ? "told anew" : changed(step, passage);
      page.add(4, 6, where + changed, Tone.PLAIN);
      words(6, "- ", before);
      words(6, "+ ", after);
    }
  }

  /** Whether no word is left of the sentences there were. */
  private static boolean isToldAnew(Passage passage) {
    return passage.changes().getFirst() instanceof Change.Replaced(Span one, Span other)
        && one.equals(passage.before())
        && other.equals(passage.after());
  }

  private static String words(@Nullable Span span, Version version) {
    return span == null ? "" : span.of(version.report().text());
  }

  /** The words that changed within sentences; marks alone are to be seen there. */
  private static String changed(Step step, Passage passage) {
    String before = step.earlier().report().text();
    String after = step.later().report().text();
    List<String> told =
        passage.changes().stream()
            .map(
                change ->
                    switch (change) {
                      case Change.Added(int at, Span span) -> told("", span.of(after));
                      case Change.Removed(Span span, int at) -> told(span.of(before), "");
                      case Change.Replaced(Span one, Span other) ->
                          told(one.of(before), other.of(after));
                      case Change.Moved moved -> "";
                    })
            .filter(one -> !one.isEmpty())
            .distinct()
            .toList();
    return told.isEmpty() ? "punctuation" : String.join(", ", told);
  }

  private static String told(String one, String other) {
    if ((one + other).codePoints().noneMatch(Character::isLetterOrDigit)) {
      return "";
    }
    if (one.isBlank()) {
      return "added " + shown(other);
    }
    return other.isBlank() ? "left out " + shown(one) : shown(one) + " → " + shown(other);
  }

  private static String shown(String words) {
    return Wording.quoted(words.strip(), WORDS_SHOWN);
  }

  private void words(int indent, String sign, String words) {
    page.add(indent, indent + 2, sign + Wording.quoted(words.strip(), SHOWN), Tone.PLAIN);
  }
}
