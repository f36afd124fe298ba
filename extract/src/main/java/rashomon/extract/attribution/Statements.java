package rashomon.extract.attribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.encoder.Part;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.NounPhrase;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.Sentence;
import rashomon.extract.text.TaggedText;
import rashomon.model.Tag;

/**
 * Finds what a text says that somebody said. Cues and what they govern come from {@link Frames};
 * quotations from {@link Quotations}; this brings them together: quotations that several sentences
 * share, that go on in the next paragraph, that belong to whoever has the floor, and statements
 * within statements.
 */
public final class Statements {

  private static final int SHORTEST_QUOTATION = 4;
  private static final double OUTER = 0.15;
  private static final double NESTED = 0.6;
  private static final double SAYING = 0.7;
  private static final Set<String> FIRST_PERSON =
      Set.of("we", "our", "us", "i", "my", "ours", "me");

  private final TaggedText text;
  private final NounPhrases phrases;
  private final Lexicon lexicon;
  private final Cues cues;
  private final Sources sources;
  private final List<Quotation> quotations;
  private final boolean[] quoted;
  private final List<Draft> drafts = new ArrayList<>();

  private Statements(TaggedText text, NounPhrases phrases, Lexicon lexicon, Cues cues) {
    this.text = text;
    this.phrases = phrases;
    this.lexicon = lexicon;
    this.cues = cues;
    this.sources = new Sources(text, phrases, lexicon);
    this.quotations =
        Quotations.of(text).stream().filter(q -> q.depth() == 0).map(this::withoutCue).toList();
    this.quoted = new boolean[text.size() + 2];
    for (Quotation quotation : quotations) {
      java.util.Arrays.fill(quoted, quotation.firstToken(), quotation.lastToken(), true);
    }
  }

  /**
   * A quotation that was never closed ends before the cue it would swallow: <i>“We stay, he
   * said</i>.
   */
  private Quotation withoutCue(Quotation quotation) {
    if (quotation.closed()) {
      return quotation;
    }
    int last = Math.min(quotation.lastToken(), text.sentenceOf(quotation.firstToken()).last());
    for (int comma = quotation.firstToken() + 2; comma + 2 < last; comma++) {
      int verb = text.is(comma, ",") ? saying(comma + 1, last) : -1;
      if (verb > 0) {
        return new Quotation(
            text.span(quotation.firstToken(), comma + 1),
            quotation.firstToken(),
            comma + 1,
            false,
            quotation.continued(),
            0);
      }
    }
    return quotation;
  }

  /**
   * The verb of <i>he said</i>, <i>said the mayor</i> right here, with a speaker in the third
   * person; -1 for none.
   */
  private int saying(int at, int last) {
    if (text.is(at, Tag.VERB)) {
      return isSaying(at) && sources.after(at + 1, last).isPresent() ? at : -1;
    }
    NounPhrase speaker =
        phrases.at(at).filter(p -> p.first() == at && p.last() < last).orElse(null);
    boolean third =
        speaker != null
            && !FIRST_PERSON.contains(text.lower(at))
            && sources.canSpeak(new Tokens(speaker.first(), speaker.last()));
    return third && speaker != null && isSaying(speaker.last()) ? speaker.last() : -1;
  }

  private boolean isSaying(int at) {
    return text.is(at, Tag.VERB)
        && text.lower(at).endsWith("d")
        && cues.of(text.lemma(at)).filter(word -> word.precision() >= SAYING).isPresent();
  }

  /** All statements of a text, in order; what lies within another's content names it. */
  static List<Draft> of(
      TaggedText text,
      NounPhrases phrases,
      Lexicon lexicon,
      Cues cues,
      Optional<List<Part>> trained) {
    Statements statements = new Statements(text, phrases, lexicon, cues);
    trained.ifPresentOrElse(statements::takeTrained, statements::findFrames);
    statements.giveQuotations();
    statements.goOnAfterQuotations();
    statements.findNested();
    statements.findWhatIsDenied();
    statements.drafts.removeIf(draft -> draft.content.isEmpty());
    statements.drafts.sort(
        Comparator.comparingInt((Draft draft) -> draft.start())
            .thenComparingInt(draft -> -draft.end()));
    statements.nest();
    return statements.drafts;
  }

  private void findFrames() {
    Frames frames = new Frames(text, phrases, sources, cues, lexicon, quoted, OUTER);
    for (Sentence sentence : text.sentences()) {
      for (Frame frame : frames.in(sentence.first(), sentence.last())) {
        drafts.add(new Draft(frame, wholeQuotations(frame.content()), sentence.paragraph()));
      }
    }
  }

