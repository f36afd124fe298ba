/**
 * Invented stories of which the truth is known: reports in the manner of news copy, some of them
 * copies of others, with planted figures and quotations. Everybody and everything in them is made
 * up.
 */
@NullMarked
package rashomon.eval.invented;

import org.jspecify.annotations.NullMarked;
