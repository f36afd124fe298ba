package rashomon.extract.attribution;

import org.jspecify.annotations.Nullable;
import rashomon.model.Span;
import rashomon.model.Statement;

/**
 * A statement whose party is still to be found, with the words that name its speaker: its source,
 * or for one that goes on or shares a subject, the words that stand for it elsewhere. Null where
 * nobody is named.
 */
public record Attributed(Statement statement, @Nullable Span speaker) {}
