package rashomon.version;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rashomon.model.Report;

/**
 * What a version of a report is to the one before it.
 *
 * @param notices what the outlet says of it: those of the later version that the earlier had not
 */
public record Revision(Kind kind, Changes changes, List<Notice> notices) {

  /** What was done, the gravest of several; what the outlet says goes before what is found. */
  public enum Kind {
    WITHDRAWAL,
    CORRECTION,
    CLARIFICATION,
    UPDATE,
    /** Blanks, punctuation, spelling, grammar, or the order of paragraphs. */
    FORM
  }

  public Revision {
    notices = List.copyOf(notices);
  }

  /** From one version to the next. */
  public static Revision between(Report before, Report after) {
    Set<String> known =
        Notices.of(before).stream()
            .map(notice -> words(notice, before))
            .collect(Collectors.toSet());
    List<Notice> fresh =
        Notices.of(after).stream().filter(notice -> !known.contains(words(notice, after))).toList();
    Changes changes = Changes.between(before.text(), after.text());
    Kind found = changes.kind() == Changes.Kind.UPDATE ? Kind.UPDATE : Kind.FORM;
    return new Revision(
        Stream.concat(fresh.stream().flatMap(notice -> kind(notice).stream()), Stream.of(found))
            .min(Kind::compareTo)
            .orElse(found),
        changes,
        fresh);
  }

  private static String words(Notice notice, Report report) {
    return Typography.plain(notice.span().of(report.text()));
  }

  private static Optional<Kind> kind(Notice notice) {
    return switch (notice.kind()) {
      case WITHDRAWAL -> Optional.of(Kind.WITHDRAWAL);
      case CORRECTION -> Optional.of(Kind.CORRECTION);
      case CLARIFICATION -> Optional.of(Kind.CLARIFICATION);
      case UPDATE -> Optional.of(Kind.UPDATE);
      case NOTE -> Optional.empty();
    };
  }
}
