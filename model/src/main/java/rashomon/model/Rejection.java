package rashomon.model;

/**
 * Input that could not be used: what it was, a code that programs read, and a sentence that people
 * read.
 */
public record Rejection(String file, String code, String why) {}
