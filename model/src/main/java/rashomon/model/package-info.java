/**
 * The nouns of the main road: reports, what a reading finds in them, and the comparison of
 * readings. Values only: no reading, no comparing, no input or output.
 */
@NullMarked
package rashomon.model;

import org.jspecify.annotations.NullMarked;
