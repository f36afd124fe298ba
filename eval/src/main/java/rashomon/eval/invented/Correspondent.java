package rashomon.eval.invented;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.eval.invented.Happening.Said;

/** Writes one article about a happening, of about a wished length. */
final class Correspondent implements Grammar.Slots {

  private static final Pattern ARTICLE = Pattern.compile("\\b([Aa]) (?=[aeiou])");

  private final Grammar grammar;
  private final Happening happening;
  private final Random chance;
  private final String weekday;
  private final Set<String> used = new HashSet<>();
  private final Set<String> introduced = new HashSet<>();
  private Said said = new Said("official", "");

  Correspondent(Grammar grammar, Happening happening, Random chance, String weekday) {
    this.grammar = grammar;
    this.happening = happening;
    this.chance = chance;
    this.weekday = weekday;
  }

  Draft write(int words) {
    List<List<String>> paragraphs = new ArrayList<>();
    paragraphs.add(List.of(sentence(happening.kind() + "-lede")));
    int written = 0;
    while (written < words) {
      List<String> paragraph = paragraph(paragraphs.size());
      paragraphs.add(paragraph);
      written += paragraph.stream().mapToInt(sentence -> sentence.split(" ").length).sum();
    }
    if (chance.nextInt(3) == 0) {
      paragraphs.add(List.of(sentence("next")));
    }
    return new Draft(sentence(happening.kind() + "-title"), "", paragraphs);
  }

  private List<String> paragraph(int number) {
    List<String> sentences = new ArrayList<>();
    int length = 1 + chance.nextInt(3);
    while (sentences.size() < length) {
      int topic = chance.nextInt(10);
      sentences.add(
          sentence(
              topic < (number < 6 ? 5 : 2)
                  ? happening.kind() + "-fact"
                  : topic < 8 ? "topic" : topic == 8 ? "background" : "scene"));
    }
    return sentences;
  }

  private String sentence(String symbol) {
    said = any(happening.quotes());
    String words = grammar.write(symbol, this, used, chance);
    String clean = words.replace(",,", ",").replaceAll(",([.?!])", "$1");
    return Marks.capitalised(ARTICLE.matcher(clean).replaceAll("$1n "));
  }

  @Override
  public @Nullable String fill(String name) {
    return switch (name) {
      case "weekday" -> weekday;
      case "word", "act" -> any(happening.words());
      case "words" -> Vocabulary.plural(any(happening.words()));
      case "quote" -> happening.quotes().isEmpty() ? null : said.words();
      case "claim" -> happening.claims().isEmpty() ? null : any(happening.claims());
      case "@someone" -> mention(said.role());
      default ->
          name.startsWith("@@")
              ? person(name.substring(2)).surname()
              : name.startsWith("@") ? mention(name.substring(1)) : happening.names().get(name);
    };
  }

  private Person person(String role) {
    return Objects.requireNonNull(happening.people().get(role), role);
  }

  private String mention(String role) {
    Person person = person(role);
    if (!introduced.add(role)) {
      return chance.nextInt(4) == 0 ? person.after() : person.surname();
    }
    return chance.nextBoolean()
        ? person.before() + " " + person.name()
        : person.name() + ", " + person.after() + ",";
  }

  private <T> T any(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }
}
