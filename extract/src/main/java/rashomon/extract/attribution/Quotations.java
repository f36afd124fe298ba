package rashomon.extract.attribution;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import rashomon.extract.text.TaggedText;

/**
 * Matches quotation marks paragraph by paragraph: curly, straight, doubled apostrophes, guillemets,
 * low-high; nested; opened anew at each paragraph and closed once; never closed; closed without
 * having been opened. One pass.
 */
final class Quotations {

  /** What a mark may do where it stands. */
  private enum Role {
    NONE,
    OPEN,
    CLOSE,
    EITHER
  }

  /** Tokens within which a single mark must find the one that closes it. */
  private static final int LONGEST = 200;

  private record Opened(int token, char kind, boolean continued) {}

  private final TaggedText text;
  private final List<Quotation> found = new ArrayList<>();
  private final Deque<Opened> open = new ArrayDeque<>();
  private boolean pending;

  private Quotations(TaggedText text) {
    this.text = text;
  }

  /** All quotations, in order of their beginnings. */
  static List<Quotation> of(TaggedText text) {
    Quotations quotations = new Quotations(text);
    int first = 0;
    for (int i = 1; i <= text.size(); i++) {
      if (i == text.size() || text.token(i).paragraph() != text.token(first).paragraph()) {
        quotations.paragraph(first, i);
        first = i;
      }
    }
    quotations.found.sort(Comparator.comparing(Quotation::span).thenComparingInt(Quotation::depth));
    return List.copyOf(quotations.found);
  }

  private void paragraph(int first, int last) {
    for (int i = first; i < last; i++) {
      switch (role(i, first, last)) {
        case OPEN -> opens(i, first);
        case CLOSE -> closes(i, first);
        case EITHER -> {
          if (isOpen(kind(i))) {
            closes(i, first);
          } else {
            opens(i, first);
          }
        }
        case NONE -> {}
      }
    }
    pending = false;
    while (!open.isEmpty()) {
      Opened unclosed = open.pop();
      if (unclosed.kind() != '\'') {
        add(unclosed, last, false);
        pending |= open.isEmpty();
      }
    }
  }

  private void opens(int i, int first) {
    char kind = kind(i);
    if (isOpen(kind)) {
      // Opened again without having been closed: the first one ends with the sentence before, if
      // there is one.
      while (!open.isEmpty()) {
        Opened unclosed = open.pop();
        if (unclosed.kind() != '\'') {
          int sentenceEnd = text.sentenceOf(unclosed.token()).last();
          add(unclosed, Math.min(sentenceEnd, i), false);
        }
        if (unclosed.kind() == kind) {
          break;
        }
      }
    }
    open.push(new Opened(i, kind, pending && i == first));
  }

  private void closes(int i, int first) {
    char kind = kind(i);
    if (!isOpen(kind)) {
      if (kind != '\'' && i > first + 2 && !"\"".equals(text.word(i))) {
        closesUnopened(i, first);
      }
      return;
    }
    while (!open.isEmpty()) {
      Opened opened = open.pop();
      if (opened.kind() == kind) {
        add(
            opened,
            kind == '"' && text.word(i).charAt(0) != '"' && doubled(i) ? i + 2 : i + 1,
            true);
        return;
      }
    }
  }

  private void closesUnopened(int i, int first) {
    int start = text.sentenceOf(i).first();
    for (int q = found.size() - 1; q >= 0 && found.get(q).firstToken() >= first; q--) {
      start = Math.max(start, found.get(q).lastToken());
    }
    if (start + 3 < i) {
      found.add(new Quotation(text.span(start, i + 1), start, i + 1, true, false, 0));
    }
  }

  private boolean isOpen(char kind) {
    return open.stream().anyMatch(opened -> opened.kind() == kind);
  }

  private void add(Opened opened, int end, boolean closed) {
    if (end > opened.token() + 1) {
      found.add(
          new Quotation(
              text.span(opened.token(), end),
              opened.token(),
              end,
              closed,
              opened.continued(),
              (int) open.stream().filter(outer -> outer.kind() != '\'' || closed).count()));
    }
  }

  /** Marks of one kind close each other: double, single, or guillemets. */
  private char kind(int i) {
    return switch (text.word(i).charAt(0)) {
      case '\'', '‘', '’', '‚', '`' -> doubled(i) ? '"' : '\'';
      case '«', '»' -> '«';
      default -> '"';
    };
  }

