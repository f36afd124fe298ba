package rashomon.extract.attribution;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attribution within a sentence: the cue, the source where one is named, and what stands before
 * and after it that is attributed.
 *
 * @param verb the cue's lemma
 * @param awaits whether the content is still to come, after a colon
 * @param subject the source of an earlier frame that this one shares (<i>…, adding that</i>)
 */
record Frame(
    String verb,
    Tokens cue,
    @Nullable Tokens source,
    @Nullable Tokens subject,
    List<Tokens> content,
    boolean passive,
    boolean awaits,
    double confidence) {

  Frame {
    content = List.copyOf(content);
  }

  Frame withContent(List<Tokens> wider) {
    return new Frame(verb, cue, source, subject, wider, passive, awaits, confidence);
  }

  /** The words of the source, its own or the one it shares. */
  @Nullable Tokens speaker() {
    return source != null ? source : subject;
  }
}
