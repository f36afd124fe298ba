package rashomon.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The person, group, organisation or state behind one or more sources. {@code names} lists every
 * form under which the reports name it, in order of first appearance; {@code name} is the fullest
 * of them.
 *
 * @param key what tells this actor from others: parties of two reports with one key are one actor
 * @param role what it is, in the report's words; null where none is given
 */
public record Party(
    PartyId id,
    String key,
    String name,
    Kind kind,
    @Nullable String role,
    @Nullable PartyId speaksFor,
    List<String> names) {

  /** What kind of actor it is. */
  public enum Kind {
    PERSON,
    ORGANISATION,
    STATE,
    GROUP,
    DOCUMENT,
    WITHHELD
  }

  public Party {
    names = List.copyOf(names);
  }
}
