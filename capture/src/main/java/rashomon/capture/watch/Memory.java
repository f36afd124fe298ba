package rashomon.capture.watch;

import java.util.List;
import rashomon.model.Capture;
import rashomon.model.Rejection;

/**
 * What outlives the process. Each call has happened when it returns, and has not happened at all
 * where the process was killed within it: that is what makes nothing get lost or come twice. It is
 * called by one thread, which is never interrupted. What it throws ends the watch.
 */
public interface Memory {

  /** Whether a visit of this address is remembered, be it over or not. */
  boolean knows(String url);

  /** Each replaces what was remembered of its address; all or none. */
  void remember(List<? extends Visit> visits);

  /** Keeps a capture, and remembers the visit in which it was made; both or neither. */
  void accept(Capture capture, Visit visit);

  /** Remembers a visit that came to nothing, and why; both or neither. */
  void fail(Visit visit, List<Rejection> why);

  /** Something in a list could not be used; the rest was. */
  void reject(Rejection rejection);
}
