/**
 * What became of a report from one version to the next: what changed, whether that is content,
 * where older words stand now, and the notices in which an outlet says so itself. Pure; knows
 * texts, not where they are kept.
 */
@NullMarked
package rashomon.version;

import org.jspecify.annotations.NullMarked;
