@NullMarked
package rashomon.extract.text;

import org.jspecify.annotations.NullMarked;
