package rashomon.capture.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** What time it is, and waiting. Passed in, so that a test takes no real minutes. */
public interface Time extends InstantSource {

  /** Returns after this long; at once where it is not positive. */
  void sleep(Duration duration) throws InterruptedException;

  /** The machine's. */
  static Time system() {
    return new Time() {
      private final InstantSource clock = Clock.systemUTC();

      @Override
      public Instant instant() {
        return clock.instant();
      }

      @Override
      public void sleep(Duration duration) throws InterruptedException {
        Thread.sleep(duration);
      }
    };
  }
}
