package rashomon.eval.invented;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * Articles about many invented stories in order of time, without end: a story begins every ten
 * minutes or so and has one to twelve articles within some days, copies among them. Holds no more
 * than the stories that go on.
 */
public final class Press implements Iterator<Article> {

  private static final Instant FROM = Instant.parse("2031-03-01T00:00:00Z");
  private static final int MOST = 12;
  private static final int OUTLETS = 160;
  private static final double MEDIAN_WORDS = 430;
  private static final double SPREAD = 0.5;
  private static final double BETWEEN_STORIES = 600;
  private static final double BETWEEN_ARTICLES = 4 * 3600.0;
  private static final double COPIED = 0.3;
  private static final List<String> SECTIONS =
      List.of("world", "national", "regional", "business", "society");

  /** An outlet and where its pages are. */
  private record Outlet(String name, String host) {}

  private final Random chance;
  private final Grammar grammar = Grammar.read("names", "press");
  private final List<Outlet> outlets = new ArrayList<>();
  private final PriorityQueue<Article> pending =
      new PriorityQueue<>(Comparator.comparing(Article::published).thenComparing(Article::id));
  private Instant next = FROM;
  private int stories;

  /** The same articles for the same seed. */
  public Press(long seed) {
    this.chance = new Random(seed);
    Vocabulary vocabulary = new Vocabulary(chance);
    List<String> papers = grammar.alternatives("paper");
    while (outlets.size() < OUTLETS) {
      String name = vocabulary.place() + " " + vocabulary.any(papers);
      String host = name.toLowerCase(Locale.ROOT).replace(" ", "-") + ".example";
      outlets.add(new Outlet(name, host));
    }
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Article next() {
    while (pending.isEmpty() || pending.element().published().compareTo(next) >= 0) {
      begin(next);
      next = after(next, BETWEEN_STORIES);
    }
    Article first = pending.poll();
    if (first == null) {
      throw new NoSuchElementException();
    }
    return first;
  }

  /** A story, with all its articles. */
  private void begin(Instant start) {
    String story = "s" + String.valueOf(1_000_000 + ++stories).substring(1);
    Happening happening = Happening.of(grammar, chance);
    int count = 1 + (int) (MOST * Math.pow(chance.nextDouble(), 2));
    List<Draft> drafts = new ArrayList<>();
    List<Article> articles = new ArrayList<>();
    Instant time = start;
    for (int i = 0; i < count; i++) {
      boolean copied = i > 0 && chance.nextDouble() < COPIED;
      int from = copied ? chance.nextInt(i) : i;
      Draft draft = copied ? copy(drafts.get(from)) : written(happening, time);
      Article source = copied ? articles.get(from) : null;
      String id = story + "-" + (i < 10 ? "0" : "") + i;
      drafts.add(draft);
      articles.add(
          article(
              id,
              story,
              source == null ? id : source.origin(),
              source == null ? "" : source.outlet(),
              time,
              draft));
      time = after(time, BETWEEN_ARTICLES);
    }
    pending.addAll(articles);
  }

  private Draft written(Happening happening, Instant time) {
    String day =
        time.atOffset(ZoneOffset.UTC).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    double words = MEDIAN_WORDS * Math.exp(SPREAD * chance.nextGaussian());
    return new Correspondent(grammar, happening, chance, day)
        .write((int) Math.clamp(words, 60, 2500));
  }

  /** Whole, cut, or cut and with words changed. */
  private Draft copy(Draft draft) {
    Desk desk = new Desk(chance);
    int edits = chance.nextInt(3);
    Draft cut = edits == 0 ? draft : desk.cut(draft);
    return edits < 2
        ? cut
        : cut.of(
            cut.paragraphs().stream()
                .map(all -> all.stream().map(words -> desk.reworded(words, 0.3)).toList())
                .toList());
  }

  private Article article(
      String id, String story, String origin, String credit, Instant time, Draft draft) {
    Outlet outlet = outlets.get(chance.nextInt(outlets.size()));
    String section = SECTIONS.get(chance.nextInt(SECTIONS.size()));
    String slug =
        draft.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
    List<String> given = grammar.alternatives("given-woman");
    String author =
        given.get(chance.nextInt(given.size())) + " " + new Vocabulary(chance).surname();
    return new Article(
        id,
        story,
        origin,
        "https://" + outlet.host() + "/" + section + "/" + slug + "-" + id,
        outlet.name(),
        section,
        author,
        credit,
        time,
        draft.title(),
        draft.paragraphs().stream().map(sentences -> String.join(" ", sentences)).toList());
  }

  /** A while later, which is short more often than long (Poisson). */
  private Instant after(Instant time, double meanSeconds) {
    return time.plus(
        Duration.ofSeconds(1 + (long) (-meanSeconds * Math.log(1 - chance.nextDouble()))));
  }
}
