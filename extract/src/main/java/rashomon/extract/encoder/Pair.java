package rashomon.extract.encoder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import rashomon.model.Token;

/**
 * Two passages as the model of pairs sees them: the pieces of both with a mark before, between and
 * after, and for each piece whether it is of the second. Names are told apart only by the order in
 * which they come.
 */
public record Pair(List<Integer> pieces, List<Integer> sides) {

  private static final int BEGIN = 101;
  private static final int END = 102;

  /** Pieces of one passage that are read; what is longer is cut. */
  private static final int LONGEST = 100;

  public Pair {
    pieces = List.copyOf(pieces);
    sides = List.copyOf(sides);
  }

  /** The two passages, in this order. */
  public static Pair of(List<Token> first, List<Token> second, WordPieces vocabulary) {
    Map<String, Integer> names = new HashMap<>();
    List<Integer> pieces = new ArrayList<>(List.of(BEGIN));
    add(first, vocabulary, names, pieces);
    int begin = pieces.size();
    add(second, vocabulary, names, pieces);
    List<Integer> sides = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      sides.add(i < begin ? 0 : 1);
    }
    return new Pair(pieces, sides);
  }

  private static void add(
      List<Token> tokens, WordPieces vocabulary, Map<String, Integer> names, List<Integer> into) {
    int room = into.size() + LONGEST;
    for (Token token : tokens) {
      for (int piece : vocabulary.of(token, names)) {
        if (into.size() < room) {
          into.add(piece);
        }
      }
    }
    into.add(END);
  }
}
