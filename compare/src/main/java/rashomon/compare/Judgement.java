package rashomon.compare;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import rashomon.model.Figure;
import rashomon.model.Holder;
import rashomon.model.Relation;
import rashomon.model.Stamp;
import rashomon.model.Story;

/** How groups of figures that answer one question stand to each other, and why in one sentence. */
record Judgement(Relation relation, String why) {

  /** What only grows while people are still counting. */
  private static final Set<String> GROWING =
      Set.of(
          "die", "injure", "arrest", "rescue", "displace", "evacuate", "hospital", "free", "miss");

  static Judgement of(Story story, List<List<Figure>> groups) {
    List<Figure> all = groups.stream().flatMap(List::stream).toList();
    if (rises(story, all)) {
      Figure least = all.stream().min(Comparator.comparingDouble(Quantity::finite)).orElseThrow();
      Figure most = all.stream().max(Comparator.comparingDouble(Quantity::finite)).orElseThrow();
      return new Judgement(
          Relation.UPDATE,
          "Later reports give higher counts: from "
              + Quantity.range(least)
              + " to "
              + Quantity.range(most)
              + ".");
    }
    Judgement conflict = null;
    boolean explained = true;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < i; j++) {
        Figure one = groups.get(j).getFirst();
        Figure other = groups.get(i).getFirst();
        if (!Quantity.compatible(one, other) && heldApart(groups.get(j), groups.get(i))) {
          // A pair that no passing of time explains says most.
          boolean risen =
              Quantity.finite(one) < Quantity.finite(other) && !one.report().equals(other.report());
          conflict = conflict == null || explained && !risen ? disjoint(one, other) : conflict;
          explained &= risen;
        }
      }
    }
    if (conflict != null) {
      return conflict;
    }
    return new Judgement(
        Relation.ROUNDING,
        Quantity.words(story, groups.get(0).getFirst())
            + " and "
            + Quantity.words(story, groups.get(1).getFirst())
            + " differ only in precision.");
  }

  private static Judgement disjoint(Figure one, Figure other) {
    return new Judgement(
        Relation.CONFLICT,
        "Both count "
            + one.measure().phrase()
            + "; "
            + Quantity.range(one)
            + " and "
            + Quantity.range(other)
            + " do not overlap.");
  }

  /**
   * Whether the highest count that each moment of publication carries never falls and rises at
   * least once. A vague numeral that allows the higher count says nothing against it.
   */
  private static boolean rises(Story story, List<Figure> all) {
    if (!GROWING.contains(all.getFirst().measure().event())) {
      return false;
    }
    TreeMap<Stamp, Double> highest = new TreeMap<>();
    for (Figure figure : all) {
      Stamp published = story.report(figure.report()).published();
      if (published == null) {
        return false;
      }
      highest.merge(published, Quantity.finite(figure), Math::max);
    }
    if (isDisputed(story, all)) {
      return false;
    }
    double before = 0;
    double first = highest.isEmpty() ? 0 : highest.firstEntry().getValue();
    for (var entry : highest.entrySet()) {
      double here = entry.getValue();
      double least = before;
      boolean vague =
          all.stream()
              .filter(f -> entry.getKey().equals(story.report(f.report()).published()))
              .allMatch(f -> f.high() == null && Quantity.low(f) <= least);
      if (here < before && !vague) {
        return false;
      }
      before = Math.max(before, here);
    }
    return before > first;
  }

  /**
   * Whether two parties give different counts at one moment: then no passing of time tells them
   * apart.
   */
  private static boolean isDisputed(Story story, List<Figure> all) {
    for (Figure one : all) {
      for (Figure other : all) {
        boolean parties =
            one.party() != null && other.party() != null && !one.party().equals(other.party());
        Stamp published = story.report(one.report()).published();
        if (parties
            && !Quantity.compatible(one, other)
            && published != null
            && published.equals(story.report(other.report()).published())) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean heldApart(List<Figure> one, List<Figure> other) {
    Set<Holder> a = holders(one);
    Set<Holder> b = holders(other);
    return !a.containsAll(b) && !b.containsAll(a);
  }

  private static Set<Holder> holders(List<Figure> figures) {
    Set<Holder> holders = new HashSet<>();
    figures.forEach(
        f ->
            holders.add(
                f.party() == null
                    ? new Holder.ByReport(f.report())
                    : new Holder.ByParty(f.party())));
    return holders;
  }
}
