package rashomon.capture.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still but while somebody sleeps, which takes no time. */
public final class FakeTime implements Time {

  public static final Instant START = Instant.parse("2031-03-04T09:00:00Z");

  private Instant now = START;

  /** How long was slept, in order. */
  public final List<Duration> slept = new CopyOnWriteArrayList<>();

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public void sleep(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    slept.add(duration);
    pass(duration);
  }

  public synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }
}
