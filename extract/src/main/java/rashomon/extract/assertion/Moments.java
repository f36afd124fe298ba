package rashomon.extract.assertion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.DateRange;
import rashomon.model.Facet;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Tag;
import rashomon.model.TimeExpression;

/**
 * When something happened: <i>received reports of the crash around 12:20 p.m.</i>, <i>his speech in
 * March</i>. The topic begins with the word for the happening, then come those who or which it
 * happens with. The value has what is given, as {@code year:2016}, {@code month:11}, {@code day:9},
 * {@code weekday:wednesday}, {@code clock:733}, and how closely, as {@code hedge:about}.
 */
final class Moments {

  private static final int LONGEST = 190;

  /** Verbs that carry no happening of their own: the thing that is held or takes place does. */
  private static final Set<String> EMPTY =
      Set.of(
          "be",
          "have",
          "do",
          "make",
          "take",
          "get",
          "go",
          "come",
          "give",
          "hold",
          "set",
          "schedule",
          "plan",
          "happen",
          "occur",
          "begin",
          "start",
          "say",
          "tell",
          "report",
          "announce",
          "add",
          "claim",
          "deny",
          "confirm",
          "write",
          "tweet",
          "according");

  private static final Set<String> SAYING =
      Set.of(
          "say",
          "tell",
          "report",
          "announce",
          "add",
          "claim",
          "deny",
          "confirm",
          "write",
          "tweet",
          "state",
          "note");
  private static final Set<String> HAPPEN =
      Set.of("happen", "occur", "begin", "start", "hold", "schedule", "set", "plan");
  private static final Set<String> SET_FOR = Set.of("scheduled", "set", "planned", "due");
  private static final Set<String> OPEN =
      Set.of("would", "could", "should", "might", "may", "not", "n't", "n’t", "never");
  private static final Map<String, String> HEDGES =
      Map.of(
          "about",
          "about",
          "around",
          "about",
          "approximately",
          "about",
          "roughly",
          "about",
          "after",
          "after",
          "past",
          "after",
          "before",
          "before",
          "by",
          "before",
          "until",
          "before",
          "since",
          "after");
  private static final Set<String> PARTICLES = Set.of("off", "down", "up", "out", "away");
  private static final Set<String> LEADING =
      Set.of(
          "on", "in", "at", "just", "shortly", "soon", "local", "the", "early", "earlier", "late",
          "later");
  private static final Pattern PLAIN =
      Pattern.compile("(?i)(early|mid|late)?[ -]?(\\w+?)(?: (morning|afternoon|evening|night))?");

  private final Clause clause;
  private final TaggedText text;

  private Moments(Clause clause) {
    this.clause = clause;
    this.text = clause.text;
  }

  static List<Assertion> of(Clause clause, List<TimeExpression> times) {
    Moments moments = new Moments(clause);
    List<Assertion> found = new ArrayList<>();
    for (int t = 0; t < times.size(); t++) {
      int end = t + 1;
      while (end < times.size() && moments.joins(times.get(end - 1), times.get(end))) {
        end++;
      }
      Assertion one = moments.moment(times.subList(t, end));
      if (one != null) {
        found.add(one);
      }
      t = end - 1;
    }
    return found;
  }

  /** <i>5:30 a.m. on Thursday</i>, <i>Thursday at 5:30 a.m.</i>: one moment. */
  private boolean joins(TimeExpression one, TimeExpression other) {
    String between =
        text.text()
            .substring(one.span().end(), other.span().start())
            .strip()
            .toLowerCase(Locale.ROOT);
    return (one.clock() == null) != (other.clock() == null)
        && (between.isEmpty()
            || between.matches(
                ",|,? ?(local time )?(on|at|at around|around|at about|about)|local time|just after|shortly after"));
  }

  private @Nullable Assertion moment(List<TimeExpression> times) {
    int first = text.tokenAt(times.getFirst().span().start());
    int last = text.tokenAfter(times.getLast().span().end());
    List<String> value = value(times);
    int before = lead(first);
    boolean owns = text.is(last, Tag.PART) && clause.phrases.isGenitive(last);
    if (owns
        || value.isEmpty()
        || before <= text.sentenceOf(first).first()
        || clause.isSupposed(first)) {
      return null;
    }
    int start = clauseStart(before);
    NounPhrase happening = happening(before, start);
    if (happening != null) {
      return assertion(happening, happening.first(), last, value, "", List.of(happening), first);
    }
    int verb = verb(before, start);
    if (verb < 0 || isOpen(verb, start)) {
      return null;
    }
    NounPhrase subject = subject(verb, start);
    NounPhrase object = object(verb, before);
    String lemma = clause.lexicon.verbLemma(text.word(verb));
    if (SAYING.contains(lemma)) {
      return null;
    }
    boolean phrasal = verb + 1 < before && PARTICLES.contains(text.lower(verb + 1));
    if (!phrasal && EMPTY.contains(lemma)) {
      NounPhrase what = HAPPEN.contains(lemma) || text.is(verb + 1, "place") ? subject : object;
      return what == null || !isEvent(what)
          ? null
          : assertion(what, Math.min(what.first(), verb), last, value, "", List.of(what), first);
    }
    List<NounPhrase> with = new ArrayList<>();
    if (subject != null) {
      with.add(subject);
    }
    for (int i = verb + 1; i < before; i++) {
      NounPhrase phrase = clause.phrases.at(i).orElse(null);
      if (phrase != null) {
        with.add(phrase);
        i = phrase.last() - 1;
      }
    }
    boolean named = with.stream().anyMatch(phrase -> !text.is(phrase.head(), Tag.PRON));
    boolean clock = times.stream().anyMatch(time -> time.clock() != null);
    String event = phrasal ? lemma + " " + text.lower(verb + 1) : lemma;
    return named || clock && subject != null
        ? assertion(null, subject == null ? verb : subject.first(), last, value, event, with, first)
        : null;
  }

