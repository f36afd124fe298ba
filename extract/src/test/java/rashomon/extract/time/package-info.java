@NullMarked
package rashomon.extract.time;

import org.jspecify.annotations.NullMarked;