  private void takeTrained(List<Part> parts) {
    for (Frame frame : TrainedFrames.of(text, parts)) {
      int paragraph = text.token(frame.cue().first()).paragraph();
      drafts.add(new Draft(frame, whatIsDenied(frame), paragraph));
    }
  }

  /**
   * Where the model ends a denial at <i>denied rumours</i>, rules say whether it goes on: what was
   * rumoured is what is denied.
   */
  private List<Tokens> whatIsDenied(Frame frame) {
    Tokens content = frame.content().getLast();
    boolean rumour =
        Attribution.isDenial(frame.verb())
            && lexicon.kind(text.lemma(content.last() - 1)).equals("communication");
    if (!rumour) {
      return frame.content();
    }
    Sentence sentence = text.sentenceOf(frame.cue().first());
    return new Frames(text, phrases, sources, cues, lexicon, quoted, OUTER)
        .in(sentence.first(), sentence.last()).stream()
            .filter(ruled -> ruled.cue().overlaps(frame.cue()))
            .map(ruled -> wholeQuotations(ruled.content()))
            .filter(ruled -> !ruled.isEmpty() && ruled.getFirst().first() == content.first())
            .findFirst()
            .orElse(frame.content());
  }

  /** A part that begins or ends inside a quotation takes it in whole. */
  private List<Tokens> wholeQuotations(List<Tokens> content) {
    List<Tokens> whole = new ArrayList<>();
    for (Tokens part : content) {
      int first = part.first();
      int last = part.last();
      for (int q = quotationAt(part.first());
          q >= 0 && q < quotations.size() && quotations.get(q).firstToken() < part.last();
          q++) {
        Quotation quotation = quotations.get(q);
        if (quotation.lastToken() > part.first()) {
          first = Math.min(first, quotation.firstToken());
          last = Math.max(last, quotation.lastToken());
        }
      }
      whole.add(new Tokens(first, last));
    }
    return whole;
  }

  /** Number of the last quotation that begins at or before a token, or 0. */
  private int quotationAt(int token) {
    int low = 0;
    int high = quotations.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (quotations.get(middle).firstToken() <= token) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return Math.max(0, low - 1);
  }

  /**
   * Gives each quotation that no cue governs to the statement it goes on from, or to whoever has
   * the floor.
   */
  private void giveQuotations() {
    int next = 0;
    Draft floor = null;
    List<Draft> inOrder = new ArrayList<>(drafts);
    inOrder.sort(Comparator.comparingInt(Draft::anchor));
    for (Quotation quotation : quotations) {
      while (next < inOrder.size() && inOrder.get(next).anchor() < quotation.lastToken()) {
        Draft draft = inOrder.get(next++);
        if (draft.awaits || touchesQuotation(draft)) {
          floor = draft;
        }
      }
      Tokens words = new Tokens(quotation.firstToken(), quotation.lastToken());
      int paragraph = text.token(words.first()).paragraph();
      if (quotation.words() < SHORTEST_QUOTATION || governed(words, inOrder, next)) {
        continue;
      }
      Draft given = give(quotation, words, paragraph, floor, inOrder, next);
      if (given != null) {
        floor = given;
      }
    }
  }

