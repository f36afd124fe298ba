/** What a person gets for what they give: good input, odd input, broken input. */
@NullMarked
package rashomon.ingest;

import org.jspecify.annotations.NullMarked;
