@NullMarked
package rashomon.capture;

import org.jspecify.annotations.NullMarked;
