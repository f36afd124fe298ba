@NullMarked
package rashomon.extract;

import org.jspecify.annotations.NullMarked;
