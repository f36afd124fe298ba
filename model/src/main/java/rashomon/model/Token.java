package rashomon.model;

/**
 * One word or mark of a report. {@code lemma} is its dictionary form in lower case; {@code
 * sentence} and {@code paragraph} count from 0 over the report.
 */
public record Token(Span span, String text, String lemma, Tag tag, int sentence, int paragraph) {}