  private @Nullable Assertion assertion(
      @Nullable NounPhrase happening,
      int from,
      int last,
      List<String> value,
      String verb,
      List<NounPhrase> with,
      int time) {
    Set<String> topic = new LinkedHashSet<>();
    topic.add(happening == null ? clause.stemOf(verb) : clause.stem(happening.head()));
    with.forEach(phrase -> topic.addAll(stems(phrase)));
    topic.remove("");
    Span span = text.span(from, last);
    if (span.length() > LONGEST || topic.isEmpty()) {
      return null;
    }
    int end =
        happening != null && happening.first() == from
            ? happening.last()
            : Math.max(lead(time), from + 1);
    String words =
        text.span(from, end)
            .of(text.text())
            .replaceAll("\\s+", " ")
            .replaceAll("[\"“”]", "")
            .strip();
    Statement statement = clause.statementAt(time);
    return new Assertion(
        new ReportId(1),
        Facet.TIME,
        List.copyOf(topic),
        words,
        span,
        value,
        List.of(),
        statement != null && statement.denied(),
        statement == null ? null : statement.party(),
        statement == null ? null : statement.id());
  }

  /**
   * The head of a phrase and the names in it, each name as one stem; a pronoun tells nothing, and
   * begins with a mark.
   */
  private List<String> stems(NounPhrase phrase) {
    if (text.is(phrase.head(), Tag.PRON)) {
      return List.of("?" + text.lower(phrase.head()));
    }
    List<String> stems = new ArrayList<>();
    for (int i = phrase.first(); i < phrase.last(); i++) {
      String stem = clause.stem(i);
      if (i > phrase.first()
          && text.is(i, Tag.PROPN)
          && text.is(i - 1, Tag.PROPN)
          && !stem.isEmpty()
          && !stems.isEmpty()) {
        stems.set(stems.size() - 1, stems.getLast() + " " + stem.substring(1));
      } else if ((text.is(i, Tag.PROPN) || i == phrase.head()) && !stem.isEmpty()) {
        stems.add(stem);
      }
    }
    return stems;
  }

  /**
   * The token where the words that lead to a time begin: <i>at around</i>, <i>just after</i>,
   * <i>on</i>.
   */
  private int lead(int first) {
    int at = first;
    int begin = text.sentenceOf(first).first();
    while (at > begin
        && (text.is(at - 1, Tag.ADP) && (!text.is(at - 1, "of") || text.is(at - 2, "as"))
            || HEDGES.containsKey(text.lower(at - 1))
            || LEADING.contains(text.lower(at - 1)))) {
      at--;
    }
    return at;
  }

  private int clauseStart(int before) {
    int begin = text.sentenceOf(before - 1).first();
    int at = before;
    while (at > begin && !isEdge(at - 1)) {
      at--;
    }
    return at;
  }

  private boolean isEdge(int i) {
    return text.word(i).length() == 1 && ",;:—–“”\"()".contains(text.word(i))
        || text.is(i, "when")
        || text.is(i, "that")
        || text.is(i, "while")
        || text.is(i, "after")
        || text.is(i, "before")
        || text.is(i, "and") && (text.is(i + 1, Tag.AUX) || text.is(i + 1, Tag.VERB))
        || text.is(i, "who")
        || text.is(i, "which")
        || text.is(i, "but")
        || text.is(i, "because")
        || text.is(i, "as") && !text.is(i, Tag.ADP);
  }

  /**
   * The noun for a happening right before a time: <i>his speech in March</i>, <i>the speech,
   * scheduled for March 3</i>.
   */
  private @Nullable NounPhrase happening(int before, int start) {
    int at = before;
    if (SET_FOR.contains(text.lower(at - 1))) {
      at--;
      at = text.is(at - 1, ",") ? at - 1 : at;
    }
    NounPhrase phrase = clause.phrases.at(at - 1).orElse(null);
    if (phrase == null || phrase.last() != at || !isEvent(phrase)) {
      return null;
    }
    boolean set = at < before;
    boolean alone = phrase.first() == text.sentenceOf(at - 1).first() || phrase.first() <= start;
    boolean attached =
        phrase.first() > 0
            && Set.of("of", "during", "to", "since", "for")
                .contains(text.lower(phrase.first() - 1));
    return set
            || alone
            || attached && verb(phrase.first(), start) < 0
            || text.is(phrase.first() - 1, "during")
            || text.is(phrase.first() - 1, "of") && text.is(phrase.first() - 2, "ahead")
        ? phrase
        : null;
  }

