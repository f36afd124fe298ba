package rashomon.compare;

import java.util.ArrayList;
import java.util.List;

/**
 * Which words of two passages are the same, in order: the longest run that both share, then what is
 * left of it and right of it in the same way (Ratcliff and Obershelp 1988). The first of equally
 * long runs is taken.
 */
record Alignment(List<Block> blocks) {

  /** {@code length} words, from {@code there} in the one and from {@code here} in the other. */
  record Block(int there, int here, int length) {}

  /** What stands between two blocks, or beside them: words that only one of them has, or both. */
  record Gap(int there, int thereEnd, int here, int hereEnd, boolean inner) {}

  static Alignment of(List<String> there, List<String> here) {
    List<Block> blocks = new ArrayList<>();
    align(there, 0, there.size(), here, 0, here.size(), blocks);
    return new Alignment(blocks);
  }

  private static void align(
      List<String> there,
      int from,
      int to,
      List<String> here,
      int hereFrom,
      int hereTo,
      List<Block> into) {
    Block longest = new Block(0, 0, 0);
    int[] before = new int[hereTo - hereFrom + 1];
    for (int i = from; i < to; i++) {
      int[] run = new int[before.length];
      for (int j = hereFrom; j < hereTo; j++) {
        if (there.get(i).equals(here.get(j))) {
          int length = before[j - hereFrom] + 1;
          run[j - hereFrom + 1] = length;
          if (length > longest.length) {
            longest = new Block(i - length + 1, j - length + 1, length);
          }
        }
      }
      before = run;
    }
    if (longest.length > 0) {
      align(there, from, longest.there, here, hereFrom, longest.here, into);
      into.add(longest);
      align(
          there,
          longest.there + longest.length,
          to,
          here,
          longest.here + longest.length,
          hereTo,
          into);
    }
  }

  /** How many words both have. */
  int shared() {
    return blocks.stream().mapToInt(Block::length).sum();
  }

  int longest() {
    return blocks.stream().mapToInt(Block::length).max().orElse(0);
  }

  /** What is between the blocks and beside them, in order; {@code there} and {@code here} words. */
  List<Gap> gaps(int there, int here) {
    List<Gap> gaps = new ArrayList<>();
    int from = 0;
    int hereFrom = 0;
    for (Block block : blocks) {
      if (block.there > from || block.here > hereFrom) {
        gaps.add(new Gap(from, block.there, hereFrom, block.here, from > 0 || hereFrom > 0));
      }
      from = block.there + block.length;
      hereFrom = block.here + block.length;
    }
    if (from < there || hereFrom < here) {
      gaps.add(new Gap(from, there, hereFrom, here, false));
    }
    return gaps;
  }
}
