package rashomon.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import rashomon.compare.Copies.Repeat;
import rashomon.model.Copy;
import rashomon.model.Copy.Direction;
import rashomon.model.Origin;
import rashomon.model.OriginId;
import rashomon.model.Report;
import rashomon.model.ReportId;
import rashomon.model.Stamp;
import rashomon.model.Statement;
import rashomon.model.Token;

/**
 * Where the text of each report first came from, as far as the reports show. Two have one origin
 * where more than half of the shorter one's runs of {@value #RUN} words stand in the other
 * (containment, Broder 1997), or half of its sentences repeat the other's with edits, and that is
 * no small part of the longer one: a paragraph taken over does not make a report a copy. Single
 * linkage: it is worse to call an echo a confirmation than the other way round.
 *
 * @param origins in the order of their first reports
 * @param copies passages that one report has from another, those of whole copies included
 */
record Origins(List<Origin> origins, List<Copy> copies) {

  private static final int RUN = 6;

  /** Words that are too few to say that a report is a copy. */
  private static final int FEW = 20;

  /** What is less than one part in so many of a report is a small part of it. */
  private static final int SMALL_PART = 4;

  Origins {
    origins = List.copyOf(origins);
    copies = List.copyOf(copies);
  }

  static Origins of(List<Report> reports, List<List<Token>> tokens, List<Statement> statements) {
    List<Set<String>> credits = reports.stream().map(Credits::of).toList();
    List<Integer> order = order(reports, credits);
    Copies copies = Copies.of(order, reports, tokens, statements);
    int[] leader = IntStream.range(0, reports.size()).toArray();
    joinWholes(tokens, leader);
    for (int i = 0; i < reports.size(); i++) {
      Map<Integer, Integer> repeated = new TreeMap<>();
      copies
          .of(i)
          .forEach(
              r -> r.reports().forEach(of -> repeated.merge(of, r.copy().words(), Integer::sum)));
      for (Map.Entry<Integer, Integer> from : repeated.entrySet()) {
        int other = from.getKey();
        if (Math.min(copies.words(i), copies.words(other)) >= FEW
            && isMost(
                from.getValue(),
                copies.words(i),
                copies.words(other),
                sameSource(reports, credits, i, other))) {
          join(leader, i, other);
        }
      }
    }
    return new Origins(
        origins(reports, order, leader),
        IntStream.range(0, reports.size())
            .boxed()
            .flatMap(i -> merged(copies.of(i), reports, credits).stream())
            .toList());
  }

  /**
   * Whether what two texts share is half of the shorter one, or a quarter where credits say that
   * they have one source, and no small part of the longer.
   */
  private static boolean isMost(int shared, int one, int other, boolean credited) {
    return shared > 0
        && (credited ? SMALL_PART : 2) * shared >= Math.min(one, other)
        && SMALL_PART * shared >= Math.max(one, other);
  }

  /** In order of time; but whom a report credits comes before it, unless that is of a later day. */
  private static List<Integer> order(List<Report> reports, List<Set<String>> credits) {
    Map<String, List<Integer>> byOutlet = new TreeMap<>();
    for (int i = 0; i < reports.size(); i++) {
      String outlet = reports.get(i).outlet();
      if (outlet != null) {
        byOutlet.computeIfAbsent(outlet, fresh -> new ArrayList<>()).add(i);
      }
    }
    Map<String, List<Integer>> credited = new HashMap<>();
    for (String name : credits.stream().flatMap(Set::stream).collect(Collectors.toSet())) {
      credited.put(
          name,
          byOutlet.entrySet().stream()
              .filter(outlet -> Credits.same(name, outlet.getKey()))
              .flatMap(outlet -> outlet.getValue().stream())
              .sorted()
              .toList());
    }
    Set<Integer> order = new LinkedHashSet<>();
    for (int i : fullerFirst(reports)) {
      for (String name : credits.get(i)) {
        for (int source : credited.getOrDefault(name, List.of())) {
          if (!isOfLaterDay(reports.get(source), reports.get(i))) {
            order.add(source);
          }
        }
      }
      order.add(i);
    }
    return List.copyOf(order);
  }

