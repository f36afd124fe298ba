package rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * One published text about something that happened. {@code file} is the name it was given under;
 * {@code title} may be empty; {@code language} is an ISO 639-1 code, {@code und} where it is not
 * known. All spans lie in {@code text}.
 */
public record Report(
    String file,
    @Nullable String url,
    @Nullable String outlet,
    String title,
    @Nullable Stamp published,
    @Nullable Stamp modified,
    @Nullable Stamp seen,
    String language,
    String text) {}
