@NullMarked
package rashomon.compare;

import org.jspecify.annotations.NullMarked;
