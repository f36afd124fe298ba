/**
 * From an address on the web to its bytes, politely and without reaching where nobody meant to
 * reach. What to fetch and when is decided elsewhere.
 */
@NullMarked
package rashomon.capture.fetch;

import org.jspecify.annotations.NullMarked;
