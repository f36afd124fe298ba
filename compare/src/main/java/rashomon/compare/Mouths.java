package rashomon.compare;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.model.Party;
import rashomon.model.PartyId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Story;

/** Whether two statements are given to one mouth, as far as the reports tell. */
enum Mouths {
  /** One speaks for the other, or they share a name. */
  SAME,
  /** Not known: a person and a body, or somebody who is described or meant by a pronoun. */
  UNKNOWN,
  /** Two people with names of their own, or two bodies. */
  OTHER;

  static Mouths of(Story story, Statement one, Statement other) {
    Set<PartyId> mine = behind(story, one);
    Set<PartyId> theirs = behind(story, other);
    if (mine.stream().anyMatch(theirs::contains)) {
      return SAME;
    }
    if (one.party() == null || other.party() == null || !isNamed(one) || !isNamed(other)) {
      return UNKNOWN;
    }
    Party first = story.party(one.party());
    Party second = story.party(other.party());
    Set<String> words = words(story, one, first);
    if (words(story, other, second).stream().anyMatch(words::contains)) {
      return SAME;
    }
    if (!givesName(story, one, first) || !givesName(story, other, second)) {
      return UNKNOWN;
    }
    boolean bothPeople = first.kind() == Party.Kind.PERSON && second.kind() == Party.Kind.PERSON;
    return bothPeople || isBody(first) && isBody(second) ? OTHER : UNKNOWN;
  }

  private static boolean isNamed(Statement statement) {
    return statement.sourceType() == Statement.SourceType.NAMED;
  }

  private static boolean isBody(Party party) {
    return party.kind() == Party.Kind.STATE || party.kind() == Party.Kind.ORGANISATION;
  }

  /** The parties of a statement and of those around it, with those they speak for. */
  private static Set<PartyId> behind(Story story, Statement statement) {
    Set<PartyId> parties = new HashSet<>();
    for (Statement at = statement; at != null; at = around(story, at)) {
      for (PartyId id = at.party(); id != null && parties.add(id); ) {
        id = story.party(id).speaksFor();
      }
    }
    return parties;
  }

  private static @Nullable Statement around(Story story, Statement statement) {
    return statement.within() == null ? null : story.statement(statement.within());
  }

  /** Whether the words of the source hold a name of the party, and are no pronoun. */
  private static boolean givesName(Story story, Statement statement, Party party) {
    String source = source(story, statement);
    return party.names().stream()
        .anyMatch(name -> Character.isUpperCase(name.charAt(0)) && source.contains(name));
  }

  private static String source(Story story, Statement statement) {
    Span source = statement.source();
    return source == null ? "" : source.of(story.report(statement.report()).text());
  }

  private static Set<String> words(Story story, Statement statement, Party party) {
    return Stream.concat(party.names().stream(), Stream.of(source(story, statement)))
        .flatMap(name -> Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\d]+")))
        .filter(word -> word.length() > 2 && !word.equals("the"))
        .collect(Collectors.toSet());
  }
}
