package rashomon.extract.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import rashomon.model.Span;
import rashomon.model.Tag;
import rashomon.model.Token;

/**
 * Cuts and tags a text, with OpenNLP's model for English trained on the UD English Web Treebank. Names are hidden from
 * the model behind one common name, so that no tag depends on who is named. Immutable; threads share one.
 */
public final class Tagger {

  private static final String MODEL = "/opennlp-en-ud-ewt-pos-1.3-2.5.4.bin";
  private static final String ANY_NAME = "Smith";

  private final POSModel model;
  private final Lexicon lexicon;

  private Tagger(POSModel model, Lexicon lexicon) {
    this.model = model;
    this.lexicon = lexicon;
  }

  public static Tagger load(Lexicon lexicon) {
    try (InputStream in = Tagger.class.getResourceAsStream(MODEL)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + MODEL);
      }
      return new Tagger(new POSModel(in), lexicon);
    } catch (IOException broken) {
      throw new UncheckedIOException(MODEL, broken);
    }
  }

  public TaggedText tag(String text) {
    List<Span> spans = Tokenizer.tokens(text);
    List<Sentence> sentences = new Segmenter(text, spans).sentences();
    BitSet names = Names.of(text, spans, sentences);
    POSTaggerME tagger = new POSTaggerME(model);
    List<Token> tokens = new ArrayList<>(spans.size());
    for (int s = 0; s < sentences.size(); s++) {
      Sentence sentence = sentences.get(s);
      String[] words = new String[sentence.last() - sentence.first()];
      for (int i = 0; i < words.length; i++) {
        int at = sentence.first() + i;
        words[i] = names.get(at) ? ANY_NAME : plain(spans.get(at).of(text));
      }
      String[] tags = tagger.tag(words);
      for (int i = 0; i < words.length; i++) {
        int at = sentence.first() + i;
        Tag tag = names.get(at) ? Tag.PROPN : Tag.valueOf(tags[i]);
        String word = spans.get(at).of(text);
        tokens.add(new Token(spans.get(at), word, lemma(word, tag), tag, s, sentence.paragraph()));
      }
    }
    return new TaggedText(text, tokens, sentences);
  }

  private static String plain(String word) {
    if (word.length() > 3 || word.isEmpty()) {
      return word;
    }
    return word.replace('’', '\'').replace('‘', '\'').replace('“', '"').replace('”', '"').replace('–', '-').replace('—', '-');
  }

  private String lemma(String word, Tag tag) {
    return switch (tag) {
      case VERB, AUX -> lexicon.verbLemma(word);
      case NOUN -> lexicon.nounLemma(word);
      default -> word.toLowerCase(Locale.ROOT);
    };
  }
}
