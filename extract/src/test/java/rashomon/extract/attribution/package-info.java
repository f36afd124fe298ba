@NullMarked
package rashomon.extract.attribution;

import org.jspecify.annotations.NullMarked;
