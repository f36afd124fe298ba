package rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * The feed or list that led to a capture, and what it says of the report. Its {@code label} is the
 * feed's own title and names no outlet; {@code publisher} is who the feed says published the report
 * ({@code <source>} in RSS), where it says so.
 */
public record Via(
    String feed,
    @Nullable String label,
    @Nullable String publisher,
    @Nullable String title,
    @Nullable Stamp published) {}
