package rashomon.eval.invented;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes one report that is nobody's copy. */
final class Reporter implements Grammar.Slots {

  private static final List<String> TOPICS =
      List.of(
          "witness",
          "witness",
          "scene",
          "scene",
          "weather",
          "hospital",
          "politics",
          "politics",
          "background",
          "background",
          "experts",
          "inquiry",
          "economy",
          "relief",
          "union",
          "company",
          "life",
          "life");

  private static final Set<String> PLAIN = Set.of("expert", "witness");
  private static final Pattern FIRST_NUMBER =
      Pattern.compile("^([\\uE000-\\uF8FF]*)(\\d{1,3})(?!\\d)");
  private static final int WRITTEN_OUT = 10;
  private static final double BRIEF = 0.15;
  private static final double LONG = 0.4;

  private final Scenario scenario;
  private final Random chance;
  private final int stage;
  private final LocalDate today;
  private final Set<String> used = new HashSet<>();
  private final Set<Person> introduced = new HashSet<>();
  private final Map<String, Plan.Choice> chosen = new HashMap<>();
  private String giver = "official";
  private String speaker = "minister";
  private String quote = "";
  private boolean woman;

  Reporter(Scenario scenario, Random chance, int stage, LocalDate today) {
    this.scenario = scenario;
    this.chance = chance;
    this.stage = stage;
    this.today = today;
  }

  Draft write() {
    double length = chance.nextDouble();
    boolean brief = length < BRIEF;
    int topics = brief ? chance.nextInt(1, 3) : chance.nextInt(4, length < LONG ? 14 : 9);
    List<Supplier<List<String>>> news = new ArrayList<>(facts(brief));
    news.addAll(quotations(brief));
    Collections.shuffle(news, chance);
    List<String> about = new ArrayList<>(TOPICS);
    Collections.shuffle(about, chance);
    List<Supplier<List<String>>> rest = new ArrayList<>();
    about.subList(0, topics).forEach(topic -> rest.add(() -> paragraph(topic)));
    List<List<String>> body = new ArrayList<>(List.of(opening()));
    mixed(news, rest).forEach(paragraph -> body.add(paragraph.get()));
    if (chance.nextInt(4) == 0) {
      body.add(List.of(sentence("closing")));
    }
    return new Draft(title(), "", body);
  }

  private List<String> opening() {
    Plan.Choice toll = any(official(scenario.plan().known("dead", stage)));
    boolean later = stage > 0 && chance.nextBoolean();
    List<String> opening = new ArrayList<>(List.of(give(later ? "lede-later" : "lede", toll)));
    if (chance.nextInt(3) == 0) {
      opening.add(sentence(chance.nextBoolean() ? "scene" : "weather"));
    }
    return opening;
  }

  String title() {
    return Marks.bare(sentence("title")).text();
  }

  /** A paragraph about something else than the numbers. */
  List<String> paragraph(String topic) {
    List<String> sentences = new ArrayList<>(List.of(sentence(topic)));
    while (sentences.size() < 4 && chance.nextBoolean()) {
      sentences.add(sentence(chance.nextInt(3) == 0 ? any(TOPICS) : topic));
    }
    return sentences;
  }

  /** What there is to tell, written when its turn comes. */
  private List<Supplier<List<String>>> facts(boolean brief) {
    List<Supplier<String>> sentences = new ArrayList<>();
    for (String question : List.of("hurt", "missing", "aboard", "casualties", "minors")) {
      tell(question, brief ? 0.3 : 0.5, sentences);
    }
    tell("fleet", 0.25, sentences);
    tell("season", 0.25, sentences);
    List<Plan.Choice> rivals =
        scenario.plan().known("dead", stage).stream()
            .filter(choice -> choice.giver().equals("union"))
            .toList();
    if (!rivals.isEmpty() && chance.nextInt(3) == 0) {
      sentences.add(() -> give("dead", any(rivals)));
    }
    for (String said : List.of("aim-one-said", "aim-other-said", "accuse", "deny")) {
      if (chance.nextDouble() < (brief ? 0.15 : 0.3)) {
        int mark = scenario.plan().mark(any(scenario.plan().known(said, stage)));
        sentences.add(() -> Marks.mark(mark, sentence(said)));
      }
    }
    Collections.shuffle(sentences, chance);
    List<List<Supplier<String>>> paragraphs = new ArrayList<>();
    for (Supplier<String> sentence : sentences) {
      if (!paragraphs.isEmpty() && paragraphs.getLast().size() < 2 && chance.nextBoolean()) {
        paragraphs.getLast().add(sentence);
      } else {
        paragraphs.add(new ArrayList<>(List.of(sentence)));
      }
    }
    return paragraphs.stream()
        .map(
            paragraph ->
                (Supplier<List<String>>) () -> paragraph.stream().map(Supplier::get).toList())
        .toList();
  }

