/**
 * How many: quantities in words and digits, what they bound, what they count. By codebooks that can
 * be exchanged.
 */
@NullMarked
package rashomon.extract.figure;

import org.jspecify.annotations.NullMarked;
