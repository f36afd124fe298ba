package rashomon.extract.text;

import java.util.List;
import java.util.Locale;
import rashomon.model.Span;
import rashomon.model.Tag;
import rashomon.model.Token;

/**
 * A report's text with its words: what every later step reads. Token and sentence numbers count
 * from 0.
 */
public record TaggedText(String text, List<Token> tokens, List<Sentence> sentences) {

  public TaggedText {
    tokens = List.copyOf(tokens);
    sentences = List.copyOf(sentences);
  }

  public int size() {
    return tokens.size();
  }

  public Token token(int index) {
    return tokens.get(index);
  }

  public String word(int index) {
    return tokens.get(index).text();
  }

  public String lower(int index) {
    return index < tokens.size() ? tokens.get(index).text().toLowerCase(Locale.ROOT) : "";
  }

  public String lemma(int index) {
    return tokens.get(index).lemma();
  }

  public Tag tag(int index) {
    return tokens.get(index).tag();
  }

  public boolean is(int index, Tag tag) {
    return index >= 0 && index < tokens.size() && tokens.get(index).tag() == tag;
  }

  public boolean is(int index, String word) {
    return index >= 0 && index < tokens.size() && tokens.get(index).text().equalsIgnoreCase(word);
  }

  public Sentence sentenceOf(int index) {
    return sentences.get(tokens.get(index).sentence());
  }

  /** From the first character of token {@code first} to the last of token {@code last - 1}. */
  public Span span(int first, int last) {
    return new Span(tokens.get(first).span().start(), tokens.get(last - 1).span().end());
  }

  /** The first token that ends after {@code offset}; {@code size()} where there is none. */
  public int tokenAt(int offset) {
    int low = 0;
    int high = tokens.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (tokens.get(middle).span().end() > offset) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }

  /** The first token that begins at or after {@code offset}; {@code size()} where there is none. */
  public int tokenAfter(int offset) {
    int at = tokenAt(offset);
    return at < tokens.size() && tokens.get(at).span().start() < offset ? at + 1 : at;
  }
}
