/**
 * Remembers captures, reports in their versions, readings, stories and corrections, in SQLite or
 * PostgreSQL. Decides nothing about what they say.
 */
@NullMarked
package rashomon.store;

import org.jspecify.annotations.NullMarked;
