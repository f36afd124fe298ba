/**
 * The small trained model: words in, for each word a score for each {@link
 * rashomon.extract.encoder.Label} out. It never sees a name.
 */
@NullMarked
package rashomon.extract.encoder;

import org.jspecify.annotations.NullMarked;
