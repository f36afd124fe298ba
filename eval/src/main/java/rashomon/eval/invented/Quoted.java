package rashomon.eval.invented;

import java.util.ArrayList;
import java.util.List;

/** One version of what somebody said before the press; {@code number} tells what was said. */
record Quoted(int number, String speaker, String version, String words) {

  static final String WHOLE = "whole";

  static List<Quoted> all() {
    List<Quoted> all = new ArrayList<>();
    String speaker = "";
    int number = -1;
    for (String line : Grammar.lines("quotations")) {
      if (line.startsWith("== ")) {
        speaker = line.substring("== ".length());
        number++;
      } else {
        String[] fields = line.split("\t", -1);
        all.add(new Quoted(number, speaker, fields[0], fields[1]));
      }
    }
    return List.copyOf(all);
  }

  /** Whether it is a sentence of which only a part is quoted. */
  boolean isPart() {
    return words.contains("“");
  }

  /** What is printed, its quoted words marked. */
  String marked(int mark) {
    if (!isPart()) {
      return Marks.mark(mark, words);
    }
    int from = words.indexOf('“') + 1;
    int to = words.indexOf('”');
    return words.substring(0, from)
        + Marks.mark(mark, words.substring(from, to))
        + words.substring(to);
  }
}
