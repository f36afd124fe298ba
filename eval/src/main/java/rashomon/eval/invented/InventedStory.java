package rashomon.eval.invented;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import rashomon.eval.invented.Newsroom.Item;
import rashomon.eval.invented.Truth.Answered;
import rashomon.eval.invented.Truth.Copied;
import rashomon.eval.invented.Truth.Place;
import rashomon.eval.invented.Truth.Printed;
import rashomon.eval.invented.Truth.Question;
import rashomon.eval.invented.Truth.Quotation;
import rashomon.model.Report;
import rashomon.model.Span;
import rashomon.model.Stamp;

/** Reports of one invented event, in order of time, and the truth about them. */
public record InventedStory(List<Report> reports, Truth truth) {

  private static final String GAP = "\n\n";

  public InventedStory {
    reports = List.copyOf(reports);
  }

  /**
   * The same for the same arguments. Stories of one {@code seed} differ in names alone where {@code
   * names} differs. A report's file is its id.
   */
  public static InventedStory of(int reports, long seed, long names) {
    Random chance = new Random(seed);
    Scenario scenario = Scenario.of(new Random(names), chance);
    Newsroom newsroom = new Newsroom(scenario, chance);
    newsroom.publish(reports);
    Map<Integer, List<Place>> places = new TreeMap<>();
    List<Report> written = new ArrayList<>();
    for (Item item : newsroom.items()) {
      written.add(report(item, places));
    }
    Truth truth =
        new Truth(
            origins(newsroom.items()),
            newsroom.borrowed().stream()
                .flatMap(
                    passage ->
                        places.getOrDefault(passage.mark(), List.of()).stream()
                            .map(place -> new Copied(place, passage.from())))
                .toList(),
            quotations(scenario, places),
            questions(scenario, places));
    return new InventedStory(written, truth);
  }

  private static Report report(Item item, Map<Integer, List<Place>> places) {
    Draft printed = item.printed();
    Marks.Bare bare = Marks.bare(printed.title() + GAP + printed.body());
    for (Marks.Marked marked : bare.marked()) {
      Span span = marked.span();
      places
          .computeIfAbsent(marked.mark(), fresh -> new ArrayList<>())
          .add(new Place(item.id(), span.start(), span.end(), span.of(bare.text())));
    }
    return new Report(
        item.id(),
        null,
        item.outlet(),
        printed.title(),
        Stamp.parse(item.published().toString()).orElseThrow(),
        null,
        null,
        "en",
        bare.text());
  }

  private static List<List<String>> origins(List<Item> items) {
    Map<Integer, List<String>> origins = new TreeMap<>();
    for (Item item : items) {
      origins.computeIfAbsent(item.origin(), fresh -> new ArrayList<>()).add(item.id());
    }
    return List.copyOf(origins.values());
  }

  private static List<Quotation> quotations(Scenario scenario, Map<Integer, List<Place>> places) {
    Map<Integer, List<Quoted>> said = new LinkedHashMap<>();
    for (Quoted quoted : scenario.quotations()) {
      said.computeIfAbsent(quoted.number(), fresh -> new ArrayList<>()).add(quoted);
    }
    return said.values().stream()
        .map(
            versions ->
                new Quotation(
                    versions.getFirst().speaker(),
                    versions.getFirst().words(),
                    versions.stream()
                        .flatMap(
                            quoted ->
                                places.getOrDefault(scenario.mark(quoted), List.of()).stream()
                                    .map(place -> new Printed(quoted.version(), place)))
                        .sorted(Comparator.comparing(printed -> printed.place().report()))
                        .toList()))
        .filter(quotation -> !quotation.versions().isEmpty())
        .toList();
  }

  /** Answers that no report prints are left out, and so are relations to them. */
  private static List<Question> questions(Scenario scenario, Map<Integer, List<Place>> places) {
    Map<String, Answered> printed = new LinkedHashMap<>();
    for (Plan.Choice choice : scenario.plan().choices()) {
      List<Place> where = places.getOrDefault(scenario.plan().mark(choice), List.of());
      if (!where.isEmpty()) {
        printed.put(choice.name(), new Answered(choice.name(), where));
      }
    }
    List<Question> questions = new ArrayList<>();
    for (Plan.Asked asked : scenario.plan().questions()) {
      List<Truth.Related> related =
          asked.relations().stream()
              .filter(r -> printed.containsKey(r.one()) && printed.containsKey(r.other()))
              .toList();
      List<Answered> answers =
          printed.values().stream()
              .filter(
                  answer ->
                      related.stream()
                          .anyMatch(
                              r ->
                                  r.one().equals(answer.name()) || r.other().equals(answer.name())))
              .toList();
      if (!related.isEmpty()) {
        questions.add(new Question(asked.name(), asked.facet(), answers, related));
      }
    }
    return questions;
  }
}
