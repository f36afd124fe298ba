package rashomon.eval.invented;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a desk does to copy that it takes over from somebody else. */
final class Desk {

  private static final List<String[]> WORDS =
      Grammar.lines("edits").stream().map(line -> line.split("\t", -1)).toList();

  /** Words within quotation marks, which a desk leaves alone. */
  private static final Pattern QUOTED = Pattern.compile("“[^”]*”");

  /** <i>The toll rose to 44, the ministry said.</i> */
  private static final Pattern SAID_LAST = Pattern.compile("^(The [^“”]+), ([^,“”]+) said\\.$");

  private static final double OWN = 0.25;

  private final Random chance;

  Desk(Random chance) {
    this.chance = chance;
  }

  /** The first paragraphs, at least four in ten and two of them. */
  Draft cut(Draft draft) {
    int all = draft.paragraphs().size();
    int least = Math.min(all, Math.max(2, (int) Math.ceil(0.4 * all)));
    return draft.of(draft.paragraphs().subList(0, chance.nextInt(least, all + 1)));
  }

  /**
   * Words changed, sentences dropped, neighbours swapped, paragraphs broken in two, and up to a
   * quarter of one’s own added.
   */
  Draft edited(Draft draft, Reporter own) {
    double often = chance.nextDouble(0.2, 0.8);
    double dropped = chance.nextDouble(0.05, 0.35);
    List<List<String>> paragraphs = new ArrayList<>();
    for (List<String> paragraph : draft.paragraphs()) {
      List<String> kept = new ArrayList<>();
      for (String sentence : paragraph) {
        if (paragraphs.isEmpty() && kept.isEmpty() || chance.nextDouble() >= dropped) {
          kept.add(reworded(sentence, often));
        }
      }
      if (kept.size() > 1 && chance.nextInt(6) == 0) {
        paragraphs.add(kept.subList(0, 1));
        kept = kept.subList(1, kept.size());
      }
      if (!kept.isEmpty()) {
        paragraphs.add(kept);
      }
    }
    for (int swaps = chance.nextInt(3); swaps > 0 && paragraphs.size() > 3; swaps--) {
      Collections.swap(
          paragraphs, chance.nextInt(1, paragraphs.size()), chance.nextInt(1, paragraphs.size()));
    }
    int room = (int) (OWN * paragraphs.stream().mapToInt(List::size).sum());
    while (room > 0 && chance.nextBoolean()) {
      List<String> added = own.paragraph("scene");
      room -= added.size();
      if (room >= 0) {
        paragraphs.add(chance.nextInt(1, paragraphs.size() + 1), added);
      }
    }
    return draft.of(paragraphs);
  }

  /** With changed words, each in that share of the places where one could be. */
  String reworded(String sentence, double often) {
    Matcher last = SAID_LAST.matcher(sentence);
    String turned =
        last.matches() && chance.nextDouble() < often / 2
            ? Marks.capitalised(last.group(2)) + " said the " + last.group(1).substring(4) + "."
            : sentence;
    StringBuilder edited = new StringBuilder();
    Matcher quoted = QUOTED.matcher(turned);
    int at = 0;
    while (quoted.find()) {
      edited.append(exchanged(turned.substring(at, quoted.start()), often)).append(quoted.group());
      at = quoted.end();
    }
    return edited.append(exchanged(turned.substring(at), often)).toString();
  }

  private String exchanged(String words, double often) {
    String text = words;
    for (String[] pair : WORDS) {
      if (chance.nextDouble() < often) {
        String known = "(?<![\\p{L}-])" + Pattern.quote(pair[0]) + "(?![\\p{L}-])";
        text = text.replaceFirst(known, Matcher.quoteReplacement(pair[1]));
      }
    }
    return text;
  }
}
