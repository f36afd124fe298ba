package rashomon.ingest.page;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A run of text that the page shows as one block, and what can be counted in it. */
final class Block {

  private static final Pattern CUT_OFF =
      Pattern.compile(
          "(?:\\.\\.\\.|…|\\.\\s?\\.\\s?\\.)[\\s\\])»]*$|(?:\\[…]|\\[\\.\\.\\.]).{0,30}$");
  private static final Words FURNITURE =
      Words.of(
          Stream.of(
                  ("advertisement advertising share tweet follow subscribe subscribing subscriber"
                          + " newsletter newsletters copyright reserved rights photo photos image images getty click"
                          + " here related read more comment comments sign signed email cookies cookie privacy login"
                          + " log register download continue continues story article website site homepage twitter"
                          + " facebook instagram youtube whatsapp podcast posted updated published written contact"
                          + " disclaimer commission affiliate sponsored tags source via watch video listen"
                          + " photograph caption file courtesy credit editor reporter author javascript browser page"
                          + " account free inbox app")
                      .split(" "))
              .collect(Collectors.toMap(word -> word, word -> 1)));

  final String text;

  /** The text in lower case. */
  final String lower;

  final Box box;
  final int words;
  final double linked;
  final double emphasised;
  final int sentences;
  final int commas;
  final int capitals;
  final int digits;
  final boolean endsSentence;

  /** Whether it ends in dots, as a teaser does. */
  final boolean cutOff;

  /** How many of its words are such as pages say of themselves, in English. */
  final int furniture;

  Block(String text, Box box, double linked, double emphasised) {
    this.text = text;
    this.lower = text.toLowerCase(Locale.ROOT);
    this.box = box;
    this.linked = linked;
    this.emphasised = emphasised;
    int wordCount = 0;
    int stops = 0;
    int commaCount = 0;
    int capitalCount = 0;
    int digitCount = 0;
    boolean within = false;
    boolean unspaced = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int glyph = Glyph.of(c);
      boolean letter = (glyph & (Glyph.LETTER | Glyph.DIGIT)) != 0;
      unspaced = c >= 0x2e80 && c < 0xac00 && letter;
      if (letter && (!within || (unspaced && i % 2 == 0))) {
        wordCount++;
        capitalCount += (glyph & Glyph.CAPITAL) != 0 ? 1 : 0;
      }
      within = letter;
      digitCount += (glyph & Glyph.DIGIT) != 0 ? 1 : 0;
      stops += (glyph & Glyph.STOP) != 0 ? 1 : 0;
      commaCount += (glyph & Glyph.COMMA) != 0 ? 1 : 0;
    }
    words = wordCount;
    sentences = stops;
    commas = commaCount;
    capitals = capitalCount;
    digits = digitCount;
    String end = text.substring(Math.max(0, text.length() - 40));
    boolean dots = end.indexOf('…') >= 0 || end.contains("..") || end.contains(". .");
    cutOff = dots && CUT_OFF.matcher(end).find();
    endsSentence = !cutOff && endsSentence(end);
    furniture = furniture(lower);
  }

  /** With a stop, and nothing but closing quotes and brackets after it. */
  private static boolean endsSentence(String end) {
    int last = end.length() - 1;
    while (last > 0 && "\"”’»)]".indexOf(end.charAt(last)) >= 0) {
      last--;
    }
    return last >= 0 && (Glyph.of(end.charAt(last)) & Glyph.STOP) != 0;
  }

  private static int furniture(String lower) {
    int found = 0;
    for (int i = 0; i < lower.length(); i++) {
      Words read = FURNITURE.next(lower, i);
      while (read != null) {
        i++;
        Words next = read.next(lower, i);
        found += next == null && !isLetter(lower, i) ? read.bits() : 0;
        read = next;
      }
      while (isLetter(lower, i)) {
        i++;
      }
    }
    return found;
  }

  private static boolean isLetter(String text, int i) {
    return i < text.length() && (Glyph.of(text.charAt(i)) & Glyph.LETTER) != 0;
  }

  /** Running text: some words, few of them links, that end as a sentence does. */
  boolean isProse() {
    return words >= 12 && !cutOff && linked < 0.4 && (endsSentence || commas + sentences >= 2);
  }
}
