package rashomon.compare;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import rashomon.model.Figure;
import rashomon.model.Holder;
import rashomon.model.Relation;
import rashomon.model.ReportId;
import rashomon.model.Stamp;
import rashomon.model.Story;

/** How groups of figures that answer one question stand to each other, and why in one sentence. */
record Judgement(Relation relation, String why) {

  /** What only grows while people are still counting. */
  private static final Set<String> GROWING = Set.of("die", "injure", "arrest", "rescue", "displace", "evacuate", "hospital", "free", "miss");

  static Judgement of(Story story, List<List<Figure>> groups) {
    Judgement milder = new Judgement(Relation.ROUNDING, "They differ only in how precisely they count.");
    boolean update = false;
    for (int i = 0; i < groups.size(); i++) {
      for (int j = 0; j < i; j++) {
        Figure one = groups.get(j).getFirst();
        Figure other = groups.get(i).getFirst();
        boolean later = rises(story, groups.get(j), groups.get(i));
        if (later) {
          update = true;
          milder = new Judgement(Relation.UPDATE, "The later report gives the higher count: " + Quantity.range(lower(one, other)) + ", then " + Quantity.range(higher(one, other)) + ".");
        } else if (!Quantity.compatible(one, other) && heldApart(groups.get(j), groups.get(i))) {
          return new Judgement(Relation.CONFLICT, "Both count " + one.measure().phrase() + "; " + Quantity.range(one) + " and " + Quantity.range(other) + " do not overlap.");
        } else if (!update) {
          milder = new Judgement(Relation.ROUNDING, Quantity.words(story, one) + " and " + Quantity.words(story, other) + " differ only in precision.");
        }
      }
    }
    return milder;
  }

  private static Figure lower(Figure one, Figure other) {
    return Quantity.finite(one) <= Quantity.finite(other) ? one : other;
  }

  private static Figure higher(Figure one, Figure other) {
    return Quantity.finite(one) <= Quantity.finite(other) ? other : one;
  }

  /** Whether the higher figure comes first in a later report than the lower one, and no report gives both. */
  private static boolean rises(Story story, List<Figure> one, List<Figure> other) {
    if (!GROWING.contains(one.getFirst().measure().event()) || Quantity.finite(one.getFirst()) == Quantity.finite(other.getFirst())) {
      return false;
    }
    boolean ordered = Quantity.finite(one.getFirst()) < Quantity.finite(other.getFirst());
    List<Figure> low = ordered ? one : other;
    List<Figure> high = ordered ? other : one;
    Set<ReportId> both = reports(low);
    both.retainAll(reports(high));
    Stamp early = first(story, low);
    Stamp late = first(story, high);
    return both.isEmpty() && early != null && late != null && early.compareTo(late) < 0;
  }

  private static Set<ReportId> reports(List<Figure> figures) {
    Set<ReportId> reports = new HashSet<>();
    figures.forEach(f -> reports.add(f.report()));
    return reports;
  }

  private static @org.jspecify.annotations.Nullable Stamp first(Story story, List<Figure> figures) {
    return story.report(figures.getFirst().report()).published();
  }

  private static boolean heldApart(List<Figure> one, List<Figure> other) {
    Set<Holder> a = holders(one);
    Set<Holder> b = holders(other);
    return !a.containsAll(b) && !b.containsAll(a);
  }

  private static Set<Holder> holders(List<Figure> figures) {
    Set<Holder> holders = new HashSet<>();
    figures.forEach(f -> holders.add(f.party() == null ? new Holder.ByReport(f.report()) : new Holder.ByParty(f.party())));
    return holders;
  }
}
