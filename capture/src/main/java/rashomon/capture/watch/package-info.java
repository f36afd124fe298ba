/**
 * Keeping an eye on feeds and on the pages they lead to: what is asked when, and what is remembered
 * so that it goes on where it stopped. How a page is fetched is not decided here, nor where
 * anything is kept.
 */
@NullMarked
package rashomon.capture.watch;

import org.jspecify.annotations.NullMarked;
