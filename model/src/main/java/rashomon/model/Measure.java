package rashomon.model;

import java.util.List;

/**
 * What a figure counts.
 *
 * @param noun what is counted, as a lemma: <i>girl</i>; <i>people</i> where only the event tells
 * @param event the class of what happens to it: <i>die</i>; empty where nothing known does
 * @param predicate that in words, for a question: <i>were killed</i>; empty without an event
 * @param qualifiers lemmas of the words that narrow the noun: <i>american</i>
 * @param phrase what a person reads: <i>people killed</i>
 */
public record Measure(
    String noun, String event, String predicate, List<String> qualifiers, String phrase) {

  public Measure {
    qualifiers = List.copyOf(qualifiers);
  }
}
