package rashomon.capture.fetch;

import java.time.Duration;

/**
 * How a fetcher behaves.
 *
 * @param agent how it names itself, for instance {@code Rashomon/1.0 (+mailto:desk@news.example)};
 *     what stands before the slash is its name in robots.txt
 * @param delay the least time between two requests to one host; robots.txt may ask for more
 * @param connect the longest time to connect
 * @param total the longest time from the beginning of a request to the last byte of its answer
 * @param maxBytes the most bytes of an answer, after content coding
 * @param redirects the most redirects on the way to a page
 * @param retries how often a request is made again that failed by what may pass
 * @param patience the longest time that a fetch waits for a host; where it would be longer it is
 *     refused
 * @param connections the most requests at a time
 */
public record Manners(
    String agent,
    Duration delay,
    Duration connect,
    Duration total,
    int maxBytes,
    int redirects,
    int retries,
    Duration patience,
    int connections) {

  public Manners {
    if (!agent.matches("[A-Za-z_-]+/[ -~]+")) {
      throw new IllegalArgumentException("No name of a program, slash and version: " + agent);
    }
    if (delay.isNegative()
        || !connect.isPositive()
        || !total.isPositive()
        || patience.isNegative()
        || maxBytes < 1
        || maxBytes == Integer.MAX_VALUE
        || redirects < 0
        || retries < 0
        || connections < 1) {
      throw new IllegalArgumentException(
          "Out of range: delay "
              + delay
              + ", connect "
              + connect
              + ", total "
              + total
              + ", patience "
              + patience
              + ", bytes "
              + maxBytes
              + ", redirects "
              + redirects
              + ", retries "
              + retries
              + ", connections "
              + connections);
    }
  }

  /** What suits a newsroom: a second between requests, half a minute and 16 MiB for an answer. */
  public static Manners of(String agent) {
    return new Manners(
        agent,
        Duration.ofSeconds(1),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        16 << 20,
        10,
        2,
        Duration.ofMinutes(5),
        64);
  }

  /** The program's name, as robots.txt may call it. */
  String name() {
    return agent.substring(0, agent.indexOf('/'));
  }
}
