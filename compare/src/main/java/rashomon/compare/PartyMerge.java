package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.model.Party;
import rashomon.model.Party.Kind;
import rashomon.model.PartyId;

/**
 * One party for one actor across reports. Parties with one key are one; a person known by surname
 * alone is the person of that surname that another report names in full, where there is just one;
 * people who are only described (<i>analysts</i>, <i>a witness</i>) are never taken for each other,
 * since two reports need not mean the same ones.
 */
final class PartyMerge {

  private final List<Map<PartyId, PartyId>> renamings = new ArrayList<>();
  private final List<Party> merged = new ArrayList<>();

  private PartyMerge() {}

  static PartyMerge of(List<List<Party>> parties) {
    PartyMerge merge = new PartyMerge();
    Map<String, Set<String>> fullNames = new HashMap<>();
    for (List<Party> list : parties) {
      for (Party party : list) {
        boolean nameable = party.kind() == Kind.PERSON || party.kind() == Kind.ORGANISATION;
        if (nameable && isNamed(party) && party.key().contains(" ")) {
          fullNames.computeIfAbsent(surname(party), key -> new LinkedHashSet<>()).add(party.key());
        }
      }
    }
    StateNames states = StateNames.of(parties);
    Map<String, Integer> places = new HashMap<>();
    List<List<Party>> groups = new ArrayList<>();
    for (int i = 0; i < parties.size(); i++) {
      Map<PartyId, PartyId> renaming = new HashMap<>();
      for (Party party : parties.get(i)) {
        String key = states.rewritten(identity(party, i, fullNames));
        int place =
            places.computeIfAbsent(
                key,
                fresh -> {
                  groups.add(new ArrayList<>());
                  return groups.size() - 1;
                });
        groups.get(place).add(party);
        renaming.put(party.id(), new PartyId(place + 1));
      }
      merge.renamings.add(renaming);
    }
    int[] report = {0};
    IdentityHashMap<Party, Integer> reportOf = new IdentityHashMap<>();
    for (List<Party> list : parties) {
      list.forEach(party -> reportOf.put(party, report[0]));
      report[0]++;
    }
    List<String> keys =
        places.entrySet().stream()
            .sorted(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .toList();
    for (int i = 0; i < groups.size(); i++) {
      Integer state = places.get(StateNames.state(keys.get(i)));
      merge.merged.add(
          merge.one(
              new PartyId(i + 1),
              groups.get(i),
              reportOf,
              state == null ? null : new PartyId(state + 1)));
    }
    return merge;
  }

  List<Party> parties() {
    return merged;
  }

  /** From the ids of one reading to those of the story. */
  Map<PartyId, PartyId> renaming(int reading) {
    return renamings.get(reading);
  }

  private static String identity(Party party, int report, Map<String, Set<String>> fullNames) {
    if (party.kind() == Kind.PERSON && isNamed(party)) {
      Set<String> bearers = fullNames.getOrDefault(surname(party), Set.of());
      if (!party.key().contains(" ")) {
        return "person:" + (bearers.size() == 1 ? bearers.iterator().next() : party.key());
      }
      // One given name written in two ways (Joe, Joseph R.) with one surname.
      for (String bearer : bearers) {
        if (bearer.charAt(0) == party.key().charAt(0)) {
          return "person:" + bearer;
        }
      }
      return "person:" + party.key();
    }
    if (party.key().contains(" & ")) {
      return "actor:" + party.key();
    }
    boolean onlyDescribed =
        !isNamed(party)
            && (party.kind() == Kind.GROUP
                || party.kind() == Kind.PERSON
                || party.kind() == Kind.DOCUMENT)
            && party.speaksFor() == null;
    if (party.kind() == Kind.ORGANISATION
        && !party.key().contains(" ")
        && !party.key().contains(":")) {
      Set<String> bodies = fullNames.getOrDefault(party.key(), Set.of());
      return "actor:" + (bodies.size() == 1 ? bodies.iterator().next() : party.key());
    }
    return onlyDescribed ? "report " + report + ":" + party.key() : "actor:" + party.key();
  }

  private static boolean isNamed(Party party) {
    return party.name().chars().anyMatch(Character::isUpperCase)
            && party.key().equals(party.name().toLowerCase(Locale.ROOT))
        || party.kind() == Kind.STATE;
  }

  private static String surname(Party party) {
    return party.key().substring(party.key().lastIndexOf(' ') + 1);
  }

  private Party one(
      PartyId id,
      List<Party> group,
      IdentityHashMap<Party, Integer> reportOf,
      @Nullable PartyId state) {
    Party first = group.getFirst();
    Set<String> names = new LinkedHashSet<>();
    String name = first.name();
    String role = null;
    PartyId speaksFor = state;
    for (Party party : group) {
      names.addAll(party.names());
      name = party.name().length() > name.length() ? party.name() : name;
      role = longer(role, party.role());
      if (speaksFor == null && party.speaksFor() != null) {
        Integer report = reportOf.get(party);
        speaksFor = report == null ? null : renamings.get(report).get(party.speaksFor());
      }
    }
    return new Party(
        id,
        first.key(),
        name,
        first.kind(),
        role,
        id.equals(speaksFor) ? null : speaksFor,
        List.copyOf(names));
  }

  private static @Nullable String longer(@Nullable String one, @Nullable String other) {
    return one == null || other != null && other.length() > one.length() ? other : one;
  }
}
