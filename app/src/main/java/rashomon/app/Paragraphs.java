package rashomon.app;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import rashomon.model.Report;
import rashomon.model.Span;
import rashomon.model.Token;

/** The paragraphs of a report's text, without the white space around them. */
final class Paragraphs {

  private static final Pattern BREAK = Pattern.compile("\\s*\\n\\s*\\n\\s*");

  private Paragraphs() {}

  /** As its words were counted; at empty lines where it was not read. */
  static List<Span> of(Report report, List<Token> tokens) {
    TreeMap<Integer, Integer> starts = new TreeMap<>();
    tokens.forEach(token -> starts.putIfAbsent(token.paragraph(), token.span().start()));
    List<Integer> cuts = new ArrayList<>(starts.values());
    if (cuts.isEmpty()) {
      Matcher breaks = BREAK.matcher(report.text());
      cuts.add(0);
      while (breaks.find()) {
        cuts.add(breaks.end());
      }
    }
    cuts.set(0, 0);
    List<Span> paragraphs = new ArrayList<>();
    for (int i = 0; i < cuts.size(); i++) {
      int end = i + 1 < cuts.size() ? cuts.get(i + 1) : report.text().length();
      trimmed(report.text(), cuts.get(i), end, paragraphs);
    }
    return paragraphs;
  }

  private static void trimmed(String text, int from, int to, List<Span> into) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (start < end && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      into.add(new Span(start, end));
    }
  }
}
