@NullMarked
package rashomon.extract.encoder;

import org.jspecify.annotations.NullMarked;
