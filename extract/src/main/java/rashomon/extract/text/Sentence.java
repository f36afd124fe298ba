package rashomon.extract.text;

/** Tokens {@code first} (included) to {@code last} (excluded) of a text, in one paragraph. */
public record Sentence(int first, int last, int paragraph) {}