  private void tell(String question, double often, List<Supplier<String>> into) {
    List<Plan.Choice> known = scenario.plan().known(question, stage);
    if (!known.isEmpty() && chance.nextDouble() < often) {
      into.add(() -> give(question, any(known)));
    }
  }

  /** A sentence in which a party gives a number. */
  private String give(String symbol, Plan.Choice choice) {
    giver = choice.giver();
    chosen.put(choice.question(), choice);
    boolean later = symbol.equals("dead") && stage > 0 && giver.equals("official");
    return sentence(later && chance.nextBoolean() ? "dead-later" : symbol);
  }

  private List<Supplier<List<String>>> quotations(boolean brief) {
    Map<Integer, Quoted> said = new TreeMap<>();
    for (int wanted = chance.nextInt(brief ? 2 : 4); wanted > 0; wanted--) {
      Quoted quoted = any(scenario.quotations());
      said.putIfAbsent(quoted.number(), quoted);
    }
    return said.values().stream()
        .map(quoted -> (Supplier<List<String>>) () -> quotation(quoted))
        .toList();
  }

  private List<String> quotation(Quoted quoted) {
    speaker = quoted.speaker();
    String words = quoted.marked(scenario.mark(quoted));
    quote = quoted.isPart() ? words : Marks.capitalised(words);
    List<String> sentences =
        new ArrayList<>(List.of(sentence(quoted.isPart() ? "quoted-part" : "quoted")));
    if (chance.nextInt(3) == 0) {
      sentences.add(sentence(any(TOPICS)));
    }
    return sentences;
  }

  /** Both in their order, news earlier on the whole. */
  private <T> List<T> mixed(List<T> news, List<T> rest) {
    List<T> mixed = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < news.size() || j < rest.size()) {
      boolean takesNews = j == rest.size() || i < news.size() && chance.nextInt(3) > 0;
      mixed.add(takesNews ? news.get(i++) : rest.get(j++));
    }
    return mixed;
  }

  private String sentence(String symbol) {
    String words = scenario.grammar().write(symbol, this, used, chance);
    String clean = words.replace(",,", ",").replaceAll(",([.?!])", "$1");
    Matcher number = FIRST_NUMBER.matcher(clean);
    String told =
        number.find()
            ? number.group(1)
                + Numerals.words(Integer.parseInt(number.group(2)))
                + clean.substring(number.end())
            : clean;
    return Marks.capitalised(told);
  }

  @Override
  public @Nullable String fill(String name) {
    return switch (name) {
      case "giver" -> giver();
      case "quote" -> quote;
      case "he" -> woman ? "she" : "he";
      case "today" -> day(today);
      case "weekday:event" -> day(scenario.day());
      case "village" -> any(scenario.world().villages());
      case "given" -> witness().given();
      case "@witness" -> witness().name();
      case "@speaker" -> mention(speaker);
      default ->
          name.startsWith("#")
              ? number(Objects.requireNonNull(chosen.get(name.substring(1)), name))
              : name.startsWith("@")
                  ? mention(name.substring(1))
                  : scenario.fixed().getOrDefault(name, scenario.world().names().get(name));
    };
  }

  private Person witness() {
    Person witness = any(scenario.world().bystanders());
    woman = witness.woman();
    return witness;
  }

  private String mention(String role) {
    Person person = Objects.requireNonNull(scenario.world().people().get(role), role);
    woman = person.woman();
    if (!introduced.add(person)) {
      return person.surname();
    }
    if (PLAIN.contains(role)) {
      return person.name();
    }
    return chance.nextBoolean()
        ? person.before() + " " + person.name()
        : person.name() + ", " + person.after() + ",";
  }

  private String giver() {
    if (giver.equals("union")) {
      return chance.nextInt(3) == 0 ? mention("unionist") : name("union");
    }
    return switch (chance.nextInt(4)) {
      case 0 -> name("ministry");
      case 1 -> name("service");
      case 2 -> "officials";
      default -> mention("rescuer");
    };
  }

  private String name(String of) {
    return Objects.requireNonNull(scenario.world().names().get(of), of);
  }

  private String number(Plan.Choice choice) {
    int value = choice.value();
    boolean first = choice.question().equals("dead") && stage == 0 && choice.hedge().isEmpty();
    String hedge = first && chance.nextInt(5) < 2 ? "at least" : choice.hedge();
    String digits =
        value < WRITTEN_OUT && chance.nextInt(4) > 0
            ? Numerals.words(value)
            : String.valueOf(value);
    return Marks.mark(
        scenario.plan().mark(choice), hedge.isEmpty() ? digits : hedge + " " + digits);
  }

  private static List<Plan.Choice> official(List<Plan.Choice> choices) {
    return choices.stream().filter(choice -> choice.giver().equals("official")).toList();
  }

  private static String day(LocalDate date) {
    return date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  private <T> T any(List<T> of) {
    return of.get(chance.nextInt(of.size()));
  }
}
