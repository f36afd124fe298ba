package rashomon.capture.fetch;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import rashomon.model.Capture;
import rashomon.model.Rejection;

/** What came of a fetch. */
public sealed interface Outcome {

  /** {@code fresh} is how long the server says that its answer holds, where it says so. */
  record Fetched(Capture capture, Validators validators, @Nullable Duration fresh)
      implements Outcome {}

  /** The same as when the validators were given. */
  record NotModified(@Nullable Duration fresh) implements Outcome {}

  /**
   * The rejection's file is the address that was asked for. Its codes: {@code bad-address}, {@code
   * private-address}, {@code not-found-host}, {@code no-connection}, {@code tls}, {@code too-slow},
   * {@code too-large}, {@code broken-coding}, {@code cut-off}, {@code broken-answer}, {@code
   * robots}, {@code redirect-loop}, {@code too-many-redirects}, {@code retry-later}, {@code
   * not-yet} (the host failed before and was not asked), {@code gone}, and {@code http-404} and the
   * like for other statuses.
   *
   * @param again when asking again may help, at the earliest; absent where the same would come of
   *     it
   */
  record Refused(Rejection rejection, @Nullable Instant again) implements Outcome {}
}
