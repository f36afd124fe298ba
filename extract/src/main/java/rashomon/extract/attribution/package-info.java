/**
 * Who said what: quotations, cues, sources, contents, and the statements they make. Who a source is
 * stands in {@code party}.
 */
@NullMarked
package rashomon.extract.attribution;

import org.jspecify.annotations.NullMarked;