  private boolean doubled(int i) {
    return glued(i, '\'') || glued(i, '‘') || glued(i, '’') || glued(i, '`');
  }

  private boolean glued(int i, char mark) {
    int start = text.token(i).span().start();
    return start + 1 < text.text().length() && text.text().charAt(start + 1) == mark;
  }

  private boolean secondOfPair(int i) {
    int start = text.token(i).span().start();
    return start > 0
        && text.word(i).length() == 1
        && "'‘’`".indexOf(text.text().charAt(start - 1)) >= 0;
  }

  private Role role(int i, int first, int last) {
    String word = text.word(i);
    if (word.length() != 1 || "\"“”„‟«»'‘’‚`".indexOf(word.charAt(0)) < 0 || secondOfPair(i)) {
      return Role.NONE;
    }
    boolean blankBefore = i == first || gapBefore(i) || "([—–-“‘".indexOf(lastChar(i - 1)) >= 0;
    int after = doubled(i) ? i + 1 : i;
    boolean blankAfter =
        after + 1 >= last
            || gapBefore(after + 1)
            || ".,;:!?)]—–”’\"'".indexOf(text.word(after + 1).charAt(0)) >= 0;
    return switch (word.charAt(0)) {
      case '„', '‟' -> Role.OPEN;
      case '“', '«' -> isOpen(kind(i)) && !blankBefore && blankAfter ? Role.CLOSE : Role.OPEN;
      case '”', '»' -> blankBefore && !blankAfter && !isOpen(kind(i)) ? Role.OPEN : Role.CLOSE;
      case '‘', '‚' ->
          blankAfter && !doubled(i)
              ? isOpen('\'') && !blankBefore ? Role.CLOSE : Role.NONE
              : Role.OPEN;
      case '`' -> Role.OPEN;
      case '’' ->
          doubled(i)
              ? straight(blankBefore, blankAfter)
              : isOpen('\'') && !blankBefore && !isGenitive(i, last) ? Role.CLOSE : Role.NONE;
      case '\'' ->
          doubled(i) ? straight(blankBefore, blankAfter) : single(i, last, blankBefore, blankAfter);
      default -> straight(blankBefore, blankAfter);
    };
  }

  private static Role straight(boolean blankBefore, boolean blankAfter) {
    if (blankBefore == blankAfter) {
      return Role.EITHER;
    }
    return blankBefore ? Role.OPEN : Role.CLOSE;
  }

  /** A single straight mark opens only where one that could close it follows in the paragraph. */
  private Role single(int i, int last, boolean blankBefore, boolean blankAfter) {
    if (isOpen('\'')) {
      return blankBefore || isGenitive(i, last) ? Role.NONE : Role.CLOSE;
    }
    if (!blankBefore || blankAfter) {
      return Role.NONE;
    }
    for (int j = i + 2; j < last && j < i + LONGEST; j++) {
      boolean mark = text.word(j).equals("'") && !gapBefore(j);
      boolean ends =
          j + 1 >= last
              || gapBefore(j + 1)
              || ".,;:!?)\"”".indexOf(text.word(j + 1).charAt(0)) >= 0;
      if (mark && ends) {
        return Role.OPEN;
      }
    }
    return Role.NONE;
  }

  /**
   * <i>'It is the wells' water,' he said</i>: after an s, where a mark that surely closes is still
   * to come.
   */
  private boolean isGenitive(int i, int last) {
    if (lastChar(i - 1) != 's' || i + 1 >= last || !gapBefore(i + 1)) {
      return false;
    }
    for (int j = i + 1; j < last && j < i + LONGEST; j++) {
      char mark = text.word(j).charAt(0);
      if (mark != '\'' && mark != '’' && mark != '‘' || text.word(j).length() > 1) {
        continue;
      }
      if (gapBefore(j)) {
        return false;
      }
      if (".,!?".indexOf(lastChar(j - 1)) >= 0) {
        return true;
      }
    }
    return false;
  }

  private char lastChar(int i) {
    String word = text.word(i);
    return word.charAt(word.length() - 1);
  }

  private boolean gapBefore(int i) {
    return i == 0 || text.token(i - 1).span().end() < text.token(i).span().start();
  }
}
