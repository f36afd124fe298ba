package rashomon.ingest;

import java.util.regex.Pattern;

/**
 * Foreign text for a place that has one line: runs of spaces, line ends and control characters
 * become one space.
 */
final class OneLine {

  private static final Pattern GAP = Pattern.compile("[\\s\\p{IsWhite_Space}\\p{Cc}]+");

  private OneLine() {}

  static String of(String text) {
    return GAP.matcher(text).replaceAll(" ").strip();
  }

  /** The beginning where it has more than {@code most} UTF-16 code units. */
  static String of(String text, int most) {
    String line = of(text);
    if (line.length() <= most) {
      return line;
    }
    boolean withinPair = Character.isHighSurrogate(line.charAt(most - 1));
    return line.substring(0, withinPair ? most - 1 : most) + "…";
  }
}
