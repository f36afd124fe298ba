package rashomon.capture;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import rashomon.model.Rejection;
import rashomon.model.Stamp;

/** What is wrong with one list of addresses, told once for each kind of fault. */
final class Complaints {

  private final String url;
  private final Consumer<Rejection> rejected;
  private int linkless;
  private int timeless;
  private @Nullable String firstTime;

  Complaints(String url, Consumer<Rejection> rejected) {
    this.url = url;
    this.rejected = rejected;
  }

  /** The time that this text gives; null, and remembered, where it gives none. */
  @Nullable Stamp time(String text) {
    Stamp stamp = Times.stamp(text).orElse(null);
    if (stamp == null) {
      timeless++;
      firstTime = firstTime == null ? Bytes.oneLine(text, 60) : firstTime;
    }
    return stamp;
  }

  void noLink() {
    linkless++;
  }

  /** It breaks off after so many whole entries. */
  void cut(int whole) {
    rejected.accept(
        new Rejection(
            url,
            "broken-feed",
            "It breaks off after "
                + count(whole, "whole entry", "whole entries")
                + ", which are read: fetch it again for the rest."));
  }

  /** Tells what has come together. */
  void end() {
    if (linkless > 0) {
      rejected.accept(
          new Rejection(
              url,
              "no-link",
              count(linkless, "entry leads", "entries lead") + " to no web address: left out."));
    }
    if (firstTime != null) {
      rejected.accept(
          new Rejection(
              url,
              "bad-time",
              count(timeless, "time", "times")
                  + " could not be read, the first being \""
                  + firstTime
                  + "\": the entries are used without."));
    }
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}
