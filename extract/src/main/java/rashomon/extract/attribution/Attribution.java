package rashomon.extract.attribution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import rashomon.extract.attribution.Statements.Draft;
import rashomon.extract.encoder.Inputs;
import rashomon.extract.encoder.Part;
import rashomon.extract.encoder.SpanTagger;
import rashomon.extract.encoder.WordPieces;
import rashomon.extract.text.Lexicon;
import rashomon.extract.text.NounPhrases;
import rashomon.extract.text.TaggedText;
import rashomon.model.Engine;
import rashomon.model.ReportId;
import rashomon.model.Span;
import rashomon.model.Statement;
import rashomon.model.Statement.Modality;
import rashomon.model.Statement.SourceType;
import rashomon.model.StatementId;
import rashomon.model.Tag;

/** Reads statements out of a text. Immutable once loaded. */
public final class Attribution {

  private static final Set<String> DENIALS =
      Set.of("deny", "reject", "dismiss", "refute", "dispute", "rebut", "disavow");
  private static final Set<String> ALLEGING = Set.of("allege", "accuse", "claim", "suspect");

  /** What is said so by nobody named: <i>is believed to</i>. */
  private static final Set<String> BELIEVED =
      Set.of("believe", "think", "suppose", "understand", "rumor", "rumour");

  private static final Set<String> PLANNING =
      Set.of(
          "anticipate",
          "plan",
          "aim",
          "intend",
          "want",
          "vow",
          "pledge",
          "promise",
          "seek",
          "hope",
          "threaten",
          "expect",
          "propose",
          "urge");

  /** How sure a quotation is that no cue governs: it belongs to whoever has the floor. */
  private static final double QUOTATION = 0.7;

  static boolean isDenial(String verb) {
    return DENIALS.contains(verb);
  }

  private final Lexicon lexicon;
  private final Cues cues;

  private final Calibration calibration;
  private final Optional<SpanTagger> model;

  private Attribution(
      Lexicon lexicon, Cues cues, Calibration calibration, Optional<SpanTagger> model) {
    this.lexicon = lexicon;
    this.cues = cues;
    this.calibration = calibration;
    this.model = model;
  }

  /** Rules alone. */
  public static Attribution load(Lexicon lexicon) {
    return new Attribution(lexicon, Cues.load(), Calibration.load(), Optional.empty());
  }

  /** Rules, where they are right more often than a trained model. */
  public Attribution with(SpanTagger trained) {
    return new Attribution(lexicon, cues, calibration, Optional.of(trained));
  }

  /** All statements of a text, in order, with ids from 1. */
  public List<Attributed> find(TaggedText text, NounPhrases phrases) {
    boolean[] quoted = quoted(text);
    Optional<List<Part>> parts =
        model.map(tagger -> tagger.parts(Inputs.of(text, quoted, tagger.vocabulary())));
    List<Draft> drafts =
        Statements.of(text, phrases, lexicon, cues, parts).stream()
            .filter(draft -> hasWords(text, draft))
            .toList();
    Map<Draft, StatementId> ids = new HashMap<>();
    for (Draft draft : drafts) {
      ids.put(draft, new StatementId(ids.size() + 1));
    }
    List<Attributed> found = new ArrayList<>();
    for (Draft draft : drafts) {
      found.add(attributed(text, draft, ids, quoted));
    }
    return found;
  }

  /** Whether what is attributed has a letter or a digit in it, and is not a mark alone. */
  private static boolean hasWords(TaggedText text, Draft draft) {
    return draft.content.stream()
        .anyMatch(
            part ->
                span(text, part).of(text.text()).codePoints().anyMatch(Character::isLetterOrDigit));
  }

  /** A text as the trained model sees it, in training as in use. */
  public static Inputs inputs(TaggedText text, WordPieces vocabulary) {
    return Inputs.of(text, quoted(text), vocabulary);
  }

  /** For each word, whether it lies within quotation marks. */
  public static boolean[] quoted(TaggedText text) {
    boolean[] quoted = new boolean[text.size()];
    for (Quotation quotation : Quotations.of(text)) {
      Arrays.fill(quoted, quotation.firstToken(), quotation.lastToken(), true);
    }
    return quoted;
  }

  private Attributed attributed(
      TaggedText text, Draft draft, Map<Draft, StatementId> ids, boolean[] quoted) {
    Frame frame = draft.frame;
    List<Span> content = new ArrayList<>();
    for (Tokens part :
        draft.content.stream().sorted(Comparator.comparingInt(Tokens::first)).toList()) {
      Span span = span(text, part);
      boolean goesOn =
          !content.isEmpty()
              && (content.getLast().end() >= span.start()
                  || text.text().substring(content.getLast().end(), span.start()).isBlank());
      if (goesOn) {
        content.set(content.size() - 1, content.getLast().cover(span));
      } else {
        content.add(span);
      }
    }
    Span source = frame == null || frame.source() == null ? null : span(text, frame.source());
    Tokens speaker = speaker(draft);
    Statement statement =
        new Statement(
            Objects.requireNonNull(ids.get(draft)),
            new ReportId(1),
            type(draft, quoted),
            source,
            null,
            SourceType.WITHHELD,
            frame == null ? null : span(text, frame.cue()),
            content,
            draft.within == null ? null : ids.get(draft.within),
            frame != null && DENIALS.contains(frame.verb()),
            modality(text, draft),
            calibration.of(
                model.isPresent() ? Engine.TRAINED : Engine.FAST,
                frame != null,
                frame == null ? QUOTATION : frame.confidence()));
    return new Attributed(statement, speaker == null ? null : span(text, speaker));
  }

  private static @Nullable Tokens speaker(Draft draft) {
    Draft at = draft;
    while (at.frame == null && at.continues != null) {
      at = at.continues;
    }
    return at.frame == null ? null : at.frame.speaker();
  }

  private static Statement.Type type(Draft draft, boolean[] quoted) {
    int inside = 0;
    int all = 0;
    for (Tokens part : draft.content) {
      for (int i = part.first(); i < part.last(); i++) {
        inside += quoted[i] ? 1 : 0;
        all++;
      }
    }
    return inside == 0
        ? Statement.Type.INDIRECT
        : inside == all ? Statement.Type.DIRECT : Statement.Type.MIXED;
  }

  private static Modality modality(TaggedText text, Draft draft) {
    Frame frame = draft.frame;
    Tokens content = draft.content.getFirst();
    if (frame != null && (frame.verb().equals("ask") || frame.verb().equals("question"))) {
      return Modality.ASKED;
    }
    if (frame != null
        && (ALLEGING.contains(frame.verb())
            || frame.passive() && BELIEVED.contains(frame.verb()))) {
      return Modality.ALLEGED;
    }
    if (frame != null && PLANNING.contains(frame.verb())
        || text.is(content.first(), "to") && text.is(content.first(), Tag.PART)) {
      return Modality.PLANNED;
    }
    for (int i = content.first(); i < content.last(); i++) {
      if ((text.is(i, "if") || text.is(i, "unless"))
          && !text.is(i - 1, "as")
          && !text.is(i - 1, "even")) {
        return Modality.CONDITIONAL;
      }
    }
    for (int i = content.first(); i < content.last(); i++) {
      if (text.is(i, Tag.VERB)) {
        boolean future =
            i > content.first()
                && (text.is(i - 1, "will") || text.is(i - 1, "shall") || text.is(i - 2, "will"));
        return future ? Modality.PLANNED : Modality.ASSERTED;
      }
    }
    return Modality.ASSERTED;
  }

  private static Span span(TaggedText text, Tokens tokens) {
    return text.span(tokens.first(), tokens.last());
  }
}
