/**
 * What a report says that could answer a question: aims, extents, states, causes, what something is
 * called, and whole propositions. Finds candidates in one report; which of them answer the same
 * question is not decided here.
 */
@NullMarked
package rashomon.extract.assertion;

import org.jspecify.annotations.NullMarked;
