/**
 * From characters to tagged words: tokens, sentences, paragraphs, lemmas, and the tables of general
 * knowledge. Knows nothing of who says what.
 */
@NullMarked
package rashomon.extract.text;

import org.jspecify.annotations.NullMarked;
