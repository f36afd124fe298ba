package rashomon.eval.invented;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A report in the making: sentences in paragraphs, planted words marked. {@code dateline} stands
 * before the first of them and may be empty.
 */
record Draft(String title, String dateline, List<List<String>> paragraphs) {

  Draft {
    paragraphs =
        paragraphs.stream().filter(sentences -> !sentences.isEmpty()).map(List::copyOf).toList();
  }

  Draft titled(String other) {
    return new Draft(other, dateline, paragraphs);
  }

  Draft dated(String other) {
    return new Draft(title, other, paragraphs);
  }

  Draft of(List<List<String>> other) {
    return new Draft(title, dateline, other);
  }

  /** With a paragraph more, before that of this number. */
  Draft with(int place, String paragraph) {
    List<List<String>> more = new ArrayList<>(paragraphs);
    more.add(place, List.of(paragraph));
    return of(more);
  }

  /** What stands below the title, a blank line between paragraphs. */
  String body() {
    return dateline
        + paragraphs.stream()
            .map(sentences -> String.join(" ", sentences))
            .collect(Collectors.joining("\n\n"));
  }

  /** As typewriters have it: one kind of quotation mark and apostrophe. */
  Draft straight() {
    return new Draft(
        straight(title),
        dateline,
        paragraphs.stream().map(all -> all.stream().map(Draft::straight).toList()).toList());
  }

  private static String straight(String words) {
    return words.replaceAll("[“”]", "\"").replace('’', '\'');
  }
}
