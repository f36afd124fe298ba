package rashomon.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rashomon.app.Page.Tone;
import rashomon.app.Turns.Given;
import rashomon.app.Turns.Turn;
import rashomon.store.Search.Question;
import rashomon.store.Search.Said;
import rashomon.store.Store;
import rashomon.store.Transaction;

/** {@code rashomon party}. */
@Command(
    name = "party",
    description =
        "All that one party said, over time, what is no longer in its report, and where it gives another answer than it gave before.",
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

  private record Found(List<Said> said, List<Turn> turns, Tellings tellings) {
    static Found of(Transaction t, Question question) {
      List<Said> said = new ArrayList<>(t.search().statements(question));
      said.sort(Comparator.comparing(one -> one.in().at()));
      Tellings tellings = Tellings.of(t, said.stream().map(Said::in));
      return new Found(said, Turns.of(t, said, tellings), tellings);
    }
  }

  @Override
  public Integer call() {
    try (Store store = remembered.existing()) {
      Found found = store.read(t -> Found.of(t, Question.of("").party(name).most(most)));
      if (listing.json()) {
        Listing.print(console, json(found));
      } else {
        Output.print(console, to -> to.write(text(found, store.place())));
      }
      return found.said().isEmpty() ? 1 : 0;
    }
  }

  private ObjectNode json(Found found) {
    ObjectNode object = Listing.JSON.createObjectNode().put("party", name);
    ArrayNode statements = object.putArray("statements");
    found.said().forEach(one -> statements.add(found.tellings().json(one)));
    ArrayNode differs = object.putArray("differs");
    for (Turn turn : found.turns()) {
      ArrayNode answers =
          differs
              .addObject()
              .put("story", turn.story())
              .put("question", turn.point().question())
              .put("facet", Wording.lower(turn.point().facet()))
              .put("relation", Wording.lower(turn.point().relation()))
              .putArray("answers");
      for (Given given : turn.answers()) {
        ArrayNode said = answers.addObject().put("answer", given.answer()).putArray("statements");
        given.statements().forEach(one -> said.add(found.tellings().json(one)));
      }
    }
    return object;
  }

  private String text(Found found, String place) {
    Page page = new Page(console.columns(), console.colour());
    if (found.said().isEmpty()) {
      return page.add(0, "Nobody named “" + name + "” says anything in " + place + ".").toString();
    }
    page.add(
        0,
        0,
        Wording.count(found.said().size(), "statement") + " by " + name + ", in order of time",
        Tone.STRONG);
    found.said().forEach(one -> found.tellings().add(page, 2, one));
    if (!found.turns().isEmpty()) {
      page.heading("GIVES SEVERAL ANSWERS");
    }
    for (Turn turn : found.turns()) {
      page.add(2, 4, turn.point().question() + " · " + turn.story(), Tone.PLAIN);
      for (Given given : turn.answers()) {
        given.statements().forEach(one -> found.tellings().add(page, 4, one));
      }
    }
    return page.toString();
  }
}
