package rashomon.extract.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import rashomon.model.Span;

/**
 * Cuts tokens into paragraphs and sentences. A line break ends a paragraph unless the lines look
 * wrapped. A sentence ends at a full stop, question or exclamation mark with its closing quotation
 * marks; one of over {@value #LONGEST} tokens is cut, since the tagger's cost grows faster than its
 * length.
 */
final class Segmenter {

  static final int LONGEST = 300;

  /** A dateline has at most this many words and marks before its dash. */
  private static final int DATELINE = 12;

  private final String text;
  private final List<Span> tokens;

  Segmenter(String text, List<Span> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  List<Sentence> sentences() {
    List<Sentence> sentences = new ArrayList<>();
    int first = 0;
    int paragraph = 0;
    int paragraphStart = 0;
    for (int i = 0; i < tokens.size(); i++) {
      boolean last = i + 1 == tokens.size();
      boolean newParagraph = !last && paragraphBreak(i);
      if (last
          || newParagraph
          || endsDateline(i, paragraphStart)
          || i + 1 - first >= LONGEST
          || endsSentence(i)) {
        sentences.add(new Sentence(first, i + 1, paragraph));
        first = i + 1;
      }
      if (newParagraph) {
        paragraphStart = i + 1;
        paragraph++;
      }
    }
    return sentences;
  }

  /** The dash after a dateline: <i>SARNOW, Corvath (Northline) —</i> at the head of a paragraph. */
  private boolean endsDateline(int i, int start) {
    String mark = tokens.get(i).of(text);
    if (i == start || i > start + DATELINE || "—–-".indexOf(mark.charAt(0)) < 0 || gap(i) == 0) {
      return false;
    }
    String place = tokens.get(start).of(text);
    return place.length() > 2 && place.chars().allMatch(Character::isUpperCase);
  }

  private boolean paragraphBreak(int i) {
    int from = tokens.get(i).end();
    int to = tokens.get(i + 1).start();
    int breaks = 0;
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '\n'
          || (text.charAt(at) == '\r' && (at + 1 == to || text.charAt(at + 1) != '\n'))
          || text.charAt(at) == '\u2029') {
        breaks++;
      }
    }
    return breaks > 1 || (breaks == 1 && !wrapped(i));
  }

  /**
   * Whether one line break after token {@code i} only wraps a line: the next goes on in lower case,
   * or it was full.
   */
  private boolean wrapped(int i) {
    char next = text.charAt(tokens.get(i + 1).start());
    char previous = text.charAt(tokens.get(i).end() - 1);
    boolean ended = ".!?:\"”’»".indexOf(previous) >= 0;
    if (Character.isLowerCase(next) && !ended) {
      return true;
    }
    int lineStart = text.lastIndexOf('\n', tokens.get(i).end() - 1) + 1;
    int lineEnd = text.indexOf('\n', tokens.get(i).end());
    int nextEnd = text.indexOf('\n', tokens.get(i + 1).start());
    int length = lineEnd - lineStart;
    int firstWord = tokens.get(i + 1).length();
    int nextLength = (nextEnd < 0 ? text.length() : nextEnd) - tokens.get(i + 1).start();
    return length >= 50
        && length <= 100
        && nextLength <= 100
        && length + 1 + firstWord > 66
        && !ended;
  }

  private boolean endsSentence(int i) {
    if (i + 1 >= tokens.size()) {
      return true;
    }
    int stop = i;
    while (stop >= 0 && isCloser(stop) && stop > i - 3) {
      stop--;
    }
    if (stop < 0 || isCloser(i + 1) && gap(i) == 0) {
      return false;
    }
    String token = tokens.get(stop).of(text);
    char mark = token.charAt(token.length() - 1);
    if (mark != '.' && mark != '!' && mark != '?' && mark != '…') {
      return false;
    }
    if (gap(i) == 0 && token.length() == 1) {
      return false;
    }
    String next = startOfNext(i + 1);
    boolean capital = !next.isEmpty() && !Character.isLowerCase(next.charAt(0));
    boolean abbreviation = token.length() > 1 && mark == '.' && Character.isLetter(token.charAt(0));
    if (abbreviation) {
      return capital
          && Character.isUpperCase(next.charAt(0))
          && Abbreviations.mayEnd(token)
          && opensSentence(next, token);
    }
    return capital
        || mark == '.' && stop == i && token.length() == 1 && !next.isEmpty() && gap(i) > 0;
  }

  /**
   * After <i>U.S.</i> or <i>p.m.</i> a sentence ends only before a word that usually begins one.
   */
  private static boolean opensSentence(String next, String token) {
    boolean time = token.toLowerCase(Locale.ROOT).matches("[ap]\\.m\\.");
    return time || Names.isFunctionWord(next.toLowerCase(Locale.ROOT));
  }

  private String startOfNext(int i) {
    int at = i;
    while (at < tokens.size() && at < i + 3 && isQuoteOrBracket(at)) {
      at++;
    }
    return at < tokens.size() ? tokens.get(at).of(text) : "";
  }

  private int gap(int i) {
    return i + 1 < tokens.size() ? tokens.get(i + 1).start() - tokens.get(i).end() : 1;
  }

  private boolean isCloser(int i) {
    String token = tokens.get(i).of(text);
    if (token.length() != 1 || "\"”’')]»".indexOf(token.charAt(0)) < 0) {
      return false;
    }
    boolean gluedLeft = i > 0 && tokens.get(i - 1).end() == tokens.get(i).start();
    boolean gluedRight = i + 1 < tokens.size() && tokens.get(i + 1).start() == tokens.get(i).end();
    return "”)]»’".indexOf(token.charAt(0)) >= 0 || gluedLeft || !gluedRight;
  }

  private boolean isQuoteOrBracket(int i) {
    String token = tokens.get(i).of(text);
    return token.length() == 1 && "\"“‘'([«„‚”—–-•*".indexOf(token.charAt(0)) >= 0;
  }
}
