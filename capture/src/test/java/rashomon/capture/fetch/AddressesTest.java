package rashomon.capture.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.capture.fetch.Outcome.Fetched;

/** Where a fetcher does not go. */
class AddressesTest extends Fetching {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://169.254.169.254/latest/meta-data/",
        "http://10.1.2.3/",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://[::1]/",
        "http://[::]/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[::127.0.0.1]/",
        "http://[ff02::1]/"
      })
  void privateAddressesAreNotAsked(String address) throws Exception {
    assertThat(refused("private-address", address).again()).isNull();
    site.on("/from", Site.redirect(address));
    assertThat(refused("private-address", site.at("/from")).rejection().why())
        .startsWith("It was redirected to " + address);
  }

  @Test
  void theOptionThatAllowsItIsNamedWhereItWouldHelp() throws Exception {
    assertThat(refused("private-address", "http://10.0.0.1/").rejection().why())
        .isEqualTo(
            "10.0.0.1 is no address of the public internet; give --allow-private to ask there all"
                + " the same.");
    assertThat(refused("private-address", "http://169.254.169.254/").rejection().why())
        .isEqualTo(
            "169.254.169.254 is no address of the public internet, and link-local ones are never"
                + " asked.");
    assertThat(refused("private-address", "http://localhost/").rejection().why())
        .startsWith("localhost is 127.0.0.1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://2130706433/",
        "http://0177.0.0.1/",
        "http://0x7f.1/",
        "http://0x7f000001/",
        "http://127.1/",
        "http://127.0.0.01/",
        "file:///etc/passwd",
        "ftp://news.example/",
        "gopher://127.0.0.1/",
        "http://news.example\\@127.0.0.1/",
        "http:///path",
        "",
        "not an address"
      })
  void addressesThatAreNoneAreTold(String address) throws Exception {
    refused("bad-address", address);
    if (!address.isEmpty() && address.contains("//")) {
      site.on("/from", Site.redirect(address));
      refused("bad-address", site.at("/from"));
    }
  }

  @Test
  void theAddressThatWasCheckedIsTheOneConnectedTo() throws Exception {
    AtomicInteger looked = new AtomicInteger();
    try (Site inside = new Site("127.0.0.1");
        Fetcher rebound =
            fetcher(
                MANNERS,
                host ->
                    new InetAddress[] {
                      InetAddress.ofLiteral(
                          looked.getAndIncrement() % 2 == 0 ? "127.0.0.2" : "127.0.0.1")
                    })) {
      for (int i = 0; i < 4; i++) {
        rebound.fetch("http://news.example:" + inside.port() + "/secret", null, Validators.NONE);
      }
      assertThat(looked.get()).isGreaterThan(3);
      assertThat(inside.asked).isEmpty();
    }
  }

  @Test
  void ofSeveralAddressesOnlyTheAllowedAreUsed() throws Exception {
    site.on("/a", "text");
    try (Fetcher mixed =
        fetcher(
            MANNERS,
            host ->
                new InetAddress[] {
                  InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2")
                })) {
      assertThat(mixed.fetch("http://news.example:" + site.port() + "/a", null, Validators.NONE))
          .isInstanceOf(Fetched.class);
    }
    assertThat(site.headers.getLast().getFirst("Host")).isEqualTo("news.example:" + site.port());
  }
}
