package rashomon.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

/** {@code rashomon search}. */
@Command(
    name = "search",
    description =
        "Finds reports and statements by words, party, outlet and time. All words must occur; those in double quotes next to each other.",
    footer = {
      "",
      "Examples:",
      "  rashomon search ferry mines",
      "  rashomon search '\"patrol boat\"' --party Torvald",
      "  rashomon search --outlet 'Lethen Gazette' --from 2031-03-04 --to 2031-03-05",
      "  rashomon search ferry --format json"
    })
final class SearchCommand implements Callable<Integer> {

  private static final int COLUMNS = 300;

  private final Console console;

  @Mixin private Remembered remembered = new Remembered();
  @Mixin private Listing listing = new Listing();

  @Parameters(arity = "0..*", paramLabel = "WORD", description = "What to look for.")
  private List<String> words = List.of();

  @Option(names = "--party", paramLabel = "NAME", description = "Only what this party said.")
  private @Nullable String party;

  @Option(names = "--outlet", paramLabel = "NAME", description = "Only reports of this outlet.")
  private @Nullable String outlet;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = AsOf.Named.class,
      description = "Published on this day or at this time, or later.")
  private @Nullable AsOf from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = AsOf.Named.class,
      description = "Published on this day or at this time, or before.")
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

  /** A statement, and the story its report is in. */
  private record Found(List<Hit> reports, List<Said> statements) {}

  @Override
  public Integer call() {
    Question question = Question.of(String.join(" ", words)).most(most);
    question = party == null ? question : question.party(party);
    question = outlet == null ? question : question.outlet(outlet);
    Question asked = question.between(begin(from), to == null ? null : to.instant().plusMillis(1));
    try (Store store = remembered.existing()) {
      Found found =
          store.read(t -> new Found(t.search().reports(asked), t.search().statements(asked)));
      if (listing.json()) {
        ObjectNode object = Listing.JSON.createObjectNode();
        ArrayNode reports = object.putArray("reports");
        found.reports().forEach(hit -> reports.add(json(hit, store)));
        ArrayNode statements = object.putArray("statements");
        found.statements().forEach(said -> statements.add(json(said, store)));
        Listing.print(console, object);
      } else {
        Output.print(console, to -> to.write(text(found, store)));
      }
      return found.reports().isEmpty() && found.statements().isEmpty() ? 1 : 0;
    }
  }

  private static @Nullable Instant begin(@Nullable AsOf moment) {
    return moment == null
        ? null
        : rashomon.model.Stamp.parse(moment.text()).orElseThrow().instant();
  }

  private static Optional<String> story(Hit hit, Store store) {
    return store.read(t -> t.stories().of(hit.report()));
  }

  private static ObjectNode json(Hit hit, Store store) {
    return Listing.JSON
        .createObjectNode()
        .put("report", hit.report())
        .put("story", story(hit, store).orElse(null))
        .put("outlet", hit.outlet())
        .put("published", Listing.text(hit.published()))
        .put("title", hit.title())
        .put("url", hit.url());
  }

  static ObjectNode json(Said said, Store store) {
    ObjectNode object = json(said.in(), store);
    object.put("party", said.party()).put("words", said.words());
    ArrayNode spans = object.putArray("spans");
    said.spans().forEach(span -> spans.add(Listing.span(span)));
    return object;
  }

  private String text(Found found, Store store) {
    Page page = new Page(console.columns(), console.colour());
    if (!found.statements().isEmpty()) {
      page.heading("SAID");
      found.statements().forEach(said -> said(page, said, store));
    }
    if (!found.reports().isEmpty()) {
      page.heading("REPORTS");
      found
          .reports()
          .forEach(
              hit -> {
                page.add(2, 4, hit.title(), Tone.PLAIN);
                page.add(4, 4, where(hit, store), Tone.QUIET);
              });
    }
    if (found.reports().isEmpty() && found.statements().isEmpty()) {
      page.add(0, "Nothing is found.");
    }
    return page.toString();
  }

  static void said(Page page, Said said, Store store) {
    String speaker = said.party() == null ? "Not said who" : said.party();
    page.add(2, 4, speaker + ": " + Wording.quoted(said.words(), COLUMNS), Tone.PLAIN);
    page.add(4, 4, where(said.in(), store), Tone.QUIET);
  }

  private static String where(Hit hit, Store store) {
    String time = hit.published() == null ? hit.at() + " (seen)" : hit.published().text();
    return (hit.outlet() == null ? "outlet not known" : hit.outlet())
        + ", "
        + time
        + story(hit, store).map(story -> " · " + story).orElse("");
  }
}
