package rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, in its own voice or a party's, that could answer a question about the event:
 * a possible answer, before it is known whether anybody else answers the same question.
 *
 * @param facet the kind of question; {@code OTHER} for a whole sentence or statement
 * @param topic stems of the words that say what it is about, in order of appearance
 * @param topicWords those words as the report has them, for the question a person reads
 * @param span the words that answer
 * @param value stems of the words that answer
 * @param against stems of words that would exclude the answer (<i>open</i> where it is
 *     <i>closed</i>)
 * @param denied whether it is given as not so
 * @param party who gives it, null in the report's own voice and where the text does not tell
 * @param statement the statement whose content it lies in, null in the report's own voice
 */
public record Assertion(
    ReportId report,
    Facet facet,
    List<String> topic,
    String topicWords,
    Span span,
    List<String> value,
    List<String> against,
    boolean denied,
    @Nullable PartyId party,
    @Nullable StatementId statement) {

  public Assertion {
    topic = List.copyOf(topic);
    value = List.copyOf(value);
    against = List.copyOf(against);
  }

  /** The same, in the content of the statement of another id. */
  public Assertion of(@Nullable StatementId other) {
    return new Assertion(
        report, facet, topic, topicWords, span, value, against, denied, party, other);
  }
}
