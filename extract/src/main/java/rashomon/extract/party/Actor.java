package rashomon.extract.party;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon.Gender;
import rashomon.model.Party.Kind;

/**
 * Somebody or something that a report names or describes, in the making: it gathers names as the
 * text goes on.
 */
final class Actor {
  final String key;
  final int firstToken;
  final Set<String> names = new LinkedHashSet<>();

  /** Those of its names that are proper names, not descriptions. */
  final Set<String> properNames = new LinkedHashSet<>();

  Kind kind;
  Gender gender = Gender.UNKNOWN;
  boolean named;
  boolean plural;

  /** Whether nothing but the lack of other evidence makes it a body. */
  boolean guessed;

  @Nullable String role;
  @Nullable Actor owner;

  Actor(String key, Kind kind, int firstToken) {
    this.key = key;
    this.kind = kind;
    this.firstToken = firstToken;
  }

  boolean isPerson() {
    return kind == Kind.PERSON;
  }
}
