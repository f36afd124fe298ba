/**
 * The whole road, over a store: what was captured is read, what was read is placed in a story, and
 * stories are compared. Each step begins where the store says that the last one ended, so that it
 * may be stopped at any moment.
 */
@NullMarked
package rashomon.app.road;

import org.jspecify.annotations.NullMarked;
