/**
 * Readings in, a story and its points out: what agrees, what differs and why. Pure; depends on the
 * model alone.
 */
@NullMarked
package rashomon.compare;

import org.jspecify.annotations.NullMarked;
