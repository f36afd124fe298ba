package rashomon.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rashomon.app.Page.Tone;
import rashomon.app.road.Road;
import rashomon.compare.Compare;
import rashomon.model.Answer;
import rashomon.model.Comparison;
import rashomon.model.Holder;
import rashomon.model.Point;
import rashomon.model.Relation;
import rashomon.store.Search.Question;
import rashomon.store.Search.Said;
import rashomon.store.Store;

/** {@code rashomon party}. */
@Command(
    name = "party",
    description =
        "All that one party said, over time, and where it gives another answer than it gave before.",
    footer = {
      "",
      "Examples:",
      "  rashomon party Torvald",
      "  rashomon party 'Free Strait Council' --format json"
    })
final class PartyCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Listing listing = new Listing();

  @Parameters(paramLabel = "NAME", description = "Words of the party's name.")
  private String name = "";

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "1000",
      description = "At most so many statements, the latest. Default: ${DEFAULT-VALUE}.")
  private int most = 1000;

  PartyCommand(Console console) {
    this.console = console;
  }

  /** A point of a story to which the party gives several answers. */
  private record Shift(String story, Comparison comparison, Point point, List<Answer> answers) {}

  @Override
  public Integer call() {
    try (Store store = remembered.existing()) {
      List<Said> said =
          new ArrayList<>(
              store.read(t -> t.search().statements(Question.of("").party(name).most(most))));
      said.sort(Comparator.comparing((Said one) -> one.in().at()));
      List<Shift> shifts =
          said.stream()
              .flatMap(one -> store.read(t -> t.stories().of(one.in().report())).stream())
              .distinct()
              .flatMap(story -> shifts(store, story).stream())
              .toList();
      if (listing.json()) {
        Listing.print(console, json(said, shifts, store));
      } else {
        Output.print(console, to -> to.write(text(said, shifts, store)));
      }
      return said.isEmpty() ? 1 : 0;
    }
  }

  private List<Shift> shifts(Store store, String story) {
    Comparison comparison = Compare.compare(store.read(t -> Road.readings(t, story)), List.of());
    List<Shift> shifts = new ArrayList<>();
    for (Point point : comparison.points()) {
      List<Answer> mine =
          point.answers().stream().filter(answer -> holds(comparison, answer)).toList();
      boolean differ = point.relation() == Relation.CONFLICT || point.relation() == Relation.UPDATE;
      if (differ && mine.size() > 1) {
        shifts.add(new Shift(story, comparison, point, mine));
      }
    }
    return shifts;
  }

  private boolean holds(Comparison comparison, Answer answer) {
    List<String> words = List.of(name.toLowerCase(Locale.ROOT).strip().split("\\s+"));
    return answer.holders().stream()
        .anyMatch(
            holder ->
                holder instanceof Holder.ByParty(var id)
                    && comparison.story().party(id).names().stream()
                        .map(one -> one.toLowerCase(Locale.ROOT))
                        .anyMatch(one -> words.stream().allMatch(one::contains)));
  }

  private ObjectNode json(List<Said> said, List<Shift> shifts, Store store) {
    ObjectNode object = Listing.JSON.createObjectNode().put("party", name);
    ArrayNode statements = object.putArray("statements");
    said.forEach(one -> statements.add(SearchCommand.json(one, store)));
    ArrayNode differs = object.putArray("differs");
    for (Shift shift : shifts) {
      ObjectNode one =
          differs
              .addObject()
              .put("story", shift.story())
              .put("question", shift.point().question())
              .put("relation", Wording.lower(shift.point().relation()));
      ArrayNode answers = one.putArray("answers");
      shift.answers().forEach(answer -> answers.add(answer.answer()));
    }
    return object;
  }

  private String text(List<Said> said, List<Shift> shifts, Store store) {
    Page page = new Page(console.columns(), console.colour());
    if (said.isEmpty()) {
      return page.add(0, "Nobody of that name says anything in " + store.place() + ".").toString();
    }
    page.add(
        0,
        0,
        Wording.count(said.size(), "statement") + " by " + name + ", in order of time",
        Tone.STRONG);
    said.forEach(one -> SearchCommand.said(page, one, store));
    if (!shifts.isEmpty()) {
      page.heading("GIVES SEVERAL ANSWERS");
      for (Shift shift : shifts) {
        Wording wording = Wording.of(shift.comparison());
        page.add(2, 4, shift.point().question() + " · " + shift.story(), Tone.PLAIN);
        shift
            .answers()
            .forEach(
                answer ->
                    page.add(
                        4,
                        6,
                        Wording.quoted(answer.answer(), 200)
                            + " "
                            + Objects.requireNonNull(wording.quotations(answer).getFirst()).where(),
                        Tone.PLAIN));
      }
    }
    return page.toString();
  }
}
