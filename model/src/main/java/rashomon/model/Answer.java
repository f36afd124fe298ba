package rashomon.model;

import java.util.List;

/**
 * What one or more holders give to a point. {@code origins} counts the independent origins of its
 * evidence; {@code firstMover} is the earliest report that carries it.
 */
public record Answer(
    String answer,
    List<Holder> holders,
    int origins,
    ReportId firstMover,
    List<Evidence> evidence) {

  public Answer {
    holders = List.copyOf(holders);
    evidence = List.copyOf(evidence);
    if (holders.isEmpty() || evidence.isEmpty()) {
      throw new IllegalArgumentException("an answer has a holder and evidence: " + answer);
    }
  }
}
