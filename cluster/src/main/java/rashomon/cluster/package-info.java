/**
 * Groups reports into stories as they come, and stories into storylines. Knows what a report says
 * only by its sketch, and touches no store, clock or file.
 */
@NullMarked
package rashomon.cluster;

import org.jspecify.annotations.NullMarked;
