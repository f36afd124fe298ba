package rashomon.capture.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import rashomon.capture.fetch.Outcome.Fetched;
import rashomon.capture.fetch.Outcome.Refused;

/** A fetcher and a site; 127.0.0.2 stands for the public internet. */
abstract class Fetching {

  /** The limits are wide, for a machine that has much to do. */
  static final Manners MANNERS = manners(Duration.ofSeconds(20));

  static final Manners HASTY = manners(Duration.ofMillis(400));

  private static Manners manners(Duration total) {
    return new Manners(
        "Rashomon/test (+mailto:desk@news.example)",
        Duration.ofSeconds(1),
        total,
        total,
        100_000,
        5,
        2,
        Duration.ofMinutes(5),
        8);
  }

  final FakeTime time = new FakeTime();
  final Site site = Site.open();
  final Fetcher fetcher = fetcher(MANNERS, Lookup.system());

  Fetcher fetcher(Manners manners, Lookup lookup) {
    return new Fetcher(manners, lookup, Fetching::allowed, time, new Random(1));
  }

  private static boolean allowed(InetAddress address) {
    return address.getHostAddress().equals("127.0.0.2") || PublicAddresses.contain(address);
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.close();
  }

  Outcome fetch(String address) throws InterruptedException {
    return fetcher.fetch(address, null, Validators.NONE);
  }

  Fetched fetched(String address) throws InterruptedException {
    Outcome outcome = fetch(address);
    assertThat(outcome).isInstanceOf(Fetched.class);
    return (Fetched) outcome;
  }

  Refused refused(String code, String address) throws InterruptedException {
    Outcome outcome = fetch(address);
    assertThat(outcome).isInstanceOf(Refused.class);
    Refused refused = (Refused) outcome;
    assertThat(refused.rejection().code()).as(refused.toString()).isEqualTo(code);
    assertThat(refused.rejection().file()).isEqualTo(address);
    assertThat(refused.rejection().why()).endsWith(".").doesNotContain("null");
    return refused;
  }
}