  private static boolean governed(Tokens words, List<Draft> inOrder, int next) {
    for (int i = Math.min(inOrder.size() - 1, next + 4); i >= 0 && i > next - 12; i--) {
      if (inOrder.get(i).content.stream().anyMatch(part -> part.overlaps(words))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable Draft give(
      Quotation quotation,
      Tokens words,
      int paragraph,
      @Nullable Draft floor,
      List<Draft> inOrder,
      int next) {
    boolean alone = standsAlone(words);
    if (floor != null
        && floor.awaits
        && floor.content.isEmpty()
        && paragraph - floor.paragraph <= 1) {
      floor.content.add(words);
      floor.paragraph = paragraph;
      return floor;
    }
    boolean sameParagraph = floor != null && floor.lastParagraph(text) == paragraph;
    if (alone && sameParagraph && floor != null) {
      floor.content.add(words);
      return floor;
    }
    Draft following = alone ? followingIn(paragraph, inOrder, next) : null;
    if (following != null) {
      following.content.addFirst(words);
      return following;
    }
    boolean floorHeld =
        floor != null && paragraph - floor.lastParagraph(text) <= (quotation.continued() ? 1 : 2);
    if (alone && floorHeld && floor != null && beginsParagraph(words)) {
      Draft goesOn = Draft.continuing(floor, words, paragraph);
      drafts.add(goesOn);
      return goesOn;
    }
    return embedded(words, paragraph);
  }

  /**
   * A later frame of the paragraph that already has quoted content: <i>“Stop.” “Go on,” she
   * said</i>.
   */
  private @Nullable Draft followingIn(int paragraph, List<Draft> inOrder, int next) {
    if (next < inOrder.size()
        && inOrder.get(next).paragraph == paragraph
        && touchesQuotation(inOrder.get(next))) {
      return inOrder.get(next);
    }
    return null;
  }

  /**
   * A quotation inside a sentence whose verb is no known cue: the sentence's subject before it is
   * its source.
   */
  private @Nullable Draft embedded(Tokens words, int paragraph) {
    Sentence sentence = text.sentenceOf(words.first());
    if (words.first() - sentence.first() < 2) {
      return null;
    }
    int verb = -1;
    for (int i = words.first() - 1; i >= sentence.first() && i > words.first() - 8; i--) {
      if (text.is(i, Tag.VERB) && !quoted[i]) {
        verb = i;
        break;
      }
    }
    Tokens subject = sources.subjectOf(sentence.first(), words.first());
    if (verb < 0 || subject == null || subject.last() > verb) {
      return null;
    }
    Frame frame =
        new Frame(
            text.lemma(verb),
            new Tokens(verb, verb + 1),
            subject,
            null,
            List.of(words),
            false,
            false,
            0.5);
    Draft draft = new Draft(frame, List.of(words), paragraph);
    drafts.add(draft);
    return draft;
  }

  private boolean touchesQuotation(Draft draft) {
    return draft.content.stream().anyMatch(part -> quoted[part.first()] || quoted[part.last() - 1]);
  }

  /** Whether a quotation is a sentence of its own: nothing but marks in its sentences beside it. */
  private boolean standsAlone(Tokens words) {
    Sentence first = text.sentenceOf(words.first());
    Sentence last = text.sentenceOf(words.last() - 1);
    return !wordsBetween(first.first(), words.first()) && !wordsBetween(words.last(), last.last());
  }

  private boolean beginsParagraph(Tokens words) {
    int before = words.first() - 1;
    return before < 0 || text.token(before).paragraph() != text.token(words.first()).paragraph();
  }

  private boolean wordsBetween(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!text.is(i, Tag.PUNCT)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Speech that runs on in the first person after a quotation closed too early belongs to the same
   * statement.
   */
  private void goOnAfterQuotations() {
    Set<Integer> attributing = new HashSet<>();
    drafts.stream()
        .filter(d -> d.frame != null && !inFirstPerson(d.frame) && !isWeak(d.frame))
        .forEach(d -> attributing.add(text.token(d.anchor()).sentence()));
    Set<Integer> speech = new HashSet<>();
    for (Draft draft : drafts) {
      if (draft.content.isEmpty() || !touchesQuotation(draft)) {
        continue;
      }
      int sentence = text.token(draft.lastToken() - 1).sentence() + 1;
      while (sentence < text.sentences().size()) {
        Sentence next = text.sentences().get(sentence++);
        if (next.paragraph() != draft.lastParagraph(text)
            || attributing.contains(sentence - 1)
            || !speaksInFirstPerson(next)) {
          break;
        }
        draft.content.add(new Tokens(next.first(), next.last()));
        speech.add(sentence - 1);
      }
    }
    drafts.removeIf(d -> d.frame != null && speech.contains(text.token(d.anchor()).sentence()));
  }

  private boolean inFirstPerson(Frame frame) {
    return frame.source() != null
        && frame.source().size() == 1
        && FIRST_PERSON.contains(text.lower(frame.source().first()));
  }

  private boolean speaksInFirstPerson(Sentence sentence) {
    boolean first = false;
    for (int i = sentence.first(); i < sentence.last(); i++) {
      if (quoted[i]) {
        return false;
      }
      first |= FIRST_PERSON.contains(text.lower(i)) && !text.word(i).equals("US");
    }
    return first;
  }

  /** Statements inside quotations. */
  private void findNested() {
    Frames frames =
        new Frames(text, phrases, sources, cues, lexicon, new boolean[text.size() + 2], NESTED);
    for (Draft outer : List.copyOf(drafts)) {
      for (Tokens part : List.copyOf(outer.content)) {
        for (int s = text.token(part.first()).sentence();
            s <= text.token(part.last() - 1).sentence();
            s++) {
          Sentence sentence = text.sentences().get(s);
          int first = Math.max(sentence.first(), part.first());
          int last = Math.min(sentence.last(), part.last());
          frames.in(first, last).stream()
              .filter(frame -> quoted[frame.cue().first()] && thirdPerson(frame))
              .forEach(
                  frame -> drafts.add(new Draft(frame, frame.content(), sentence.paragraph())));
        }
      }
    }
  }

  /**
   * <i>Denied rumours of a strike</i>: that rumours speak of a strike is a statement within the
   * denial.
   */
  private void findWhatIsDenied() {
    for (Draft denial : List.copyOf(drafts)) {
      if (denial.frame == null
          || !Attribution.isDenial(denial.frame.verb())
          || denial.content.isEmpty()) {
        continue;
      }
      Tokens content = denial.content.getFirst();
      NounPhrase said =
          phrases
              .at(content.first())
              .filter(p -> p.last() < content.last() && text.is(p.head(), Tag.NOUN))
              .orElse(null);
      boolean speaks =
          said != null && lexicon.kind(text.lemma(said.head())).equals("communication");
      int of = said == null ? content.last() : said.last();
      while (speaks && of < content.last() - 1 && !text.is(of, "of") && !text.is(of, "that")) {
        of++;
      }
      if (speaks && said != null && of < content.last() - 1) {
        Tokens source = new Tokens(said.first(), of);
        Frame frame =
            new Frame(
                text.lemma(said.head()),
                new Tokens(said.head(), said.head() + 1),
                source,
                null,
                List.of(new Tokens(of + 1, content.last())),
                false,
                false,
                0.6);
        drafts.add(new Draft(frame, frame.content(), denial.paragraph));
      }
    }
  }

  private boolean thirdPerson(Frame frame) {
    Tokens source = frame.source();
    return source != null
            && !FIRST_PERSON.contains(text.lower(source.first()))
            && !text.is(source.first(), "you")
        || source != null && source.size() > 1;
  }

  /** Sets for each statement the smallest other one whose content holds its cue and its content. */
  private void nest() {
    List<Draft> openOnes = new ArrayList<>();
    for (Draft draft : drafts) {
      openOnes.removeIf(open -> open.end() <= draft.start());
      Draft best = null;
      for (Draft open : openOnes) {
        if (open != draft
            && open.holds(draft)
            && (best == null || open.end() - open.start() < best.end() - best.start())) {
          best = open;
        }
      }
      draft.within = best;
      openOnes.add(draft);
    }
    drafts.removeIf(draft -> draft.within != null && draft.frame != null && isWeak(draft.frame));
  }

  /** Within another statement only a word that is mostly a cue makes one. */
  private boolean isWeak(Frame frame) {
    boolean noun = frame.source() != null && frame.source().contains(frame.cue());
    return !noun && cues.of(frame.verb()).map(CueWord::precision).orElse(1.0) < NESTED;
  }

  /** A statement in the making. */
  static final class Draft {
    final @Nullable Frame frame;
    final @Nullable Draft continues;
    final List<Tokens> content;
    final boolean awaits;
    int paragraph;
    @Nullable Draft within;

    Draft(Frame frame, List<Tokens> content, int paragraph) {
      this(frame, null, content, paragraph);
    }

    private Draft(
        @Nullable Frame frame, @Nullable Draft continues, List<Tokens> content, int paragraph) {
      this.frame = frame;
      this.continues = continues;
      this.content = new ArrayList<>(content);
      this.awaits = frame != null && frame.awaits();
      this.paragraph = paragraph;
    }

    static Draft continuing(Draft before, Tokens words, int paragraph) {
      return new Draft(null, before, List.of(words), paragraph);
    }

    int anchor() {
      return frame != null ? frame.cue().first() : content.getFirst().first();
    }

    int start() {
      int start = content.getFirst().first();
      return frame == null
          ? start
          : Math.min(
              start,
              Math.min(
                  frame.cue().first(), frame.source() == null ? start : frame.source().first()));
    }

    int end() {
      int end = content.getLast().last();
      return frame == null
          ? end
          : Math.max(
              end,
              Math.max(frame.cue().last(), frame.source() == null ? end : frame.source().last()));
    }

    int lastToken() {
      return content.getLast().last();
    }

    int lastParagraph(TaggedText text) {
      int byContent = content.isEmpty() ? paragraph : text.token(lastToken() - 1).paragraph();
      return Math.max(paragraph, byContent);
    }

    boolean holds(Draft other) {
      return content.stream()
          .anyMatch(
              part ->
                  part.contains(other.anchor()) && part.contains(other.content.getFirst().first()));
    }
  }
}
