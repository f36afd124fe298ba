package rashomon.version;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import rashomon.model.Span;

/**
 * Whether a change is one of content. Every difference in words is, save those a desk makes for
 * spelling and grammar: case, hyphens, a word written twice, an article, agreement, and a letter or
 * two in a longer word that is no name, number or negation and that the later version no longer
 * has. Within quotation marks none is spared. <i>Killed</i> for <i>filled</i> is not taken for
 * spelling, <i>untied</i> for <i>united</i> is.
 */
final class Substance {

  private static final Pattern WORD =
      Pattern.compile(
          "\\p{N}+(?:[.,:]\\p{N}+)*|[\\p{L}\\p{M}\\p{N}]+(?:['-][\\p{L}\\p{M}\\p{N}]+)*|[\"%$€£¥]");

  private static final List<Set<String>> ALIKE =
      List.of(
          Set.of("a", "an", "the"),
          Set.of("that", "which", "who", "whom"),
          Set.of("is", "are"),
          Set.of("was", "were"),
          Set.of("has", "have"),
          Set.of("does", "do"),
          Set.of("its", "it's"));

  private static final Set<String> FILLERS = Set.of("a", "an", "the", "that", "of", "to");

  private static final Set<String> NEGATIONS =
      Set.of(
          "no", "not", "never", "none", "nobody", "nothing", "nor", "neither", "nowhere", "without",
          "cannot");

  private static final List<String> SMALL =
      List.of(
          ("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                  + " fifteen sixteen seventeen eighteen nineteen")
              .split(" "));

  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

  private static final List<String> MANY =
      List.of(
          ("hundred hundreds thousand thousands million millions billion billions dozen dozens"
                  + " first second third half twice")
              .split(" "));

  private static final Map<String, String> NUMBERS = numbers();

  private static final int CONTEXT = 60;
  private static final int LONG = 8;
  private static final int SHORT = 4;
  private static final int MOST = 2000;

  private final String before;
  private final String after;
  private final Quoted quotedBefore;
  private final Quoted quotedAfter;
  private final Set<String> small = new HashSet<>();
  private final Set<String> known = new HashSet<>();

  Substance(Changes changes) {
    this.before = changes.before();
    this.after = changes.after();
    this.quotedBefore = new Quoted(before);
    this.quotedAfter = new Quoted(after);
    Stream.of(before, after)
        .flatMap(text -> words(text).stream())
        .filter(word -> Character.isLowerCase(word.codePointAt(0)))
        .forEach(small::add);
    known.addAll(keys(words(after)));
  }

  boolean isOf(Change change) {
    return switch (change) {
      case Change.Moved moved -> false;
      case Change.Added added ->
          !isTwice(after, added.after())
              && differ(
                  List.of(), words(added.after().of(after)), quotedAfter.touches(added.after()));
      case Change.Removed removed ->
          !isTwice(before, removed.before())
              && differ(
                  words(removed.before().of(before)),
                  List.of(),
                  quotedBefore.touches(removed.before()));
      case Change.Replaced replaced ->
          differ(
              words(replaced.before().of(before)),
              words(replaced.after().of(after)),
              quotedBefore.touches(replaced.before()) || quotedAfter.touches(replaced.after()));
    };
  }

  /** Whether it is one word that stands beside it as well. */
  private static boolean isTwice(String text, Span span) {
    List<String> word = words(span.of(text));
    if (word.size() != 1 || word.getFirst().codePoints().anyMatch(Character::isDigit)) {
      return false;
    }
    List<String> left = words(text.substring(Math.max(0, span.start() - CONTEXT), span.start()));
    List<String> right =
        words(text.substring(span.end(), Math.min(text.length(), span.end() + CONTEXT)));
    return !left.isEmpty() && left.getLast().equalsIgnoreCase(word.getFirst())
        || !right.isEmpty() && right.getFirst().equalsIgnoreCase(word.getFirst());
  }

  private boolean differ(List<String> one, List<String> other, boolean quoted) {
    List<String> keys = keys(one);
    List<String> otherKeys = keys(other);
    if (keys.equals(otherKeys)) {
      return false;
    }
    if (quoted || one.size() + other.size() > MOST) {
      return true;
    }
    for (AbstractDelta<String> delta : DiffUtils.diff(keys, otherKeys).getDeltas()) {
      int from = delta.getSource().getPosition();
      int into = delta.getTarget().getPosition();
      List<String> old = one.subList(from, from + delta.getSource().size());
      List<String> now = other.subList(into, into + delta.getTarget().size());
      if (!areAlike(old, now)) {
        return true;
      }
    }
    return false;
  }

  private boolean areAlike(List<String> old, List<String> now) {
    String joined = String.join("", keys(old));
    if (joined.equals(String.join("", keys(now)))) {
      return joined.codePoints().noneMatch(Character::isDigit);
    }
    if (old.size() != now.size()) {
      return FILLERS.containsAll(keys(old)) && FILLERS.containsAll(keys(now));
    }
    for (int i = 0; i < old.size(); i++) {
      if (!isAlike(old.get(i), now.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean isAlike(String old, String now) {
    String one = old.toLowerCase(Locale.ROOT);
    String other = now.toLowerCase(Locale.ROOT);
    if (ALIKE.stream().anyMatch(set -> set.contains(one) && set.contains(other))) {
      return true;
    }
    boolean spellable = Stream.of(old, now).noneMatch(this::saysMuch);
    int least = Math.min(one.length(), other.length());
    return spellable
        && !known.contains(one)
        && least >= SHORT
        && one.charAt(0) == other.charAt(0)
        && distance(one, other) <= (least >= LONG ? 2 : 1);
  }

  /** Whether every letter of it counts: a name, a number, a negation. */
  private boolean saysMuch(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return !Character.isLetter(word.codePointAt(0))
        || word.codePoints().anyMatch(Character::isDigit)
        || Character.isUpperCase(word.codePointAt(0)) && !small.contains(lower)
        || NUMBERS.containsKey(lower)
        || NEGATIONS.contains(lower)
        || lower.endsWith("n't");
  }

  /** Letters put in, left out, exchanged, or swapped with a neighbour (Damerau 1964). */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int differs = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + differs, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(Typography.plain(text));
    while (word.find()) {
      words.add(word.group());
    }
    return words;
  }

  /** What is compared: small letters without hyphens, numbers in digits. */
  private static List<String> keys(List<String> words) {
    return words.stream().map(Substance::key).collect(Collectors.toList());
  }

  private static String key(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (Character.isDigit(lower.codePointAt(0))) {
      return lower.replaceAll(",(?=\\d{3})", "");
    }
    return NUMBERS.getOrDefault(lower, lower.replace("-", ""));
  }

  private static Map<String, String> numbers() {
    Map<String, String> numbers = new HashMap<>();
    for (int i = 0; i < SMALL.size(); i++) {
      numbers.put(SMALL.get(i), String.valueOf(i));
    }
    for (int i = 0; i < TENS.size(); i++) {
      numbers.put(TENS.get(i), String.valueOf(10 * (i + 2)));
    }
    MANY.forEach(many -> numbers.put(many, many));
    return Map.copyOf(numbers);
  }
}
