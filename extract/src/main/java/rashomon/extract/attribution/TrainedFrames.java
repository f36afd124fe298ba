package rashomon.extract.attribution;

import java.util.ArrayList;
import java.util.List;
import rashomon.extract.encoder.Part;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/** Attributions as the trained model found them, in the form in which rules give them. */
final class TrainedFrames {

  private TrainedFrames() {}

  /** A frame for each content that has a cue, in order. */
  static List<Frame> of(TaggedText text, List<Part> parts) {
    List<Frame> frames = new ArrayList<>();
    for (Linking.Link link : Linking.of(text, parts)) {
      link.cue().ifPresent(cue -> frames.add(frame(text, link, cue)));
    }
    return frames;
  }

  private static Frame frame(TaggedText text, Linking.Link link, Part cue) {
    int verb = verb(text, cue);
    boolean passive = verb > 0 && text.is(verb - 1, Tag.AUX) && text.lemma(verb - 1).equals("be");
    double probability =
        link.content().probability()
            * cue.probability()
            * link.source().map(Part::probability).orElse(1.0);
    return new Frame(
        text.lemma(verb),
        whole(cue),
        link.source().map(TrainedFrames::whole).orElse(null),
        null,
        link.content().runs().stream().map(run -> new Tokens(run.first(), run.last())).toList(),
        passive,
        false,
        probability);
  }

  private static Tokens whole(Part part) {
    return new Tokens(part.first(), part.last());
  }

  /**
   * The word of a cue that attributes: its first verb, else its first noun, else its first word.
   */
  private static int verb(TaggedText text, Part cue) {
    for (Tag wanted : List.of(Tag.VERB, Tag.NOUN)) {
      for (int i = cue.first(); i < cue.last(); i++) {
        if (text.is(i, wanted)) {
          return i;
        }
      }
    }
    return cue.first();
  }
}
