package rashomon.cluster;

import java.time.Instant;

/**
 * Takes a correction back.
 *
 * @param correction its id
 */
public record Undone(String id, Instant at, String correction) implements Input {}
