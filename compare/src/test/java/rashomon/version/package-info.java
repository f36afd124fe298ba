@NullMarked
package rashomon.version;

import org.jspecify.annotations.NullMarked;
