package rashomon.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import rashomon.app.Page.Tone;
import rashomon.store.Search.Hit;
import rashomon.store.Search.Question;
import rashomon.store.Search.Said;
import rashomon.store.Store;
import rashomon.store.Transaction;

/** {@code rashomon search}. */
@Command(
    name = "search",
    description =
        "Finds reports and statements by words, party, outlet and time, and statements that are no longer in their reports. All words must occur; those in double quotes next to each other.",
    footer = {
      "",
      "Examples:",
      "  rashomon search ferry mines",
      "  rashomon search '\"patrol boat\"' --party Torvald",
      "  rashomon search --outlet 'Lethen Gazette' --from 2031-03-04 --to 2031-03-05",
      "  rashomon search ferry --format json"
    })
final class SearchCommand implements Callable<Integer> {

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Listing listing = new Listing();

  @Parameters(arity = "0..*", paramLabel = "WORD", description = "What to look for.")
  private List<String> words = List.of();

  @Option(
      names = "--party",
      paramLabel = "NAME",
      description = "Only what a party said whose name has these words.")
  private @Nullable String party;

  @Option(
      names = "--outlet",
      paramLabel = "NAME",
      description = "Only reports of outlets whose name has these words.")
  private @Nullable String outlet;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = AsOf.Named.class,
      description = "Published or said on this day or at this time, or later.")
  private @Nullable AsOf from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = AsOf.Named.class,
      description = "Published or said on this day or at this time, or before.")
  private @Nullable AsOf to;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many of each. Default: ${DEFAULT-VALUE}.")
  private int most = 20;

  SearchCommand(Console console) {
    this.console = console;
  }

  private record Found(List<Hit> reports, List<Said> statements, Tellings tellings) {
    static Found of(Transaction t, Question asked) {
      List<Hit> reports = t.search().reports(asked);
      List<Said> statements = t.search().statements(asked);
      Stream<Hit> hits = Stream.concat(reports.stream(), statements.stream().map(Said::in));
      return new Found(reports, statements, Tellings.of(t, hits));
    }

    boolean isEmpty() {
      return reports.isEmpty() && statements.isEmpty();
    }
  }

  @Override
  public Integer call() {
    Question question = Question.of(String.join(" ", words)).most(most);
    question = party == null ? question : question.party(party);
    question = outlet == null ? question : question.outlet(outlet);
    Question asked = question.between(begin(from), to == null ? null : to.instant().plusMillis(1));
    try (Store store = remembered.existing()) {
      Found found = store.read(t -> Found.of(t, asked));
      if (listing.json()) {
        ObjectNode object = Listing.JSON.createObjectNode();
        ArrayNode reports = object.putArray("reports");
        found.reports().forEach(hit -> reports.add(found.tellings().json(hit)));
        ArrayNode statements = object.putArray("statements");
        found.statements().forEach(said -> statements.add(found.tellings().json(said)));
        Listing.print(console, object);
      } else {
        Output.print(console, to -> to.write(text(found, store.place())));
      }
      return found.isEmpty() ? 1 : 0;
    }
  }

  private static @Nullable Instant begin(@Nullable AsOf moment) {
    return moment == null
        ? null
        : rashomon.model.Stamp.parse(moment.text()).orElseThrow().instant();
  }

  private String text(Found found, String place) {
    Page page = new Page(console.columns(), console.colour());
    Tellings tellings = found.tellings();
    if (!found.statements().isEmpty()) {
      page.heading("SAID");
      found.statements().forEach(said -> tellings.add(page, 2, said));
    }
    if (!found.reports().isEmpty()) {
      page.heading("REPORTS");
      found
          .reports()
          .forEach(
              hit -> {
                page.add(2, 4, hit.title(), Tone.PLAIN);
                page.add(4, 4, tellings.where(hit), Tone.QUIET);
              });
    }
    return found.isEmpty() ? page.add(0, nothing(place)).toString() : page.toString();
  }

  /** <i>Nothing of the outlet “Alpha” with the words “ferry” is found in rashomon-store.</i> */
  private String nothing(String place) {
    StringBuilder nothing = new StringBuilder("Nothing");
    nothing.append(outlet == null ? "" : " of an outlet “" + outlet + "”");
    nothing.append(party == null ? "" : " said by a party “" + party + "”");
    nothing.append(words.isEmpty() ? "" : " with the words “" + String.join(" ", words) + "”");
    nothing.append(from == null ? "" : " from " + from.text());
    nothing.append(to == null ? "" : " to " + to.text());
    return nothing + " is found in " + place + ".";
  }
}
