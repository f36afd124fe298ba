/** Bytes in, reports out: plain text, Markdown, HTML, JSON. No reading of what they say. */
@NullMarked
package rashomon.ingest;

import org.jspecify.annotations.NullMarked;
