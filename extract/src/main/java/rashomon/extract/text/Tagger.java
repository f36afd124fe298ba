package rashomon.extract.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import opennlp.tools.postag.POSModel;
import rashomon.model.Span;
import rashomon.model.Tag;
import rashomon.model.Token;

/**
 * Cuts and tags a text, with OpenNLP's model for English trained on the UD English Web Treebank.
 * Names are hidden from the model behind one common name, so that no tag depends on who is named.
 * Gives the same for the same text; threads share one.
 */
public final class Tagger {

  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final Set<String> AUXILIARIES =
      Set.of("has", "have", "had", "was", "were", "is", "are", "been");
  private static final String ANY_NAME = "Smith";

  private final TagModel model;
  private final Lexicon lexicon;

  private Tagger(TagModel model, Lexicon lexicon) {
    this.model = model;
    this.lexicon = lexicon;
  }

  public static Tagger load(Lexicon lexicon) {
    try (InputStream in = Tagger.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + MODEL);
      }
      return new Tagger(new TagModel(new POSModel(in)), lexicon);
    } catch (IOException broken) {
      throw new UncheckedIOException(MODEL, broken);
    }
  }

  public TaggedText tag(String text) {
    List<Span> spans = Tokenizer.tokens(text);
    List<Sentence> sentences = new Segmenter(text, spans).sentences();
    BitSet names = Names.of(text, spans, sentences);
    List<Token> tokens = new ArrayList<>(spans.size());
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      String[] words = new String[sentence.last() - sentence.first()];
      for (int i = 0; i < words.length; i++) {
        int at = sentence.first() + i;
        words[i] = names.get(at) ? ANY_NAME : plain(spans.get(at).of(text));
      }
      Tag[] tags = model.tag(words);
      for (int i = 0; i < words.length; i++) {
        int at = sentence.first() + i;
        String word = spans.get(at).of(text);
        mendLast(tokens, names.get(at) ? Tag.PROPN : tags[i], s);
        Tag tag =
            names.get(at)
                ? Tag.PROPN
                : mended(
                    word,
                    tags[i],
                    tokens,
                    i + 1 < words.length ? tags[i + 1] : Tag.PUNCT,
                    i + 1 < words.length && names.get(at + 1));
        tokens.add(new Token(spans.get(at), word, lemma(word, tag), tag, s, sentence.paragraph()));
      }
    }
    return new TaggedText(text, tokens, sentences);
  }

  /** Where a table or the form of a word says that the model must be wrong. */
  private Tag mended(String word, Tag tag, List<Token> before, Tag next, boolean nextIsName) {
    char first = word.charAt(0);
    if ((first == '\'' || first == '’') && word.length() > 1) {
      boolean owner =
          !before.isEmpty()
              && (before.getLast().tag() == Tag.NOUN || before.getLast().tag() == Tag.PROPN);
      boolean owned =
          nextIsName || next == Tag.NOUN || next == Tag.ADJ || next == Tag.NUM || next == Tag.PROPN;
      boolean s = word.length() == 2 && word.charAt(1) == 's';
      return s && owner && owned ? Tag.PART : tag == Tag.PUNCT ? Tag.AUX : tag;
    }
    if ((first == '\'' || first == '’') && word.length() == 1 && nextIsName && !before.isEmpty()) {
      Token owner = before.getLast();
      boolean plural = owner.text().endsWith("s") && owner.tag() == Tag.PROPN;
      return plural ? Tag.PART : tag;
    }
    if (tag == Tag.PROPN
        && Character.isLowerCase(first)
        && word.chars().allMatch(Character::isLowerCase)) {
      boolean infinitive =
          !before.isEmpty() && before.getLast().text().equals("to") && lexicon.isVerb(word);
      return infinitive ? Tag.VERB : Tag.NOUN;
    }
    if (tag == Tag.VERB && next == Tag.VERB && !nextIsName && AUXILIARIES.contains(word)) {
      return Tag.AUX;
    }
    boolean afterTo = !before.isEmpty() && before.getLast().text().equals("to");
    if (afterTo
        && (tag == Tag.NOUN || tag == Tag.ADJ)
        && lexicon.isVerb(word)
        && lexicon.kind(word).isEmpty()) {
      return Tag.VERB;
    }
    if (tag == Tag.PUNCT && Character.isLetter(first)) {
      return Tag.ADJ;
    }
    if (tag == Tag.VERB && word.endsWith("s") && !lexicon.isVerb(lexicon.verbLemma(word))) {
      return Tag.NOUN;
    }
    return tag;
  }

  /**
   * <i>Israel’s military said</i>: an adjective that is also a group or a person, with no noun
   * after it, is a noun.
   */
  private void mendLast(List<Token> tokens, Tag next, int sentence) {
    if (tokens.size() < 2
        || tokens.getLast().tag() != Tag.ADJ
        || tokens.getLast().sentence() != sentence
        || next == Tag.NOUN
        || next == Tag.PROPN
        || next == Tag.ADJ
        || next == Tag.NUM) {
      return;
    }
    Token last = tokens.getLast();
    Tag before = tokens.get(tokens.size() - 2).tag();
    boolean heads =
        before == Tag.DET || before == Tag.PART || before == Tag.PROPN || before == Tag.ADJ;
    String lemma = lexicon.nounLemma(last.text());
    if (heads && (lexicon.isGroup(lemma) || lexicon.isFirstOfAllPerson(lemma))) {
      tokens.set(
          tokens.size() - 1,
          new Token(last.span(), last.text(), lemma, Tag.NOUN, last.sentence(), last.paragraph()));
    }
  }

  private static String plain(String word) {
    if (word.length() > 3 || word.isEmpty()) {
      return word;
    }
    return word.replace('’', '\'')
        .replace('‘', '\'')
        .replace('“', '"')
        .replace('”', '"')
        .replace('–', '-')
        .replace('—', '-');
  }

  private String lemma(String word, Tag tag) {
    return switch (tag) {
      case VERB, AUX -> lexicon.verbLemma(word);
      case NOUN -> lexicon.nounLemma(word);
      default -> word.toLowerCase(Locale.ROOT);
    };
  }
}
