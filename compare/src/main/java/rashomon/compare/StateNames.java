package rashomon.compare;

import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import rashomon.model.Party;

/**
 * States that one report shows to be states and another only by their adjective: where one says
 * <i>Orvane</i> and <i>Orvanian</i>, the <i>Orvanian navy</i> of the other is Orvane’s too.
 */
final class StateNames {

  private static final String STATE = "country:";
  private static final int LONGEST_ENDING = 4;

  private final TreeSet<String> names = new TreeSet<>();

  private StateNames() {}

  static StateNames of(List<List<Party>> parties) {
    StateNames found = new StateNames();
    for (List<Party> list : parties) {
      for (Party party : list) {
        String key = party.key();
        boolean unknownToTables = key.startsWith(STATE) && key.equals(key.toLowerCase(Locale.ROOT));
        if (unknownToTables) {
          found.names.add(key.substring(STATE.length()).split(":")[0]);
        }
      }
    }
    return found;
  }

  /**
   * The key of the state that a body or a group of people belongs to by its own key; empty for any
   * other.
   */
  static String state(String identity) {
    String actor = "actor:" + STATE;
    int end = identity.startsWith(actor) ? identity.indexOf(':', actor.length()) : -1;
    return end < 0 ? "" : identity.substring(0, end);
  }

  /** The key with the state's name in place of its adjective at the head of an owner. */
  String rewritten(String identity) {
    String actor = "actor:";
    if (!identity.startsWith(actor) || identity.startsWith(actor + STATE)) {
      return identity;
    }
    int colon = identity.indexOf(':', actor.length());
    int end = colon < 0 ? identity.length() : colon;
    String owner = identity.substring(actor.length(), end);
    String name = names.floor(owner);
    if (owner.equals(name)) {
      return actor + STATE + identity.substring(actor.length());
    }
    boolean adjective =
        colon > 0
            && name != null
            && owner.startsWith(name.substring(0, Math.max(3, name.length() - 1)))
            && owner.length() - name.length() <= LONGEST_ENDING
            && !owner.contains(" ");
    return adjective ? actor + STATE + name + identity.substring(end) : identity;
  }
}
