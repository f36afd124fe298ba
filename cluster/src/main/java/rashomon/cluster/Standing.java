package rashomon.cluster;

/**
 * Where a report stands.
 *
 * @param story the id of its story
 * @param storyline the id of the first story in that story's storyline
 */
public record Standing(Sighting sighting, String story, String storyline) {}
