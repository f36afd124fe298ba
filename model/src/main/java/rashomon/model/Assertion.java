package rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a report says, in its own voice or a party's, that could answer a question about the event: a possible answer,
 * before it is known whether anybody else answers the same question.
 *
 * @param facet the kind of question
 * @param topic lemmas of the words that say what it is about, in order of appearance
 * @param topicWords those words as the report has them, for the question a person reads
 * @param span the words that answer
 * @param answer the answer in few words, all of them the report's
 * @param value what the facet's comparator compares: an aim's or a state's key
 * @param statement the statement whose content it lies in, null in the report's own voice
 */
public record Assertion(
    ReportId report,
    Facet facet,
    List<String> topic,
    String topicWords,
    Span span,
    String answer,
    String value,
    @Nullable PartyId party,
    @Nullable StatementId statement) {

  public Assertion {
    topic = List.copyOf(topic);
  }
}
