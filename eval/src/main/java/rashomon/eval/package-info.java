/**
 * Scoreboards against annotated data, their floors, and benchmarks. Nothing here ships with a
 * comparison.
 */
@NullMarked
package rashomon.eval;

import org.jspecify.annotations.NullMarked;
