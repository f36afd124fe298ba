package rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a report says that somebody said, thought, or did with words: source, cue and content
 * (an attribution relation, PARC 3.0).
 *
 * @param source the words that name who it is attributed to; null where it goes on from the
 *     paragraph before
 * @param party who that is; null where the text does not tell
 * @param cue the words that attribute; null for a quotation without any
 * @param content what is attributed, in one or more spans in order, quotation marks included
 * @param within the statement whose content holds this one
 * @param denied whether the party denies the content
 * @param confidence how likely it is to be right, from 0 to 1
 */
public record Statement(
    StatementId id,
    ReportId report,
    Type type,
    @Nullable Span source,
    @Nullable PartyId party,
    SourceType sourceType,
    @Nullable Span cue,
    List<Span> content,
    @Nullable StatementId within,
    boolean denied,
    Modality modality,
    double confidence) {

  /** Content within quotation marks, without, or both. */
  public enum Type {
    DIRECT,
    INDIRECT,
    MIXED
  }

  /** How the source is given. */
  public enum SourceType {
    NAMED,
    DESCRIBED,
    COLLECTIVE,
    DOCUMENT,
    WITHHELD
  }

  /** How the content is put forward. */
  public enum Modality {
    ASSERTED,
    PLANNED,
    CONDITIONAL,
    ALLEGED,
    ASKED
  }

  public Statement {
    content = List.copyOf(content);
    if (content.isEmpty()) {
      throw new IllegalArgumentException("a statement has content: " + id);
    }
  }

  /** The same under another id, within the statement of another id. */
  public Statement under(StatementId other, @Nullable StatementId otherWithin) {
    return new Statement(
        other,
        report,
        type,
        source,
        party,
        sourceType,
        cue,
        content,
        otherWithin,
        denied,
        modality,
        confidence);
  }
}
