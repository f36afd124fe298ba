/** When things happen: the words of a report that say so, and the days and minutes they mean. */
@NullMarked
package rashomon.extract.time;

import org.jspecify.annotations.NullMarked;