  /**
   * The reports in their order, but a stub after every whole report that is not known to be later:
   * a beginning is rather cut from the whole than the whole made from it.
   */
  private static List<Integer> fullerFirst(List<Report> reports) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < reports.size(); i++) {
      if (!reports.get(i).stub()) {
        order.add(i);
      }
    }
    for (int i = 0; i < reports.size(); i++) {
      if (reports.get(i).stub()) {
        int at = order.size();
        while (at > 0 && order.get(at - 1) > i && isKnownLater(reports, order.get(at - 1), i)) {
          at--;
        }
        order.add(at, i);
      }
    }
    return order;
  }

  /** Whether one stub comes after another in their order, or times say it of a whole report. */
  private static boolean isKnownLater(List<Report> reports, int one, int other) {
    Stamp later = reports.get(one).published();
    Stamp before = reports.get(other).published();
    if (reports.get(one).stub()) {
      return true;
    }
    return later != null
        && before != null
        && (isDay(later) || isDay(before)
            ? before.date().isBefore(later.date())
            : before.instant().isBefore(later.instant()));
  }

  private static boolean isDay(Stamp stamp) {
    return !stamp.text().contains("T");
  }

  private static boolean isOfLaterDay(Report one, Report other) {
    Stamp mine = one.published();
    Stamp theirs = other.published();
    return mine != null && theirs != null && mine.date().isAfter(theirs.date());
  }

  private static boolean credited(@Nullable String outlet, Set<String> credits) {
    return outlet != null && credits.stream().anyMatch(name -> Credits.same(name, outlet));
  }

  /** Whether one credits the other's outlet, or both credit one. */
  private static boolean sameSource(
      List<Report> reports, List<Set<String>> credits, int one, int other) {
    return credited(reports.get(one).outlet(), credits.get(other))
        || credited(reports.get(other).outlet(), credits.get(one))
        || credits.get(one).stream().anyMatch(credits.get(other)::contains);
  }

  /** Joins each pair of which one is mostly in the other. */
  private static void joinWholes(List<List<Token>> tokens, int[] leader) {
    List<Set<Integer>> runs = tokens.stream().map(Origins::runs).toList();
    Map<Integer, List<Integer>> index = new HashMap<>();
    for (int i = 0; i < runs.size(); i++) {
      int[] shared = new int[i];
      for (Integer run : runs.get(i)) {
        List<Integer> holders = index.computeIfAbsent(run, fresh -> new ArrayList<>());
        holders.forEach(holder -> shared[holder]++);
        holders.add(i);
      }
      for (int other = 0; other < i; other++) {
        if (isMost(shared[other], runs.get(i).size(), runs.get(other).size(), false)) {
          join(leader, i, other);
        }
      }
    }
  }

  private static Set<Integer> runs(List<Token> tokens) {
    Set<Integer> runs = new HashSet<>();
    List<String> words =
        tokens.stream()
            .map(Token::text)
            .filter(w -> Character.isLetterOrDigit(w.charAt(0)))
            .map(w -> w.toLowerCase(Locale.ROOT))
            .toList();
    for (int i = 0; i + RUN <= words.size(); i++) {
      runs.add(words.subList(i, i + RUN).hashCode());
    }
    return runs;
  }

  private static List<Origin> origins(List<Report> reports, List<Integer> order, int[] leader) {
    Map<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < leader.length; i++) {
      groups.computeIfAbsent(find(leader, i), fresh -> new ArrayList<>()).add(i);
    }
    List<Origin> origins = new ArrayList<>();
    for (List<Integer> group : groups.values()) {
      int first = order.stream().filter(group::contains).findFirst().orElseThrow();
      String credit =
          group.stream()
              .flatMap(i -> Credits.agency(reports.get(i)).stream())
              .findFirst()
              .orElse(null);
      List<ReportId> members = group.stream().map(Copies::id).toList();
      origins.add(new Origin(new OriginId(origins.size() + 1), Copies.id(first), members, credit));
    }
    return origins;
  }

  /** Sentences that follow one another in both reports are one passage. */
  private static List<Copy> merged(
      List<Repeat> repeats, List<Report> reports, List<Set<String>> credits) {
    List<Copy> merged = new ArrayList<>();
    Repeat before = null;
    for (Repeat repeat : repeats) {
      int copy = repeat.copy().report();
      int original = repeat.original().report();
      if (before != null
          && before.original().report() == original
          && before.copy().number() + 1 == repeat.copy().number()
          && before.original().number() + 1 == repeat.original().number()) {
        Copy open = merged.removeLast();
        merged.add(
            new Copy(
                open.report(),
                open.span().cover(repeat.copy().span()),
                open.from(),
                open.source().cover(repeat.original().span()),
                open.known()));
      } else {
        merged.add(
            new Copy(
                Copies.id(copy),
                repeat.copy().span(),
                Copies.id(original),
                repeat.original().span(),
                credited(reports.get(original).outlet(), credits.get(copy))
                    ? Direction.CREDIT
                    : earlier(reports.get(original), reports.get(copy))
                        ? Direction.TIME
                        : Direction.NONE));
      }
      before = repeat;
    }
    return merged;
  }

  private static boolean earlier(Report one, Report other) {
    Stamp first = one.published();
    Stamp second = other.published();
    return first != null && second != null && first.compareTo(second) < 0;
  }

  private static void join(int[] leader, int one, int other) {
    int a = find(leader, one);
    int b = find(leader, other);
    leader[Math.max(a, b)] = Math.min(a, b);
  }

  private static int find(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }
}
