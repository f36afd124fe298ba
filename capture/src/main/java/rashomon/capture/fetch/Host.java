package rashomon.capture.fetch;

import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/** Whose turn it is at one host, and when the next request may be made. */
final class Host {

  private final ReentrantLock turn = new ReentrantLock(true);
  private volatile Instant free = Instant.MIN;

  /** Waits until nobody else has the turn. */
  void enter() throws InterruptedException {
    turn.lockInterruptibly();
  }

  void leave() {
    turn.unlock();
  }

  Instant free() {
    return free;
  }

  /** Whoever has the turn says when the next may be. */
  void free(Instant next) {
    free = next;
  }
}
