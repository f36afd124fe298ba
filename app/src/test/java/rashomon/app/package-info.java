@NullMarked
package rashomon.app;

import org.jspecify.annotations.NullMarked;
