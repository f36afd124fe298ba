package rashomon.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import rashomon.model.Evidence;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.StatementId;
import rashomon.model.Story;

/**
 * How many independent sources evidence comes from. A passage counts with the report it was copied
 * from, and one quotation counts once, whoever prints it: it is from one mouth.
 */
final class Sources {

  /** Words that two quotations share without being one. */
  private static final int RUN = 6;

  private Sources() {}

  static int count(Story story, List<Evidence> evidence) {
    return of(story, evidence).size();
  }

  /** The evidence by source. */
  static List<List<Evidence>> of(Story story, List<Evidence> evidence) {
    return Clusters.sharing(evidence, one -> marks(story, one));
  }

  /** What two pieces of evidence of one source have in common: an origin, or a run of words. */
  private static List<Object> marks(Story story, Evidence evidence) {
    List<Object> marks = new ArrayList<>(runs(quoted(story, evidence.statement())));
    marks.add(story.origin(evidence.report(), evidence.span()).id());
    return marks;
  }

  private static List<String> runs(String words) {
    List<String> all = List.of(words.split(" "));
    List<String> runs = new ArrayList<>();
    for (int i = 0; i + RUN <= all.size(); i++) {
      runs.add(String.join(" ", all.subList(i, i + RUN)));
    }
    return runs;
  }

  /** The words between quotation marks of a statement, in lower case without marks. */
  private static String quoted(Story story, @Nullable StatementId id) {
    if (id == null) {
      return "";
    }
    Statement statement = story.statement(id);
    if (statement.type() == Statement.Type.INDIRECT) {
      return "";
    }
    String text = story.report(statement.report()).text();
    return statement.content().stream()
        .map((Span span) -> span.of(text))
        .collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT)
        .replace("’", "'")
        .replaceAll("[^\\p{L}\\d' ]", " ")
        .strip()
        .replaceAll("\\s+", " ");
  }
}
