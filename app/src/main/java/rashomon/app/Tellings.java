package rashomon.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import rashomon.app.Page.Tone;
import rashomon.store.Search.Cue;
import rashomon.store.Search.Gone;
import rashomon.store.Search.Hit;
import rashomon.store.Search.Said;
import rashomon.store.Transaction;

/**
 * Statements and reports that were found, as a person and as a program reads them.
 *
 * @param stories the stories they are in, by report; without those that are in none
 */
record Tellings(Map<String, String> stories) {

  private static final int COLUMNS = 300;

  static Tellings of(Transaction t, Stream<Hit> hits) {
    Map<String, String> stories = new LinkedHashMap<>();
    hits.map(Hit::report)
        .distinct()
        .forEach(report -> t.stories().of(report).ifPresent(story -> stories.put(report, story)));
    return new Tellings(stories);
  }

  ObjectNode json(Hit hit) {
    return Listing.JSON
        .createObjectNode()
        .put("report", hit.report())
        .put("story", stories.get(hit.report()))
        .put("outlet", hit.outlet())
        .put("published", Listing.text(hit.published()))
        .put("title", hit.title())
        .put("url", hit.url());
  }

  ObjectNode json(Said said) {
    ObjectNode object = json(said.in());
    object.put("at", said.in().at().toString()).put("party", said.party());
    Cue cue = said.cue();
    if (cue == null) {
      object.putNull("cue");
    } else {
      object.set("cue", Listing.span(cue.span()).put("text", cue.words()));
    }
    object.put("polarity", said.denied() ? "denied" : "affirmed").put("words", said.words());
    ArrayNode spans = object.putArray("spans");
    said.spans().forEach(span -> spans.add(Listing.span(span)));
    object.putObject("first").put("version", said.first()).put("seen", said.firstSeen().toString());
    object.putObject("last").put("version", said.last()).put("seen", said.lastSeen().toString());
    Gone gone = said.gone();
    if (gone == null) {
      object.putNull("gone");
    } else {
      object.putObject("gone").put("version", gone.version()).put("at", gone.at().toString());
    }
    return object;
  }

  /** Adds who said it, by which words, what, and where that stands. */
  void add(Page page, int indent, Said said) {
    String speaker = said.party() == null ? "Not said who" : said.party();
    String cue = said.cue() == null ? "" : Page.printable(said.cue().words());
    page.add(
        indent, indent + 2, speaker + " — " + Wording.said(cue, said.words(), COLUMNS), Tone.PLAIN);
    page.add(indent + 2, indent + 2, where(said), Tone.QUIET);
  }

  /** <i>Coast Herald, 2031-03-04T10:00:00Z · s0123456789</i>. */
  String where(Hit hit) {
    return outlet(hit) + published(hit) + story(hit);
  }

  private String where(Said said) {
    Hit hit = said.in();
    Gone gone = said.gone();
    String time = said.first() == 1 ? published(hit) : hit.at() + " (version " + said.first() + ")";
    return outlet(hit)
        + time
        + (said.denied() ? " · a denial" : "")
        + (gone == null ? "" : " · no longer in the report since " + gone.at())
        + story(hit);
  }

  private static String outlet(Hit hit) {
    return (hit.outlet() == null ? "outlet not known" : hit.outlet()) + ", ";
  }

  private static String published(Hit hit) {
    return hit.published() == null ? hit.at() + " (seen)" : hit.published().text();
  }

  private String story(Hit hit) {
    @Nullable String story = stories.get(hit.report());
    return story == null ? "" : " · " + story;
  }
}
