package rashomon.extract.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import rashomon.extract.encoder.Part;
import rashomon.extract.encoder.Part.Run;
import rashomon.extract.encoder.Role;
import rashomon.extract.text.TaggedText;

/**
 * Says which source, cue and content belong together: the nearest, one to one, counted in words;
 * the end of a sentence or paragraph is far.
 */
final class Linking {

  /** One statement: a content, with a cue and a source where there are any. */
  record Link(Part content, Optional<Part> cue, Optional<Part> source) {}

  private static final int SENTENCE = 12;
  private static final int PARAGRAPH = 60;
  private static final int FARTHEST = 100;

  private record Pair(Part one, Part other, int distance) {}

  private final TaggedText text;

  private Linking(TaggedText text) {
    this.text = text;
  }

  /** A link for each content, in order. */
  static List<Link> of(TaggedText text, List<Part> parts) {
    Linking linking = new Linking(text);
    List<Part> sources = with(Role.SOURCE, parts);
    List<Part> cues = with(Role.CUE, parts);
    List<Part> contents = with(Role.CONTENT, parts);
    Map<Part, Part> cueOf = linking.nearest(contents, cues);
    Map<Part, Part> contentOf = new HashMap<>();
    cueOf.forEach((content, cue) -> contentOf.put(cue, content));
    Map<Part, Part> sourceOfCue = linking.nearest(cues, sources);
    linking.share(cues, sourceOfCue);
    linking.share(cues.reversed(), sourceOfCue);
    Set<Part> given = new HashSet<>(sourceOfCue.values());
    Map<Part, Part> sourceOfContent =
        linking.nearest(
            contents.stream().filter(c -> !cueOf.containsKey(c)).toList(),
            sources.stream().filter(s -> !given.contains(s)).toList());
    return contents.stream()
        .map(
            content -> {
              Part cue = cueOf.get(content);
              Part source = cue == null ? sourceOfContent.get(content) : sourceOfCue.get(cue);
              return new Link(content, Optional.ofNullable(cue), Optional.ofNullable(source));
            })
        .toList();
  }

  /**
   * A cue without a source of its own shares that of the cue beside it in the sentence: <i>she said
   * … and warned</i>, <i>while praising …, she said</i>.
   */
  private void share(List<Part> cues, Map<Part, Part> sourceOfCue) {
    Part before = null;
    for (Part cue : cues) {
      Part source = before == null ? null : sourceOfCue.get(before);
      if (before != null
          && source != null
          && text.token(before.first()).sentence() == text.token(cue.first()).sentence()) {
        sourceOfCue.putIfAbsent(cue, source);
      }
      before = cue;
    }
  }

  private static List<Part> with(Role role, List<Part> parts) {
    return parts.stream().filter(part -> part.role() == role).toList();
  }

  /** Pairs each of {@code all} with the nearest of {@code others}, the nearest pairs first. */
  private Map<Part, Part> nearest(List<Part> all, List<Part> others) {
    List<Pair> pairs = new ArrayList<>();
    int from = 0;
    for (Part one : all) {
      while (from < others.size() && others.get(from).last() < one.first() - FARTHEST) {
        from++;
      }
      for (int i = from; i < others.size() && others.get(i).first() <= one.last() + FARTHEST; i++) {
        int distance = distance(one, others.get(i));
        if (distance <= FARTHEST) {
          pairs.add(new Pair(one, others.get(i), distance));
        }
      }
    }
    pairs.sort(
        Comparator.comparingInt(Pair::distance)
            .thenComparingInt(pair -> pair.one().first())
            .thenComparingInt(pair -> pair.other().first()));
    Map<Part, Part> found = new HashMap<>();
    Set<Part> taken = new HashSet<>();
    for (Pair pair : pairs) {
      if (!found.containsKey(pair.one()) && !taken.contains(pair.other())) {
        found.put(pair.one(), pair.other());
        taken.add(pair.other());
      }
    }
    return found;
  }

  private int distance(Part one, Part other) {
    int least = Integer.MAX_VALUE;
    for (Run a : one.runs()) {
      for (Run b : other.runs()) {
        least = Math.min(least, a.first() < b.first() ? gap(a, b) : gap(b, a));
      }
    }
    return least;
  }

  private int gap(Run before, Run after) {
    int last = Math.max(0, before.last() - 1);
    int next = after.first();
    int sentences = text.token(next).sentence() - text.token(last).sentence();
    int paragraphs = text.token(next).paragraph() - text.token(last).paragraph();
    return Math.max(0, next - before.last())
        + SENTENCE * Math.max(0, sentences)
        + PARAGRAPH * Math.max(0, paragraphs);
  }
}
