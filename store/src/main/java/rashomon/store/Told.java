package rashomon.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A statement over the versions of its report: one that is there word for word in several is one.
 *
 * @param capture of the last version that has it
 * @param spoken as that version has it
 * @param first the number of the first version that has it, from 1
 * @param at when it was first told, in microseconds since 1970
 * @param gone the version that first lacks it after the last that has it; null while it is there
 */
record Told(String capture, Spoken spoken, int first, long at, @Nullable Moment gone) {

  /** Those that are there before those that are gone; no two are the same. */
  private static final Comparator<Told> IN_ORDER =
      Comparator.comparingInt((Told one) -> one.gone == null ? 0 : one.gone.version)
          .thenComparingInt(one -> one.spoken.statement());

  /** A version by its number, from 1, and its time in microseconds since 1970. */
  record Moment(int version, long at) {}

  /**
   * What was told up to a version, from what was told up to the one before it. A passage that still
   * stands there, but was read otherwise, is what the later reading makes of it.
   *
   * @param before those that are gone, and those of the version before
   * @param text of the version, whole
   * @param said all that is said in it
   */
  static List<Told> after(
      List<Told> before, String capture, Moment moment, String text, List<Spoken> said) {
    Map<String, List<Told>> known = new HashMap<>();
    before.forEach(
        one -> known.computeIfAbsent(one.spoken.wording(), _ -> new ArrayList<>()).add(one));
    List<Told> all = new ArrayList<>();
    Set<Told> kept = new HashSet<>();
    List<Spoken> fresh = new ArrayList<>();
    for (Spoken spoken : said) {
      Optional<Told> same =
          known.getOrDefault(spoken.wording(), List.of()).stream()
              .filter(one -> !kept.contains(one) && one.is(spoken))
              .min(IN_ORDER);
      same.ifPresent(kept::add);
      same.ifPresentOrElse(one -> all.add(one.now(capture, spoken)), () -> fresh.add(spoken));
    }
    List<Told> left = before.stream().filter(one -> !kept.contains(one)).toList();
    String plain = left.isEmpty() ? "" : " " + Spoken.plain(text) + " ";
    List<Told> readOtherwise = left.stream().filter(one -> one.stands(plain, said)).toList();
    for (Spoken spoken : fresh) {
      Told first = new Told(capture, spoken, moment.version, moment.at, null);
      all.add(
          readOtherwise.stream()
              .filter(one -> one.shares(spoken))
              .min(Comparator.comparingInt(Told::first))
              .map(one -> one.now(capture, spoken))
              .orElse(first));
    }
    Set<Told> superseded = new HashSet<>(readOtherwise);
    Stream<Told> gone = left.stream().filter(one -> !superseded.contains(one));
    return Stream.concat(all.stream(), gone.map(one -> one.without(moment))).toList();
  }

  /** What is gone comes back only under the name it was given to. */
  private boolean is(Spoken other) {
    return gone == null ? spoken.isBySame(other) : Objects.equals(spoken.party(), other.party());
  }

  private boolean stands(String text, List<Spoken> said) {
    return gone == null
        && text.contains(" " + spoken.passage() + " ")
        && said.stream().noneMatch(spoken::isByAnother);
  }

  private boolean shares(Spoken other) {
    String mine = " " + spoken.passage() + " ";
    String others = " " + other.passage() + " ";
    return mine.contains(others) || others.contains(mine);
  }

  private Told now(String version, Spoken now) {
    return new Told(version, now, first, at, null);
  }

  private Told without(Moment moment) {
    return gone == null ? new Told(capture, spoken, first, at, moment) : this;
  }
}
