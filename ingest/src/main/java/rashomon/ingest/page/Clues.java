package rashomon.ingest.page;

/**
 * What a page says of itself that helps to find its body.
 *
 * @param title of the report, without markup; may be empty
 * @param description a sentence or two about it; may be empty
 * @param body the text of the body as the metadata gives it; may be empty, or cut off
 */
public record Clues(String title, String description, String body) {}
