/**
 * Which parts of a web page are the report: its blocks of text, what speaks for and against each,
 * and the choice. Knows nothing of files, encodings or metadata.
 */
@NullMarked
package rashomon.ingest.page;

import org.jspecify.annotations.NullMarked;
