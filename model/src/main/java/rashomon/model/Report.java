package rashomon.model;

import org.jspecify.annotations.Nullable;

/**
 * One published text about something that happened. {@code file} is the name it was given under;
 * {@code title} may be empty; {@code language} is an ISO 639-1 code, {@code und} where it is not
 * known. All spans lie in {@code text}.
 *
 * @param credit the words by which the report itself credits an agency or another outlet
 * @param stub whether only a beginning is here, and the rest is kept from who does not pay
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
    String text,
    @Nullable String credit,
    boolean stub) {

  /** A whole report that credits nobody beside its text. */
  public Report(
      String file,
      @Nullable String url,
      @Nullable String outlet,
      String title,
      @Nullable Stamp published,
      @Nullable Stamp modified,
      @Nullable Stamp seen,
      String language,
      String text) {
    this(file, url, outlet, title, published, modified, seen, language, text, null, false);
  }
}
