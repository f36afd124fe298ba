/**
 * One report in, its reading out: sentences, statements, parties, figures, times. Pure; knows one
 * report at a time.
 */
@NullMarked
package rashomon.extract;

import org.jspecify.annotations.NullMarked;
