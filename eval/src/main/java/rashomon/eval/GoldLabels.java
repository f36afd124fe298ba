package rashomon.eval;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import rashomon.extract.encoder.Label;
import rashomon.extract.encoder.Label.Step;
import rashomon.extract.encoder.Role;
import rashomon.extract.text.TaggedText;
import rashomon.model.Span;

/** What annotators marked, as one label a word. PolNeAR puts a word in one part at most. */
final class GoldLabels {

  private static final Map<String, Role> ROLES =
      Map.of("Source", Role.SOURCE, "Cue", Role.CUE, "Content", Role.CONTENT);

  private GoldLabels() {}

  /** A label for each word of the text. */
  static Label[] of(Brat article, TaggedText text) {
    Label[] labels = new Label[text.size()];
    Arrays.fill(labels, Label.OUTSIDE);
    ROLES.forEach(
        (mark, role) ->
            article
                .marks()
                .getOrDefault(mark, List.of())
                .forEach(parts -> mark(parts, role, text, labels)));
    return labels;
  }

  private static void mark(List<Span> parts, Role role, TaggedText text, Label[] labels) {
    int last = -1;
    for (Span part : parts.stream().sorted().toList()) {
      for (int i = text.tokenAt(part.start());
          i < text.size() && text.token(i).span().start() < part.end();
          i++) {
        if (labels[i] != Label.OUTSIDE) {
          continue;
        }
        boolean goesOn =
            last == i - 1
                && text.token(i).paragraph() == text.token(Math.max(0, i - 1)).paragraph();
        labels[i] = Label.of(role, last < 0 ? Step.BEGIN : goesOn ? Step.IN : Step.RESUME);
        last = i;
      }
    }
  }
}
