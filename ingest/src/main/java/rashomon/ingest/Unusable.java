package rashomon.ingest;

import rashomon.model.Rejection;

/**
 * Says why some input cannot become a report. It never leaves the package: {@link Ingest} keeps it
 * as a rejection.
 */
final class Unusable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String why;

  Unusable(String code, String why) {
    super(why, null, false, false);
    this.code = code;
    this.why = why;
  }

  Rejection of(String file) {
    return new Rejection(file, code, why);
  }
}
