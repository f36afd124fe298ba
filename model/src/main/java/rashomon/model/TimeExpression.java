package rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * Words that say when. {@code days} is what they mean in a report published then, null where that
 * cannot be known; {@code clock} is the minute of the day from 0 to 1439 where a clock time is
 * given, else null.
 */
public record TimeExpression(
    TimeId id, ReportId report, Span span, @Nullable DateRange days, @Nullable Integer clock) {}
