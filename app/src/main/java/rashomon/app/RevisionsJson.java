package rashomon.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import rashomon.app.Revisions.Step;
import rashomon.model.Report;
import rashomon.model.Span;
import rashomon.model.Stamp;
import rashomon.version.Change;
import rashomon.version.Notice;
import rashomon.version.Passage;
import rashomon.version.Withdrawal;

/** What the reports of a story changed after they were first seen, as JSON. */
final class RevisionsJson {

  private RevisionsJson() {}

  static ObjectNode of(String story, List<Revisions> all) {
    ObjectNode object = Listing.JSON.createObjectNode().put("story", story);
    ArrayNode reports = object.putArray("reports");
    for (Revisions revisions : all) {
      Report last = revisions.last().report();
      ObjectNode one =
          reports
              .addObject()
              .put("id", revisions.report())
              .put("outlet", last.outlet())
              .put("title", last.title())
              .put("url", last.url())
              .put("withdrawn", withdrawn(last));
      one.set("notices", notices(revisions.notices(), last));
      ArrayNode versions = one.putArray("versions");
      revisions.steps().forEach(step -> versions.add(step(step)));
    }
    return object;
  }

  private static @Nullable String withdrawn(Report report) {
    return Withdrawal.of(report)
        .flatMap(notice -> Withdrawal.time(report))
        .map(Stamp::text)
        .orElse(null);
  }

  private static ObjectNode step(Step step) {
    Report later = step.later().report();
    ObjectNode one =
        Listing.JSON
            .createObjectNode()
            .put("version", step.number())
            .put("kind", Wording.lower(step.revision().kind()))
            .put("since", step.since().toString())
            .put("published", Listing.text(later.published()))
            .put("modified", Listing.text(later.modified()))
            .put("seen", Listing.text(later.seen()))
            .put("title", later.title());
    one.set("notices", notices(step.revision().notices(), later));
    ArrayNode passages = one.putArray("passages");
    step.passages().forEach(passage -> passages.add(passage(step, passage)));
    ArrayNode gone = one.putArray("gone");
    step.gone()
        .forEach(
            statement -> {
              ArrayNode content = gone.addArray();
              statement.content().forEach(span -> content.add(before(step, span)));
            });
    return one;
  }

  private static ArrayNode notices(List<Notice> notices, Report report) {
    ArrayNode array = Listing.JSON.createArrayNode();
    for (Notice notice : notices) {
      ObjectNode one = array.addObject().put("kind", Wording.lower(notice.kind()));
      one.setAll(placed(notice.span(), report, Optional.empty()));
    }
    return array;
  }

  private static ObjectNode passage(Step step, Passage passage) {
    ObjectNode object = Listing.JSON.createObjectNode();
    object.set("before", before(step, passage.before()));
    object.set("after", after(step, passage.after()));
    ArrayNode changes = object.putArray("changes");
    for (Change change : passage.changes()) {
      switch (change) {
        case Change.Added(int at, Span span) -> changes.add(change("added", step, null, span));
        case Change.Removed(Span span, int at) -> changes.add(change("removed", step, span, null));
        case Change.Replaced(Span one, Span other) ->
            changes.add(change("replaced", step, one, other));
        case Change.Moved(Span one, Span other) -> changes.add(change("moved", step, one, other));
      }
    }
    return object;
  }

  private static ObjectNode change(
      String kind, Step step, @Nullable Span before, @Nullable Span after) {
    ObjectNode object = Listing.JSON.createObjectNode().put("kind", kind);
    object.set("before", before(step, before));
    object.set("after", after(step, after));
    return object;
  }

  private static JsonNode before(Step step, @Nullable Span span) {
    return span == null
        ? Listing.JSON.nullNode()
        : placed(span, step.earlier().report(), step.paragraphBefore(span));
  }

  private static JsonNode after(Step step, @Nullable Span span) {
    return span == null
        ? Listing.JSON.nullNode()
        : placed(span, step.later().report(), step.paragraphAfter(span));
  }

  /** {@code paragraph} counts from 1 and is 0 for the headline. */
  private static ObjectNode placed(Span span, Report report, Optional<Integer> paragraph) {
    ObjectNode object = Listing.span(span).put("text", span.of(report.text()));
    paragraph.ifPresent(number -> object.put("paragraph", number));
    return object;
  }
}
