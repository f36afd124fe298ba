package rashomon.ingest.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page's blocks with what can only be known of all of them together. */
final class Page {

  private static final int CLAIMED_WORDS = 4;
  private static final int FEWEST_CLAIMED = 200;

  final List<Block> blocks;
  final String title;
  final String description;
  final Box best;
  final int words;
  final int heading;
  final int[] proseBefore;
  final int bestProse;

  /** For each block, how many level-one headings and how many articles begin up to it. */
  final int[] headings;

  final int[] articles;
  final double[] claimed;
  final boolean[] repeated;
  private final Map<Integer, int[]> signatures = new HashMap<>();
  final int widest;

  Page(List<Block> blocks, Clues clues) {
    this.blocks = blocks;
    this.title = plain(clues.title());
    this.description = plain(clues.description());
    words = blocks.stream().mapToInt(block -> block.words).sum();
    heading = heading(blocks, this.title);
    best = best(blocks, heading);
    proseBefore = new int[blocks.size() + 1];
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean counts = block.isProse() && best.holds(block.box);
      proseBefore[i + 1] = proseBefore[i] + (counts ? block.words : 0);
      int[] sums = signatures.computeIfAbsent(block.box.signature, absent -> new int[3]);
      sums[0] += block.words;
      sums[1] += (int) Math.round(block.words * block.linked);
      sums[2] += block.isProse() ? block.words : 0;
    }
    bestProse = proseBefore[blocks.size()];
    widest = signatures.values().stream().mapToInt(sums -> sums[2]).max().orElse(0);
    headings = new int[blocks.size()];
    articles = new int[blocks.size()];
    count(blocks, headings, articles);
    this.claimed = claimed(blocks, clues.body());
    repeated = repeated(blocks);
  }

  /** Words, linked words and words of prose in blocks that look like this one's box. */
  int[] alike(Box box) {
    return signatures.getOrDefault(box.signature, new int[3]);
  }

  @Nullable Block at(int i) {
    return i < 0 || i >= blocks.size() ? null : blocks.get(i);
  }

  /**
   * The box that holds most prose closest to itself, after Readability: each block of prose speaks
   * for the box it stands in, and less and less for those around it; links speak against.
   */
  private static Box best(List<Block> blocks, int heading) {
    List<Box> candidates = new ArrayList<>();
    for (Block block : blocks) {
      if (block.isProse()) {
        double weight = 1 + block.commas + Math.min(3, block.words / 20.0);
        Box box = holder(block.box);
        for (int level = 1; level <= 4 && box != null; level++) {
          if (box.weight == 0) {
            candidates.add(box);
          }
          box.weight += weight / level;
          box = box.parent;
        }
      }
    }
    Box best = null;
    double most = 0;
    for (Box box : candidates) {
      int far = heading < 0 ? 0 : box.levelsTo(blocks.get(heading).box);
      double weight = weight(box) / (1 + 0.2 * far);
      if (best == null || weight > most) {
        most = weight;
        best = box;
      }
    }
    return best != null ? best : blocks.isEmpty() ? new Box(null, "body", 0, 0, 0) : top(blocks);
  }

  private static Box top(List<Block> blocks) {
    Box box = blocks.getFirst().box;
    return box.above(box.depth);
  }

  static double weight(Box box) {
    return box.weight * (1 - box.linked());
  }

  /** What a paragraph stands in. */
  static @Nullable Box holder(Box box) {
    return switch (box.tag) {
      case "p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dd", "dt" ->
          box.parent;
      default -> box;
    };
  }

  /**
   * The block that is most like the title, headings and what is no link first, or else the first
   * heading of level one; −1 without any.
   */
  private static int heading(List<Block> blocks, String title) {
    Set<String> wanted = words(title);
    int best = -1;
    double most = 0.5;
    int first = -1;
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      first = first < 0 && block.box.tag.equals("h1") ? i : first;
      if (block.words <= 2 * wanted.size() && !block.box.tag.equals("title")) {
        double like =
            likeness(words(block.lower), wanted)
                + (block.box.tag.equals("h1") ? 0.3 : block.box.isHeading() ? 0.2 : 0)
                - 0.3 * block.linked;
        if (like > most) {
          most = like;
          best = i;
        }
      }
    }
    return best < 0 ? first : best;
  }

  /** The share of the words in either that are in both. */
  private static double likeness(Set<String> some, Set<String> others) {
    int shared = 0;
    for (String word : some) {
      shared += others.contains(word) ? 1 : 0;
    }
    int all = some.size() + others.size() - shared;
    return all == 0 ? 0 : shared / (double) all;
  }

  /** Runs of letters and numbers. */
  private static Set<String> words(String plain) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int i = 0; i < plain.length(); ) {
      int c = plain.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!isOfWord(c)) {
        if (start < i) {
          words.add(plain.substring(start, i));
        }
        start = next;
      }
      i = next;
    }
    if (start < plain.length()) {
      words.add(plain.substring(start));
    }
    return words;
  }

  private static boolean isOfWord(int c) {
    return Character.isLetterOrDigit(c) || (c > '~' && isNumber(Character.getType(c)));
  }

  private static boolean isNumber(int type) {
    return type == Character.LETTER_NUMBER || type == Character.OTHER_NUMBER;
  }

  /** The box of the heading that names the page, or the best box. */
  Box headingBox() {
    return heading < 0 ? best : blocks.get(heading).box;
  }

  private static void count(List<Block> blocks, int[] headings, int[] articles) {
    Set<Box> met = new HashSet<>();
    Box last = null;
    int seen = 0;
    for (int i = 0; i < blocks.size(); i++) {
      Box box = blocks.get(i).box;
      seen += box.tag.equals("h1") && box != last ? 1 : 0;
      last = box;
      headings[i] = seen;
      if (box.article != null) {
        met.add(box.article);
      }
      articles[i] = met.size();
    }
  }

  static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).strip();
  }

  /** For each block, the share of its sequences of four words that the claimed body has. */
  private static double[] claimed(List<Block> blocks, String claimed) {
    double[] shares = new double[blocks.size()];
    if (claimed.length() < FEWEST_CLAIMED) {
      Arrays.fill(shares, -1);
      return shares;
    }
    int[] sequences = sequences(claimed);
    Arrays.sort(sequences);
    for (int i = 0; i < shares.length; i++) {
      int[] own = sequences(blocks.get(i).text);
      int shared = 0;
      for (int sequence : own) {
        shared += Arrays.binarySearch(sequences, sequence) >= 0 ? 1 : 0;
      }
      shares[i] = own.length == 0 ? 0 : shared / (double) own.length;
    }
    return shares;
  }

  /** Hashes of all sequences of words. */
  private static int[] sequences(String text) {
    int[] hashes = new int[text.length() / 2 + 1];
    int[] last = new int[CLAIMED_WORDS];
    int count = 0;
    int word = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if ((Glyph.of(c) & (Glyph.LETTER | Glyph.DIGIT)) != 0) {
        word = 31 * word + Character.toLowerCase(c);
      } else if (word != 0) {
        last[count % CLAIMED_WORDS] = word;
        count++;
        word = 0;
        if (count >= CLAIMED_WORDS) {
          int hash = 0;
          for (int k = 0; k < CLAIMED_WORDS; k++) {
            hash = 31 * hash + last[(count + k) % CLAIMED_WORDS];
          }
          hashes[count - CLAIMED_WORDS] = hash;
        }
      }
    }
    return Arrays.copyOf(hashes, Math.max(0, count - CLAIMED_WORDS + 1));
  }

  private static boolean[] repeated(List<Block> blocks) {
    Set<String> met = new HashSet<>();
    boolean[] repeated = new boolean[blocks.size()];
    for (int i = 0; i < repeated.length; i++) {
      repeated[i] = !met.add(blocks.get(i).text);
    }
    return repeated;
  }
}
