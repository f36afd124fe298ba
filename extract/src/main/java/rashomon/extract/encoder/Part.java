package rashomon.extract.encoder;

import java.util.List;

/**
 * One source, cue or content that the model found: its runs of words in order, and how probable it
 * is that these and no others make it up.
 */
public record Part(Role role, List<Run> runs, double probability) {

  /** Words {@code first} to {@code last}, the last excluded. */
  public record Run(int first, int last) {}

  public Part {
    runs = List.copyOf(runs);
  }

  public int first() {
    return runs.getFirst().first();
  }

  public int last() {
    return runs.getLast().last();
  }
}
