package rashomon.capture;

import rashomon.model.Rejection;

/** Says why some bytes cannot be used. It never leaves the package: it ends as a rejection. */
final class Unusable extends Exception {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String why;

  Unusable(String code, String why) {
    super(why, null, false, false);
    this.code = code;
    this.why = why;
  }

  Rejection of(String where) {
    return new Rejection(where, code, why);
  }
}
