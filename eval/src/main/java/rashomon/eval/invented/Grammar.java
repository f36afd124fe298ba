package rashomon.eval.invented;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Ways to write things, as a context-free grammar: symbols with alternatives, read from tables
 * whose form {@code common.txt} tells.
 */
final class Grammar {

  /** From how many alternatives on one is not written twice in one text. */
  private static final int VARIED = 4;

  /** What a text fills in by itself. */
  interface Slots {
    /** The words for a name, null where it is none of this text's. */
    @Nullable String fill(String name);
  }

  private final Map<String, List<String>> symbols;

  private Grammar(Map<String, List<String>> symbols) {
    this.symbols = symbols;
  }

  static Grammar read(String... tables) {
    Map<String, List<String>> symbols = new HashMap<>();
    for (String table : tables) {
      String symbol = "";
      for (String line : lines(table)) {
        if (line.startsWith("== ")) {
          symbol = line.substring(3);
        } else {
          symbols.computeIfAbsent(symbol, fresh -> new ArrayList<>()).add(line);
        }
      }
    }
    return new Grammar(symbols);
  }

  /** The lines of a table without blank ones and remarks. */
  static List<String> lines(String table) {
    String name = table + ".txt";
    try (InputStream in = Grammar.class.getResourceAsStream("/rashomon/eval/invented/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such table: " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("# "))
          .toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  List<String> alternatives(String symbol) {
    List<String> alternatives = symbols.get(symbol);
    if (alternatives == null) {
      throw new IllegalArgumentException("no such symbol: " + symbol);
    }
    return alternatives;
  }

  /** A text of that symbol; {@code used} holds the alternatives that were written already. */
  String write(String symbol, Slots slots, Set<String> used, RandomGenerator chance) {
    List<String> all = alternatives(symbol);
    List<String> fresh = all.stream().filter(one -> !used.contains(one)).toList();
    List<String> from = all.size() < VARIED || fresh.isEmpty() ? all : fresh;
    String chosen = from.get(chance.nextInt(from.size()));
    used.add(chosen);
    return expand(chosen, slots, used, chance);
  }

  String expand(String template, Slots slots, Set<String> used, RandomGenerator chance) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      char next = template.charAt(at);
      if (next == '[') {
        int end = template.indexOf(']', at);
        String choices = template.substring(at + 1, end);
        String[] all = choices.split("\\|", -1);
        text.append(
            choices.equals("he|she") || choices.equals("He|She")
                ? named(all[0], slots, used, chance)
                : expand(all[chance.nextInt(all.length)], slots, used, chance));
        at = end + 1;
      } else if (next == '{') {
        int end = template.indexOf('}', at);
        text.append(named(template.substring(at + 1, end), slots, used, chance));
        at = end + 1;
      } else {
        text.append(next);
        at++;
      }
    }
    return text.toString();
  }

  private String named(String name, Slots slots, Set<String> used, RandomGenerator chance) {
    boolean marked = name.endsWith(":cap");
    String bare = marked ? name.substring(0, name.length() - ":cap".length()) : name;
    boolean capital = marked || Character.isUpperCase(bare.charAt(0));
    String key = Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
    String filled = slots.fill(key);
    String words = filled == null ? write(key, slots, used, chance) : filled;
    return capital ? Marks.capitalised(words) : words;
  }
}
