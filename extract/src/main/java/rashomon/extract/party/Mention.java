package rashomon.extract.party;

import org.jspecify.annotations.Nullable;
import rashomon.extract.text.NounPhrase;

/**
 * A noun phrase taken apart: the tokens of a proper name at its end, of the words that give a role
 * before it, and of an owner (<i>Israel</i> in <i>Israel’s military</i>, <i>Hamas</i> in <i>Hamas
 * officials</i>). A phrase that ends in a common noun has no name.
 */
record Mention(
    NounPhrase phrase,
    @Nullable Part name,
    @Nullable Part role,
    @Nullable Part owner,
    boolean definite) {

  /** Tokens {@code first} (included) to {@code last} (excluded). */
  record Part(int first, int last) {
    int size() {
      return last - first;
    }
  }
}
