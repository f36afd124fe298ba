package rashomon.extract.encoder;

import java.util.ArrayList;
import java.util.List;

/**
 * The words {@code first} to {@code last} that the model sees at once, and those from {@code
 * heldFrom} to {@code heldTo} among them whose scores count: every word counts in one window, away
 * from its edges. Ends are excluded.
 */
record Window(int first, int last, int heldFrom, int heldTo) {

  /** Pieces in one window, the two marks at its ends not counted. */
  static final int ROOM = 254;

  /** Pieces that a window shares with the one before it. */
  private static final int SHARED = 64;

  /** Windows over all words, in order; none for no words. */
  static List<Window> over(Inputs inputs) {
    List<Window> windows = new ArrayList<>();
    int first = 0;
    int heldFrom = 0;
    while (heldFrom < inputs.size()) {
      int last = first;
      for (int room = ROOM; last < inputs.size() && room >= inputs.pieceCount(last); last++) {
        room -= inputs.pieceCount(last);
      }
      int next = last < inputs.size() ? back(inputs, last, SHARED) : last;
      int heldTo = last < inputs.size() ? back(inputs, last, SHARED / 2) : last;
      windows.add(new Window(first, last, heldFrom, heldTo));
      first = next;
      heldFrom = heldTo;
    }
    return windows;
  }

  private static int back(Inputs inputs, int from, int pieces) {
    int at = from;
    for (int left = pieces; left >= inputs.pieceCount(at - 1); at--) {
      left -= inputs.pieceCount(at - 1);
    }
    return at;
  }
}
