package rashomon.eval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import rashomon.extract.encoder.WordPieces;
import rashomon.model.Token;

/**
 * Two passages as the model of pairs sees them: the pieces of both with a mark before, between and
 * after, and for each piece whether it is of the second. Names are told apart only by the order in
 * which they come.
 */
record Pair(List<Integer> pieces, List<Integer> sides) {

  private static final int BEGIN = 101;
  private static final int END = 102;

  /** Pieces of both passages together that are read; of what is longer, the longer one is cut. */
  static final int ROOM = 200;

  Pair {
    pieces = List.copyOf(pieces);
    sides = List.copyOf(sides);
  }

  /** The two passages, in this order. */
  static Pair of(List<Token> first, List<Token> second, WordPieces vocabulary) {
    Map<String, Integer> names = new HashMap<>();
    List<Integer> one = pieces(first, vocabulary, names);
    List<Integer> other = pieces(second, vocabulary, names);
    List<Integer> pieces = new ArrayList<>(List.of(BEGIN));
    pieces.addAll(one.subList(0, room(one, other)));
    pieces.add(END);
    List<Integer> sides = new ArrayList<>(Collections.nCopies(pieces.size(), 0));
    pieces.addAll(other.subList(0, room(other, one)));
    pieces.add(END);
    sides.addAll(Collections.nCopies(pieces.size() - sides.size(), 1));
    return new Pair(pieces, sides);
  }

  /** Half of the room for each, and what the other one leaves of its half. */
  private static int room(List<Integer> passage, List<Integer> other) {
    return Math.min(passage.size(), Math.max(ROOM / 2, ROOM - other.size()));
  }

  private static List<Integer> pieces(
      List<Token> tokens, WordPieces vocabulary, Map<String, Integer> names) {
    return tokens.stream()
        .flatMapToInt(token -> IntStream.of(vocabulary.of(token, names)))
        .boxed()
        .toList();
  }
}
