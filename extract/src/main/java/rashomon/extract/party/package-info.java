/** Who is meant: actors behind names, surnames, roles, metonyms and pronouns, within one report. */
@NullMarked
package rashomon.extract.party;

import org.jspecify.annotations.NullMarked;
