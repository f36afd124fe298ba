package rashomon.version;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import rashomon.model.Span;

/** Changes as a person would note them down, and texts to try them on. */
final class Told {

  private Told() {}

  /** <i>-gone-</i>, <i>+new+</i>, <i>[old&gt;new]</i>, <i>~moved~</i>. */
  static List<String> of(Changes changes) {
    return changes.list().stream()
        .map(
            change ->
                switch (change) {
                  case Change.Added added -> "+" + added.after().of(changes.after()) + "+";
                  case Change.Removed removed -> "-" + removed.before().of(changes.before()) + "-";
                  case Change.Replaced replaced ->
                      "["
                          + replaced.before().of(changes.before())
                          + ">"
                          + replaced.after().of(changes.after())
                          + "]";
                  case Change.Moved moved -> "~" + moved.before().of(changes.before()) + "~";
                })
        .toList();
  }

  static List<String> between(String before, String after) {
    return of(Changes.between(before, after));
  }

  /** The earlier text with its changes made. */
  static String applied(Changes changes) {
    String before = changes.before();
    String after = changes.after();
    String unchanged = without(before, changes, true);
    List<Span> fresh = spans(changes, false);
    StringBuilder text = new StringBuilder();
    int kept = 0;
    for (Span span : fresh) {
      int length = span.start() - text.length();
      text.append(unchanged, kept, kept + length).append(span.of(after));
      kept += length;
    }
    return text.append(unchanged.substring(kept)).toString();
  }

  private static String without(String text, Changes changes, boolean before) {
    StringBuilder left = new StringBuilder();
    int at = 0;
    for (Span span : spans(changes, before)) {
      left.append(text, at, span.start());
      at = span.end();
    }
    return left.append(text.substring(at)).toString();
  }

  private static List<Span> spans(Changes changes, boolean before) {
    List<Span> spans = new ArrayList<>();
    for (Change change : changes.list()) {
      switch (change) {
        case Change.Added added -> {
          if (!before) {
            spans.add(added.after());
          }
        }
        case Change.Removed removed -> {
          if (before) {
            spans.add(removed.before());
          }
        }
        case Change.Replaced replaced -> spans.add(before ? replaced.before() : replaced.after());
        case Change.Moved moved -> spans.add(before ? moved.before() : moved.after());
      }
    }
    return spans.stream().sorted().toList();
  }

  /** Paragraphs of sentences of invented words, some of them common. */
  static List<String> paragraphs(int count, Random chance) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      StringBuilder paragraph = new StringBuilder();
      for (int sentence = 0; sentence <= chance.nextInt(3); sentence++) {
        paragraph.append(sentence == 0 ? "The " : " The ");
        for (int word = 0; word < 5 + chance.nextInt(20); word++) {
          paragraph.append(word == 0 ? "" : " ").append(word(chance));
        }
        paragraph.append('.');
      }
      paragraphs.add(paragraph.toString());
    }
    return paragraphs;
  }

  static String word(Random chance) {
    List<String> common = List.of("the", "of", "said", "and", "12", "people", "in", "mayor");
    if (chance.nextInt(3) == 0) {
      return common.get(chance.nextInt(common.size()));
    }
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 2 + chance.nextInt(3); i++) {
      word.append("bdfgklmnprstvz".charAt(chance.nextInt(14)))
          .append("aeiou".charAt(chance.nextInt(5)));
    }
    return word.toString();
  }
}
