package rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One statement as two or more reports tell it. The versions stand in the order of their reports,
 * one for each; {@code fullest} is the one that the others are set against.
 */
public record Retelling(StatementId fullest, List<Version> versions) {

  public Retelling {
    versions = List.copyOf(versions);
    if (versions.size() < 2) {
      throw new IllegalArgumentException("told once only: " + fullest);
    }
  }

  /** Whether any version differs from the fullest. */
  public boolean isChanged() {
    return versions.stream().anyMatch(version -> !version.changes().isEmpty());
  }

  /**
   * What one report has of it.
   *
   * @param content the words, in one or more spans in order: a part of the statement's content
   * @param changes what is different from the fullest; empty in the fullest itself, and where
   *     nothing is
   */
  public record Version(
      StatementId statement, ReportId report, List<Span> content, List<Change> changes) {

    public Version {
      content = List.copyOf(content);
      changes = List.copyOf(changes);
    }
  }

  /**
   * One difference from the fullest version.
   *
   * @param there the words concerned in the report of the fullest version
   * @param here those in this version's own; null where it has none in their place
   */
  public record Change(Kind kind, Span there, @Nullable Span here) {}

  /** What became of the words. */
  public enum Kind {
    /** A condition is left out: <i>if the talks fail</i>. */
    DROPPED_CONDITION,
    /** They are given to somebody else; the spans are those of the sources. */
    OTHER_SPEAKER,
    /** Others stand in their place. */
    CHANGED_WORDS,
    /** They are left out of a quotation. */
    SHORTENED
  }
}
