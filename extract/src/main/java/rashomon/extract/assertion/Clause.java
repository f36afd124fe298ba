package rashomon.extract.assertion;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import opennlp.tools.stemmer.PorterStemmer;
import org.jspecify.annotations.Nullable;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.Names;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Assertion;
import rashomon.model.Facet;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Tag;

/**
 * What the finders of assertions share: the words around a token as stems, the thing a predicate is
 * about, where a clause ends, and who says it. Stems of names begin with {@code ^}.
 */
final class Clause {

  private static final Set<String> NO_TOPICS = Set.of("person", "group", "time", "quantity");
  private static final Set<String> HAPPENINGS =
      Set.of("act", "event", "state", "process", "phenomenon");
  private static final Set<String> NOT_THINGS =
      Set.of(
          "aim",
          "goal",
          "objective",
          "purpose",
          "intention",
          "counterpart",
          "part",
          "number",
          "degree");
  private static final Set<String> LIGHT =
      Set.of(
          "say", "tell", "be", "have", "do", "make", "take", "get", "go", "come", "mr.", "mrs.",
          "ms.");

  final TaggedText text;
  final NounPhrases phrases;
  final Lexicon lexicon;
  private final List<Statement> statements;
  private final int[] holder;
  private final int[] cue;
  private final PorterStemmer stemmer = new PorterStemmer();

  Clause(TaggedText text, NounPhrases phrases, Lexicon lexicon, List<Statement> statements) {
    this.text = text;
    this.phrases = phrases;
    this.lexicon = lexicon;
    this.statements = statements;
    this.holder = new int[text.size()];
    this.cue = new int[text.size()];
    for (int s = 0; s < statements.size(); s++) {
      for (Span part : statements.get(s).content()) {
        int last = text.tokenAfter(part.end());
        for (int i = text.tokenAt(part.start()); i < last; i++) {
          holder[i] = s + 1;
        }
      }
      Span words = statements.get(s).cue();
      if (words != null) {
        Arrays.fill(cue, text.tokenAt(words.start()), text.tokenAfter(words.end()), s + 1);
      }
    }
  }

  /** The innermost statement whose content holds a token. */
  @Nullable Statement statementAt(int token) {
    return holder[token] == 0 ? null : statements.get(holder[token] - 1);
  }

  /** That, or the statement whose cue the token belongs to: <i>Levin aims to …</i> is Levin's. */
  private @Nullable Statement sayer(int token) {
    return cue[token] > 0 ? statements.get(cue[token] - 1) : statementAt(token);
  }

