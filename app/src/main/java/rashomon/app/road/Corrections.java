package rashomon.app.road;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rashomon.cluster.Correction.Apart;
import rashomon.cluster.Correction.Together;
import rashomon.cluster.Grouping;
import rashomon.cluster.Input;
import rashomon.cluster.Undone;
import rashomon.store.StoreProblem;
import rashomon.store.Stories.Correction;
import rashomon.store.Stories.Headline;
import rashomon.store.Transaction;

/**
 * What a person may say about stories. A correction is dated now, or, where one of its stories has
 * left the window, when the last report of that was seen, since later it would change nothing; and
 * after every other that names one of its reports, since of two the later holds. What would change
 * nothing is a {@link StoreProblem}.
 */
public final class Corrections {

  private Corrections() {}

  /** Two stories are one. */
  public static Input together(Transaction t, String id, Instant now, String one, String other) {
    if (one.equals(other)) {
      throw StoreProblem.missing(one + " is one story already.");
    }
    List<Instant> ones = t.stories().seen(one);
    List<Instant> others = t.stories().seen(other);
    if (apart(ones, others) || apart(others, ones)) {
      throw StoreProblem.missing(
          "More than a month lies between " + one + " and " + other + "; such are never one.");
    }
    List<String> named = List.of(reports(t, one).getFirst(), reports(t, other).getFirst());
    return new Together(id, moment(t, now, named), named);
  }

  private static boolean apart(List<Instant> earlier, List<Instant> later) {
    return earlier.getLast().plus(Grouping.WINDOW).isBefore(later.getFirst());
  }

  /** Some reports of a story are of another. */
  public static Input apart(
      Transaction t, String id, Instant now, String story, Collection<String> without) {
    List<String> others = new ArrayList<>(reports(t, story));
    for (String report : without) {
      if (!others.contains(report)) {
        throw StoreProblem.missing(
            "There is no report "
                + report
                + " in "
                + story
                + "; `rashomon stories --format json` lists them.");
      }
    }
    others.removeAll(without);
    if (others.isEmpty()) {
      throw StoreProblem.missing("Without these, no report would be left in " + story + ".");
    }
    List<String> leaving = List.copyOf(without);
    return new Apart(id, moment(t, now, without), leaving, others);
  }

  /** A correction is taken back. */
  public static Input undone(Transaction t, String id, Instant now, String correction) {
    Correction kept =
        inForce(t).stream()
            .filter(one -> one.id().equals(correction))
            .findFirst()
            .orElseThrow(
                () ->
                    StoreProblem.missing(
                        "No correction "
                            + correction
                            + " is in force; `rashomon story ID --history` names them."));
    return new Undone(id, moment(t, now, Inputs.named(kept)), correction);
  }

  /** Those that were not taken back, by time. */
  public static List<Correction> inForce(Transaction t) {
    Set<String> back = new HashSet<>();
    List<Correction> all = t.stories().corrections();
    for (Correction kept : all) {
      if (Inputs.input(kept) instanceof Undone undone) {
        back.add(undone.id());
        back.add(undone.correction());
      }
    }
    return all.stream().filter(one -> !back.contains(one.id())).toList();
  }

  private static Instant moment(Transaction t, Instant now, Collection<String> reports) {
    Instant at = now.truncatedTo(MICROS);
    for (String report : reports) {
      Instant last =
          t.stories().of(report).map(story -> t.stories().seen(story).getLast()).orElse(now);
      if (last.plus(Grouping.WINDOW).isBefore(now) && last.isBefore(at)) {
        at = last;
      }
    }
    for (Correction earlier : t.stories().corrections()) {
      boolean same = !Collections.disjoint(about(t, earlier), reports);
      if (same && !earlier.at().isBefore(at)) {
        at = earlier.at().plus(1, MICROS);
      }
    }
    return at;
  }

  /** The reports that a correction names, or the one that it takes back. */
  private static Set<String> about(Transaction t, Correction correction) {
    return Inputs.input(correction) instanceof Undone undone
        ? t.stories().corrections().stream()
            .filter(one -> one.id().equals(undone.correction()))
            .findFirst()
            .map(Inputs::named)
            .orElse(Set.of())
        : Inputs.named(correction);
  }

  private static List<String> reports(Transaction t, String story) {
    return t.stories().headlines(story).stream().map(Headline::report).toList();
  }
}
