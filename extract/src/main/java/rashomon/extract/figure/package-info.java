/**
 * Quantities and times: what a report counts and measures, and when it says things happened.
 * Attribution is not decided here.
 */
@NullMarked
package rashomon.extract.figure;

import org.jspecify.annotations.NullMarked;