  /** Whether a whole sentence is the report's own voice. */
  boolean isNarration(Sentence sentence) {
    for (int i = sentence.first(); i < sentence.last(); i++) {
      if (holder[i] > 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether a token stands in a clause that only supposes: <i>even if …</i>. */
  boolean isSupposed(int token) {
    for (int i = token; i >= text.sentenceOf(token).first() && !text.is(i, ","); i--) {
      if (text.is(i, "if") || text.is(i, "whether") || text.is(i, "unless")) {
        return true;
      }
    }
    return false;
  }

  /**
   * One assertion; quotation marks at the edges of its words are left out, and one that opens
   * within is closed.
   */
  Assertion assertion(
      Facet facet,
      @Nullable NounPhrase topic,
      int from,
      int to,
      List<String> value,
      List<String> against,
      boolean denied) {
    return assertion(
        facet,
        topic == null ? List.of() : topicStems(topic),
        topic == null ? "" : topicWords(topic, from, to),
        from,
        to,
        value,
        against,
        denied);
  }

  /** The same about what these words say: <i>fired</i>, where <i>for lying</i> is the cause. */
  Assertion assertion(
      Facet facet,
      List<String> topic,
      String topicWords,
      int from,
      int to,
      List<String> value,
      List<String> against,
      boolean denied) {
    int first = from;
    int last = to;
    while (first + 1 < last && text.is(first, Tag.PUNCT)) {
      first++;
    }
    while (last - 1 > first && text.is(last - 1, Tag.PUNCT) && !isMark(last - 1)) {
      last--;
    }
    if (opensMark(first, last)) {
      int close = last;
      while (close < text.size() && close < last + 2 && !isMark(close)) {
        close++;
      }
      last = close < text.size() && isMark(close) ? close + 1 : last;
    } else if (isMark(last - 1) && last - 1 > first && !opensMark(first, last - 1)) {
      last--;
    }
    Statement statement = sayer(first);
    boolean negated = denied ^ (statement != null && statement.denied());
    return new Assertion(
        new ReportId(1),
        facet,
        topic,
        topicWords,
        text.span(first, last),
        value,
        against,
        negated,
        statement == null ? null : statement.party(),
        statement == null ? null : statement.id());
  }

  /**
   * The same where its words begin before the verb that says whose they are: <i>Levin claimed
   * …</i>.
   */
  Assertion saidAt(int verb, Assertion assertion) {
    Statement statement = assertion.statement() == null ? sayer(verb) : null;
    return statement == null
        ? assertion
        : new Assertion(
            assertion.report(),
            assertion.facet(),
            assertion.topic(),
            assertion.topicWords(),
            assertion.span(),
            assertion.value(),
            assertion.against(),
            assertion.denied(),
            statement.party(),
            statement.id());
  }

  private boolean isMark(int i) {
    return text.word(i).length() == 1 && "\"“”".indexOf(text.word(i).charAt(0)) >= 0;
  }

  /** Whether a quotation mark within stays open. */
  private boolean opensMark(int first, int last) {
    int open = 0;
    for (int i = first; i < last; i++) {
      open += isMark(i) ? 1 : 0;
    }
    return open % 2 == 1;
  }

  /** Stems of the words that carry meaning in tokens {@code first} to {@code last}, each once. */
  List<String> stems(int first, int last) {
    Set<String> stems = new LinkedHashSet<>();
    for (int i = first; i < last; i++) {
      String stem = stem(i);
      if (!stem.isEmpty()) {
        stems.add(stem);
      }
    }
    return new ArrayList<>(stems);
  }

  /** The stem of a token, empty for words without a meaning of their own. */
  String stem(int i) {
    String lower = text.lower(i);
    boolean carries =
        switch (text.tag(i)) {
          case NOUN, VERB, ADJ, NUM, PROPN -> true;
          case ADV -> lower.endsWith("ly");
          default -> false;
        };
    if (!carries
        || Names.isFunctionWord(lower)
        || LIGHT.contains(text.lemma(i))
        || lower.length() < 2) {
      return "";
    }
    return text.is(i, Tag.PROPN) ? "^" + lower.replace(".", "") : stemmer.stem(text.lemma(i));
  }

  String stemOf(String word) {
    return stemmer.stem(word);
  }

  /**
   * What a predicate at a token is about: the nearest thing named before it in its sentence, else
   * the sentence before.
   */
  @Nullable NounPhrase topicBefore(int token) {
    Sentence sentence = text.sentenceOf(token);
    NounPhrase here = topicIn(sentence.first(), token, true);
    if (here != null || token == 0) {
      return here;
    }
    int before = text.token(token).sentence() - 1;
    boolean pronoun = false;
    for (int i = sentence.first(); i < token; i++) {
      pronoun |= text.is(i, "it") || text.is(i, "this") || text.is(i, "its");
    }
    if (before < 0 || !pronoun) {
      return null;
    }
    Sentence previous = text.sentences().get(before);
    return topicIn(previous.first(), previous.last(), false);
  }

  private @Nullable NounPhrase topicIn(int first, int last, boolean fromTheEnd) {
    NounPhrase best = null;
    for (int i = first; i < last; i++) {
      NounPhrase phrase = phrases.at(i).orElse(null);
      if (phrase == null) {
        continue;
      }
      if (isTopic(phrase)
          && phrase.last() <= last
          && (best == null || fromTheEnd && !isAttached(phrase))) {
        best = phrase;
      }
      i = phrase.last() - 1;
    }
    return best;
  }

  /** Whether a phrase names something that happens or goes on rather than a thing. */
  boolean isHappening(NounPhrase phrase) {
    return isTopic(phrase) && HAPPENINGS.contains(lexicon.kind(text.lemma(phrase.head())));
  }

  private boolean isAttached(NounPhrase phrase) {
    return phrase.first() > 0 && text.is(phrase.first() - 1, Tag.ADP);
  }

  boolean isTopic(NounPhrase phrase) {
    String lemma = text.lemma(phrase.head());
    return text.is(phrase.head(), Tag.NOUN)
        && !NO_TOPICS.contains(lexicon.kind(lemma))
        && !lexicon.isPerson(lemma)
        && !NOT_THINGS.contains(lemma)
        && lexicon.kind(lemma).length() > 0;
  }

  /** The topic with the phrase attached to it: <i>the operation in the harbour</i>. */
  private int topicEnd(NounPhrase topic) {
    int end = topic.last();
    if (end + 1 < text.size()
        && text.is(end, Tag.ADP)
        && !text.is(end, "as")
        && !text.is(end, "than")) {
      int from = end + 1;
      NounPhrase next =
          phrases
              .at(from)
              .filter(p -> p.first() == from && !text.is(p.head(), Tag.PRON))
              .orElse(null);
      if (next != null
          && !Names.isCalendar(text.lower(next.head()))
          && !lexicon.kind(text.lemma(next.head())).equals("time")) {
        return next.last();
      }
    }
    return end;
  }

  /** Stems of the topic with the phrase attached to it, its head first. */
  List<String> topicStems(NounPhrase topic) {
    List<String> stems = new ArrayList<>();
    stems.add(stem(topic.head()));
    stems(topic.first(), topicEnd(topic)).stream()
        .filter(stem -> !stems.contains(stem))
        .forEach(stems::add);
    return stems;
  }

  /** The topic as the report has it, without the words that answer and without qualifiers. */
  private String topicWords(NounPhrase topic, int answerFirst, int answerLast) {
    boolean answers = topic.first() <= answerFirst && answerFirst < topic.head();
    StringBuilder words = new StringBuilder(answers ? "the" : "");
    for (int i = answers ? Math.min(answerLast, topic.head()) : topic.first();
        i < topic.head();
        i++) {
      // A question takes nobody's view: how somebody qualifies the thing is left out.
      boolean kept =
          !text.is(i, Tag.ADJ)
              && !text.is(i, Tag.ADV)
              && !text.is(i, Tag.VERB)
              && !text.is(i, Tag.PUNCT);
      if (kept) {
        boolean glued = i > 0 && text.token(i - 1).span().end() == text.token(i).span().start();
        words.append(words.isEmpty() || glued ? "" : " ").append(text.word(i));
      }
    }
    words
        .append(words.isEmpty() ? "" : " ")
        .append(
            text.span(topic.head(), topicEnd(topic))
                .of(text.text())
                .replaceAll("\\s+", " ")
                .replaceAll("[\"“”]", ""));
    boolean name = text.is(topic.first(), Tag.PROPN);
    return name ? words.toString() : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }

  /**
   * Where the clause that begins at a token ends: at a mark, a conjunction with a new subject, or
   * the sentence.
   */
  int clauseEnd(int first) {
    int last = text.sentenceOf(first).last();
    int depth = 0;
    for (int i = first; i < last; i++) {
      String word = text.word(i);
      if (word.equals("(")) {
        depth++;
      } else if (word.equals(")") && --depth < 0) {
        return i;
      }
      boolean mark =
          word.length() == 1
              && (";:—–\"”".indexOf(word.charAt(0)) >= 0
                  || word.equals(",") && endsAtComma(i, last));
      if (i > first + 2 && mark
          || i > first && (text.is(i, "but") || text.is(i, "after") || text.is(i, "while"))
          || startsClause(i, first, last)) {
        return i;
      }
    }
    while (last > first + 1 && text.is(last - 1, Tag.PUNCT)) {
      last--;
    }
    return last;
  }

  private boolean endsAtComma(int comma, int last) {
    return comma + 1 >= last || !text.is(comma + 1, Tag.ADJ) && !text.is(comma + 1, Tag.NOUN);
  }

  private boolean startsClause(int i, int first, int last) {
    if (i <= first || !text.is(i, "and") || i + 2 >= last) {
      return false;
    }
    NounPhrase next = phrases.at(i + 1).filter(p -> p.first() == i + 1).orElse(null);
    return next != null && next.last() < last && text.is(next.last(), Tag.AUX);
  }
}
