package rashomon.extract.text;

/**
 * A base noun phrase: tokens {@code first} to {@code last} (excluded), with its head word. No
 * phrase after a preposition is in it.
 */
public record NounPhrase(int first, int last, int head) {}
