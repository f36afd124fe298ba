@NullMarked
package rashomon.extract.figure;

import org.jspecify.annotations.NullMarked;
