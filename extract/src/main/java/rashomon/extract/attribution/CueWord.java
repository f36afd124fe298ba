package rashomon.extract.attribution;

/**
 * A word that attributes, counted in annotated news (cues.tsv). {@code precision} is how often it
 * is a cue where it stands; the shares say how its content begins: with <i>that</i>, a clause, an
 * infinitive, a noun phrase, a quotation.
 */
record CueWord(
    String word,
    int count,
    double precision,
    int that,
    int clause,
    int infinitive,
    int nounPhrase,
    int quotation) {

  /** Whether its content is mostly a sentence of its own. */
  boolean takesClause() {
    return that + clause + quotation > infinitive + nounPhrase;
  }
}