  private boolean isEvent(NounPhrase phrase) {
    String kind = clause.lexicon.kind(text.lemma(phrase.head()));
    return text.is(phrase.head(), Tag.NOUN)
        && (kind.equals("act") || kind.equals("event") || kind.equals("communication"));
  }

  /** The last verb before a time in its clause. */
  private int verb(int before, int start) {
    for (int i = before - 1; i >= start; i--) {
      boolean modifies =
          clause.phrases.at(i).filter(phrase -> phrase.head() != phrase.first()).isPresent();
      if (text.is(i, Tag.VERB) && !modifies) {
        return i;
      }
    }
    return -1;
  }

  private boolean isOpen(int verb, int start) {
    for (int i = verb - 1; i >= start && i > verb - 4; i--) {
      if (OPEN.contains(text.lower(i))) {
        return true;
      }
    }
    return false;
  }

  /**
   * The nearest thing named before a verb that no preposition binds; right before a bare
   * participle, that one.
   */
  private @Nullable NounPhrase subject(int verb, int start) {
    NounPhrase near =
        clause
            .phrases
            .at(verb - 1)
            .filter(phrase -> phrase.last() == verb && phrase.first() >= start)
            .orElse(null);
    if (near != null && text.lower(verb).endsWith("ed")) {
      return near;
    }
    NounPhrase found = null;
    for (int i = start; i < verb; i++) {
      NounPhrase phrase = clause.phrases.at(i).orElse(null);
      if (phrase != null) {
        boolean attached = phrase.first() > start && text.is(phrase.first() - 1, Tag.ADP);
        found = attached && found != null ? found : phrase;
        i = phrase.last() - 1;
      }
    }
    return found;
  }

  private @Nullable NounPhrase object(int verb, int before) {
    NounPhrase phrase = verb + 1 < before ? clause.phrases.at(verb + 1).orElse(null) : null;
    return phrase != null && phrase.last() <= before ? phrase : null;
  }

  private List<String> value(List<TimeExpression> times) {
    Map<String, String> value = new TreeMap<>();
    for (TimeExpression time : times) {
      int first = text.tokenAt(time.span().start());
      if (time.clock() != null) {
        value.put("clock", Integer.toString(time.clock()));
        Matcher zone = Pattern.compile("[A-Z]{2,4}$").matcher(time.span().of(text.text()));
        if (zone.find() && !Set.of("AM", "PM").contains(zone.group())) {
          value.put("zone", zone.group().toLowerCase(Locale.ROOT));
        }
      } else {
        day(time, value);
      }
      for (int i = lead(first); i < first; i++) {
        String hedge = HEDGES.get(text.lower(i));
        if (hedge != null) {
          value.put("hedge", hedge);
        }
      }
    }
    return value.size() == (value.containsKey("hedge") ? 1 : 0)
        ? List.of()
        : value.entrySet().stream().map(entry -> entry.getKey() + ":" + entry.getValue()).toList();
  }

  private void day(TimeExpression time, Map<String, String> value) {
    String words = time.span().of(text.text());
    Matcher plain = PLAIN.matcher(words);
    String name = plain.matches() ? plain.group(2).toLowerCase(Locale.ROOT) : "";
    if (plain.matches() && plain.group(1) != null) {
      value.put("edge", plain.group(1).toLowerCase(Locale.ROOT));
    }
    if (plain.matches() && plain.group(3) != null) {
      value.put("part", plain.group(3).toLowerCase(Locale.ROOT));
    }
    if (name.endsWith("day") && !name.equals("today") && !name.equals("yesterday")) {
      value.put("weekday", name);
    }
    DateRange days = time.days();
    if (days == null) {
      return;
    }
    LocalDate from = days.from();
    boolean oneMonth = from.withDayOfMonth(1).equals(days.to().withDayOfMonth(1));
    boolean oneDay = from.equals(days.to());
    boolean wholeYear =
        from.getDayOfYear() == 1 && days.to().equals(from.plusYears(1).minusDays(1));
    boolean inPart = value.containsKey("edge") || !words.toLowerCase(Locale.ROOT).contains("week");
    if (wholeYear || words.matches(".*\\d{4}.*")) {
      value.put("year", Integer.toString(from.getYear()));
    }
    if (oneMonth && inPart) {
      value.put("month", Integer.toString(from.getMonthValue()));
    }
    if (oneDay) {
      value.put("day", Integer.toString(from.getDayOfMonth()));
    }
  }
}
