package rashomon.ingest.page;

/** What a character is, as bits. */
final class Glyph {

  static final int LETTER = 1;
  static final int DIGIT = 1 << 1;
  static final int CAPITAL = 1 << 2;
  static final int STOP = 1 << 3;
  static final int COMMA = 1 << 4;
  static final int SPACE = 1 << 5;

  /** What is there and not seen, as a soft hyphen. */
  static final int NO_ROOM = 1 << 6;

  private static final int[] ASCII = new int[128];

  static {
    for (char c = 0; c < ASCII.length; c++) {
      ASCII[c] = told(c);
    }
  }

  private Glyph() {}

  static int of(char c) {
    return c < ASCII.length ? ASCII[c] : told(c);
  }

  private static int told(char c) {
    boolean space = c < ' ' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    return (Character.isLetter(c) ? LETTER : 0)
        | (Character.isDigit(c) ? DIGIT : 0)
        | (Character.isUpperCase(c) ? CAPITAL : 0)
        | (space ? SPACE : 0)
        | switch (c) {
          case '.', '!', '?', '。', '！', '？' -> STOP;
          case ',', ';', '،', '、', '，' -> COMMA;
          case 0xad, 0x200b, 0x2060, 0xfeff -> NO_ROOM;
          default -> 0;
        };
  }
}
