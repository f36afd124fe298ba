package rashomon.capture.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.capture.fetch.Outcome.Fetched;
import rashomon.capture.fetch.Outcome.NotModified;
import rashomon.capture.fetch.Outcome.Refused;
import rashomon.model.Via;

/** Manners and limits, against servers on loopback; 127.0.0.2 stands for the public internet. */
class FetcherTest {

  private static boolean allowed(InetAddress address) {
    return address.getHostAddress().equals("127.0.0.2") || PublicAddresses.contain(address);
  }

  /** The limits are wide, for a machine that has much to do. */
  private static final Manners MANNERS = manners(Duration.ofSeconds(20));

  private static final Manners HASTY = manners(Duration.ofMillis(400));

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

  private final FakeTime time = new FakeTime();
  private final Site site = Site.open();
  private final Fetcher fetcher = fetcher(MANNERS, Lookup.system());

  private Fetcher fetcher(Manners manners, Lookup lookup) {
    return new Fetcher(manners, lookup, FetcherTest::allowed, time, new Random(1));
  }

  @AfterEach
  void close() {
    fetcher.close();
    site.close();
  }

  private Outcome fetch(String address) throws InterruptedException {
    return fetcher.fetch(address, null, Validators.NONE);
  }

  private Fetched fetched(String address) throws InterruptedException {
    Outcome outcome = fetch(address);
    assertThat(outcome).isInstanceOf(Fetched.class);
    return (Fetched) outcome;
  }

  private Refused refused(String code, String address) throws InterruptedException {
    Outcome outcome = fetch(address);
    assertThat(outcome).isInstanceOf(Refused.class);
    Refused refused = (Refused) outcome;
    assertThat(refused.rejection().code()).as(refused.toString()).isEqualTo(code);
    assertThat(refused.rejection().file()).isEqualTo(address);
    assertThat(refused.rejection().why()).endsWith(".").doesNotContain("null");
    return refused;
  }

  // What comes back

  @Test
  void aPageIsCapturedWithItsPlaceTimeTypeAndTheFeedThatLedThere() throws Exception {
    byte[] bytes = {(byte) 0xe9, '!'};
    site.on("/a", Site.bytes(bytes, "Content-Type", "text/html; charset=utf-7", "ETag", "\"1\""));
    Via via = new Via("http://feed.example/", "Feed", null, null, null);

    Fetched fetched = (Fetched) fetcher.fetch(site.at("/a#part"), via, Validators.NONE);

    assertThat(fetched.capture().url()).isEqualTo(site.at("/a"));
    assertThat(fetched.capture().seen()).isEqualTo(time.instant());
    assertThat(fetched.capture().contentType()).isEqualTo("text/html; charset=utf-7");
    assertThat(fetched.capture().payload().bytes()).isEqualTo(bytes);
    assertThat(fetched.capture().via()).isEqualTo(via);
    assertThat(fetched.validators()).isEqualTo(new Validators(site.at("/a"), "\"1\"", null));
    assertThat(fetched.fresh()).isNull();
  }

  @Test
  void itSaysWhoItIs() throws Exception {
    site.on("/a", "text");
    fetched(site.at("/a"));
    assertThat(site.headers)
        .allSatisfy(sent -> assertThat(sent.getFirst("User-agent")).isEqualTo(MANNERS.agent()));
  }

  @Test
  void whatDidNotChangeIsNotSentAgain() throws Exception {
    site.on(
        "/a",
        exchange -> {
          boolean same = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
          (same
                  ? Site.status(304, "Cache-Control", "public, max-age=600")
                  : Site.bytes(
                      new byte[] {1},
                      "ETag",
                      "\"1\"",
                      "Last-Modified",
                      "Tue, 04 Mar 2031 08:00:00 GMT"))
              .answer(exchange);
        });
    Fetched first = fetched(site.at("/a"));
    assertThat(fetcher.fetch(site.at("/a"), null, first.validators()))
        .isEqualTo(new NotModified(Duration.ofMinutes(10)));
    assertThat(site.headers.getLast().getFirst("If-Modified-Since"))
        .isEqualTo("Tue, 04 Mar 2031 08:00:00 GMT");
  }

  @Test
  void validatorsAreNotShownToAnotherPage() throws Exception {
    site.on("/old", Site.redirect("/new")).on("/new", "text");
    fetcher.fetch(site.at("/old"), null, new Validators(site.at("/old"), "\"1\"", null));
    assertThat(site.headers.getLast()).doesNotContainKey("If-none-match");
  }

  @Test
  void anAnswerThatSaysNotModifiedUnaskedIsNoAnswer() throws Exception {
    site.on("/a", Site.status(304));
    assertThat(refused("http-304", site.at("/a")).again()).isNull();
  }

  @Test
  void statusesAreTold() throws Exception {
    site.on("/gone", Site.status(410));
    assertThat(refused("gone", site.at("/gone")).again()).isNull();
    assertThat(refused("http-404", site.at("/none")).again()).isNull();
  }

  // Codings

  @Test
  void codedAnswersAreDecoded() throws Exception {
    byte[] text = "The ferry left.".repeat(20).getBytes(UTF_8);
    site.on("/gzip", Site.bytes(gzip(text), "Content-Encoding", "gzip"));
    site.on("/twice", Site.bytes(gzip(gzip(text)), "Content-Encoding", "gzip, x-gzip"));
    site.on("/zlib", Site.bytes(deflate(text, false), "Content-Encoding", "deflate"));
    site.on("/raw", Site.bytes(deflate(text, true), "Content-Encoding", "deflate"));
    site.on("/empty", Site.bytes(new byte[0], "Content-Encoding", "gzip"));
    for (String path : List.of("/gzip", "/twice", "/zlib", "/raw")) {
      assertThat(fetched(site.at(path)).capture().payload().bytes()).as(path).isEqualTo(text);
    }
    assertThat(fetched(site.at("/empty")).capture().payload().size()).isZero();
    assertThat(site.headers.getLast().getFirst("Accept-encoding")).isEqualTo("gzip, deflate");
  }

  @Test
  void brokenCodingsAreTold() throws Exception {
    byte[] text = "The ferry left.".getBytes(UTF_8);
    site.on("/plain", Site.bytes(text, "Content-Encoding", "gzip"));
    site.on("/br", Site.bytes(text, "Content-Encoding", "br"));
    site.on("/junk", Site.bytes(text, "Content-Encoding", "deflate"));
    byte[] zipped = gzip(text);
    site.on(
        "/half", Site.bytes(Arrays.copyOf(zipped, zipped.length / 2), "Content-Encoding", "gzip"));
    refused("broken-coding", site.at("/plain"));
    assertThat(refused("broken-coding", site.at("/br")).rejection().why()).contains("br");
    refused("broken-coding", site.at("/junk"));
    refused("cut-off", site.at("/half"));
  }

  @Test
  void aBombIsCutAtTheLimit() throws Exception {
    byte[] bomb = gzip(gzip(new byte[30_000_000]));
    assertThat(bomb.length).isLessThan(100_000);
    site.on("/bomb", Site.bytes(bomb, "Content-Encoding", "gzip, gzip"));
    assertThat(refused("too-large", site.at("/bomb")).again()).isNull();
  }

  @Test
  void whatIsTooLargeIsNotReadToItsEnd() throws Exception {
    site.on("/told", Site.bytes(new byte[100_001]));
    site.on("/fits", Site.bytes(new byte[100_000]));
    refused("too-large", site.at("/told"));
    assertThat(fetched(site.at("/fits")).capture().payload().size()).isEqualTo(100_000);
    try (BrokenServer endless =
        new BrokenServer(
            voice -> {
              voice.say("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
              while (true) {
                voice.say(new byte[10_000]);
              }
            })) {
      refused("too-large", endless.address());
      Thread.sleep(50);
      long sent = endless.bytesSent.get();
      Thread.sleep(50);
      assertThat(endless.bytesSent.get()).as("bytes after the end").isEqualTo(sent);
    }
  }

  // Broken servers

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf of",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n64\r\nhalf of",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhalf\r\n",
        ""
      })
  void halfAnAnswerIsNone(String answer) throws Exception {
    try (BrokenServer server = new BrokenServer(voice -> voice.say(answer))) {
      assertThat(refused("cut-off", server.address()).again()).isAfter(time.instant());
      assertThat(server.pagesAsked).as("with two retries").hasValue(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"SSH-2.0-OpenSSH_9.7\r\n", "HTTP/1.1 two hundred\r\n\r\n"})
  void whatIsNotHttpIsTold(String answer) throws Exception {
    try (BrokenServer server = new BrokenServer(voice -> voice.say(answer.repeat(300)))) {
      refused("broken-answer", server.address());
    }
  }

  @Test
  void aHeadWithoutEndIsTold() throws Exception {
    try (BrokenServer longLine =
            new BrokenServer(voice -> voice.say("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000)));
        BrokenServer manyLines =
            new BrokenServer(voice -> voice.say("HTTP/1.1 200 OK\r\n" + "X: x\r\n".repeat(5000)))) {
      refused("broken-answer", longLine.address());
      refused("broken-answer", manyLines.address());
    }
  }

  @ParameterizedTest
  @MethodSource
  void aServerThatTakesTenMinutesIsCutAtTheLimit(BrokenServer.Speech slow) throws Exception {
    try (BrokenServer server = new BrokenServer(slow);
        Fetcher hasty = fetcher(HASTY, Lookup.system())) {
      long start = System.nanoTime();
      Refused refused = (Refused) hasty.fetch(server.address(), null, Validators.NONE);
      assertThat(refused.rejection().code()).isEqualTo("too-slow");
      assertThat(refused.again()).isNotNull();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
      assertThat(server.pagesAsked.get()).as("no retry").isLessThan(2);
    }
  }

  static List<BrokenServer.Speech> aServerThatTakesTenMinutesIsCutAtTheLimit() {
    return List.of(
        voice -> Thread.sleep(Duration.ofMinutes(10)),
        voice -> drip(voice, "HTTP/1.1 200 OK\r\nX: ", "x"),
        voice -> drip(voice, "HTTP/1.1 200 OK\r\n\r\n", "x"),
        voice ->
            drip(voice, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n"));
  }

  private static void drip(BrokenServer.Voice voice, String first, String drop)
      throws IOException, InterruptedException {
    voice.say(first);
    for (int i = 0; i < 6000; i++) {
      voice.say(drop);
      Thread.sleep(100);
    }
  }

  @Test
  void aSlowLookupIsCutToo() throws Exception {
    try (Fetcher slow =
        fetcher(
            HASTY,
            host -> {
              try {
                Thread.sleep(Duration.ofMinutes(10));
              } catch (InterruptedException woken) {
                Thread.currentThread().interrupt();
              }
              throw new UnknownHostException(host);
            })) {
      assertThat(slow.fetch("http://news.example/", null, Validators.NONE))
          .isInstanceOfSatisfying(
              Refused.class,
              refused -> assertThat(refused.rejection().code()).isEqualTo("too-slow"));
    }
  }

  @Test
  void whereNobodyListensOrNoHostIs() throws Exception {
    String closed;
    try (Site other = Site.open()) {
      closed = other.at("/a");
    }
    refused("no-connection", closed);
    assertThat(refused("not-found-host", "http://nowhere.invalid/").again()).isNotNull();
  }

  @Test
  void whoSpeaksNoTlsOrCannotShowWhoItIsIsTold(@TempDir Path folder) throws Exception {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.2"))) {
      Thread.ofVirtual()
          .start(
              () -> {
                try (Socket connection = plain.accept()) {
                  connection.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(UTF_8));
                  Thread.sleep(1000);
                } catch (IOException | InterruptedException over) {
                  // who asked has gone
                }
              });
      refused("tls", "https://127.0.0.2:" + plain.getLocalPort() + "/");
    }
    HttpsServer unknown = HttpsServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
    unknown.setHttpsConfigurator(new HttpsConfigurator(selfSigned(folder)));
    unknown.start();
    try {
      Refused refused = refused("tls", "https://127.0.0.2:" + unknown.getAddress().getPort() + "/");
      assertThat(refused.rejection().why()).contains("certif");
    } finally {
      unknown.stop(0);
    }
  }

  private static SSLContext selfSigned(Path folder) throws Exception {
    Path file = folder.resolve("keys");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=news.example",
                "-alias",
                "a",
                "-keystore",
                file.toString(),
                "-storepass",
                "invented",
                "-storetype",
                "PKCS12")
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(file.toFile(), "invented".toCharArray());
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, "invented".toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  // Addresses

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

  // Redirects

  @Test
  void redirectsAreFollowedToWhereThePageIs() throws Exception {
    site.on("/a", Site.redirect("b c?q=" + new String("ü".getBytes(UTF_8), ISO_8859_1)))
        .on("/b%20c?q=%C3%BC", Site.status(308, "Location", "//127.0.0.2:" + site.port() + "/d"));
    site.on("/d", "text");
    assertThat(fetched(site.at("/a")).capture().url()).isEqualTo(site.at("/d"));
  }

  @Test
  void aLoopIsTold() throws Exception {
    site.on("/a", Site.redirect("/b")).on("/b", Site.redirect("/a#x"));
    assertThat(refused("redirect-loop", site.at("/a")).rejection().why()).contains(site.at("/a"));
    assertThat(site.asked).containsExactly("/robots.txt", "/a", "/b");
  }

  @Test
  void aRoadWithoutEndIsTold() throws Exception {
    for (int i = 0; i < 9; i++) {
      site.on("/" + i, Site.redirect("/" + (i + 1)));
    }
    refused("too-many-redirects", site.at("/0"));
    assertThat(site.asked).hasSize(1 + 1 + MANNERS.redirects());
    site.on("/5", "text");
    fetched(site.at("/0"));
  }

  // Robots

  @Test
  void robotsTxtIsReadOnceAndHeeded() throws Exception {
    site.on("/robots.txt", "User-agent: rashomon\nDisallow: /no\nUser-agent: *\nDisallow: /\n");
    site.on("/yes", "text").on("/no/a", "text");
    fetched(site.at("/yes"));
    assertThat(refused("robots", site.at("/no/a")).again()).isNull();
    fetched(site.at("/yes"));
    assertThat(site.asked).containsExactly("/robots.txt", "/yes", "/yes");
    time.pass(Duration.ofDays(2));
    fetched(site.at("/yes"));
    assertThat(site.asked).containsExactly("/robots.txt", "/yes", "/yes", "/robots.txt", "/yes");
  }

  @Test
  void aRedirectToAnotherHostMeetsItsRobotsTxt() throws Exception {
    try (Site other = Site.open()) {
      other.on("/robots.txt", "User-agent: *\nDisallow: /\n").on("/b", "text");
      site.on("/a", Site.redirect(other.at("/b")));
      refused("robots", site.at("/a"));
      assertThat(other.asked).containsExactly("/robots.txt");
    }
  }

  @Test
  void aForbiddenRobotsTxtAllows() throws Exception {
    site.on("/robots.txt", Site.status(403)).on("/a", "text");
    fetched(site.at("/a"));
  }

  @Test
  void aTroubledRobotsTxtForbidsForAnHour() throws Exception {
    site.on("/robots.txt", Site.status(500)).on("/a", "text");
    assertThat(refused("robots", site.at("/a")).again()).isNotNull();
    assertThat(site.asked).containsOnly("/robots.txt").hasSize(3);
    site.on("/robots.txt", Site.status(404));
    refused("robots", site.at("/a"));
    time.pass(Duration.ofHours(1));
    fetched(site.at("/a"));
  }

  @Test
  void robotsTxtMayNotLeadInside() throws Exception {
    site.on("/robots.txt", Site.redirect("http://127.0.0.1/robots.txt")).on("/a", "text");
    refused("private-address", site.at("/a"));
    assertThat(site.asked).containsExactly("/robots.txt");
  }

  @Test
  void aRobotsTxtThatIsTooLongIsReadToTheLimit() throws Exception {
    String rules = "User-agent: *\nDisallow: /no\n# " + "x".repeat(600_000);
    site.on("/robots.txt", rules).on("/no", "text").on("/yes", "text");
    refused("robots", site.at("/no"));
    fetched(site.at("/yes"));
  }

  // Pacing and backing off

  @Test
  void aHostIsLeftAloneBetweenRequests() throws Exception {
    site.on("/a", "text").on("/b", "text");
    fetched(site.at("/a"));
    fetched(site.at("/b"));
    assertThat(time.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
  }

  @Test
  void robotsTxtMayAskForMoreTime() throws Exception {
    site.on("/robots.txt", "User-agent: *\nCrawl-delay: 7\n").on("/a", "text").on("/b", "text");
    fetched(site.at("/a"));
    fetched(site.at("/b"));
    assertThat(time.slept).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(7));
  }

  @Test
  void aConnectionServesSeveralRequests() throws Exception {
    Set<InetSocketAddress> from = new HashSet<>();
    Site.Page page =
        exchange -> {
          from.add(exchange.getRemoteAddress());
          Site.bytes(new byte[2000]).answer(exchange);
        };
    site.on("/a", page).on("/b", page);
    fetched(site.at("/a"));
    fetched(site.at("/b"));
    assertThat(from).hasSize(1);
  }

  @Test
  void aHostIsAskedOneThingAtATimeAndOthersMeanwhile() throws Exception {
    AtomicInteger here = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Site.Page slow =
        exchange -> {
          most.accumulateAndGet(here.incrementAndGet(), Math::max);
          try {
            Thread.sleep(30);
          } catch (InterruptedException woken) {
            Thread.currentThread().interrupt();
          }
          here.decrementAndGet();
          Site.bytes(new byte[] {1}).answer(exchange);
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Fetcher many =
            fetcher(MANNERS, host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.2")})) {
      site.on("/slow", slow);
      List<Future<Outcome>> outcomes = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        outcomes.add(
            threads.submit(
                () ->
                    many.fetch(
                        "http://one.example:" + site.port() + "/slow", null, Validators.NONE)));
      }
      for (Future<Outcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(Fetched.class);
      }
      assertThat(most).hasValue(1);
      outcomes.clear();
      for (int i = 0; i < 16; i++) {
        String host = "http://host" + i + ".example:" + site.port();
        outcomes.add(threads.submit(() -> many.fetch(host + "/slow", null, Validators.NONE)));
      }
      for (Future<Outcome> outcome : outcomes) {
        assertThat(outcome.get()).isInstanceOf(Fetched.class);
      }
      assertThat(most.get()).isBetween(2, MANNERS.connections());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"120", "Tue, 04 Mar 2031 09:02:01 GMT", "Tuesday, 04-Mar-31 09:02:01 GMT"})
  void retryAfterIsHeededInSecondsAndAsADate(String asked) throws Exception {
    AtomicInteger times = new AtomicInteger();
    site.on(
        "/a",
        exchange ->
            (times.getAndIncrement() == 0
                    ? Site.status(429, "Retry-After", asked)
                    : Site.bytes(new byte[] {1}))
                .answer(exchange));
    fetched(site.at("/a"));
    assertThat(time.slept).containsExactly(Duration.ofSeconds(1), Duration.ofMinutes(2));
  }

  @Test
  void aHostThatAsksForALongTimeIsLeftAlone() throws Exception {
    site.on("/a", Site.status(503, "Retry-After", "99999999")).on("/b", "text");
    Instant again = refused("retry-later", site.at("/a")).again();
    assertThat(again).isEqualTo(time.instant().plus(Duration.ofDays(1)));
    assertThat(refused("retry-later", site.at("/b")).again()).isEqualTo(again);
    assertThat(site.asked).containsExactly("/robots.txt", "/a");
    time.pass(Duration.ofDays(1));
    fetched(site.at("/b"));
  }

  @Test
  void failuresAreTriedAgainWithGrowingPauses() throws Exception {
    site.on("/a", Site.status(500));
    Refused refused = refused("http-500", site.at("/a"));
    assertThat(site.asked).containsExactly("/robots.txt", "/a", "/a", "/a");
    assertThat(time.slept).hasSize(3);
    assertThat(time.slept.get(1)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1500));
    assertThat(time.slept.get(2)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    assertThat(refused.again())
        .isBetween(time.instant().plusSeconds(2), time.instant().plusSeconds(6));
  }

  @Test
  void whoWaitsCanBeInterrupted() throws Exception {
    try (BrokenServer server = new BrokenServer(voice -> Thread.sleep(Duration.ofMinutes(10)))) {
      Thread here = Thread.currentThread();
      Thread.ofVirtual()
          .start(
              () -> {
                while (server.pagesAsked.get() == 0) {
                  Thread.onSpinWait();
                }
                here.interrupt();
              });
      assertThatThrownBy(() -> fetch(server.address())).isInstanceOf(InterruptedException.class);
    }
  }

  @Test
  void mannersThatAreNoneAreOurMistake() {
    assertThatThrownBy(() -> Manners.of("no version")).hasMessageContaining("no version");
    assertThat(Manners.of("Rashomon/1 (+x)").name()).isEqualTo("Rashomon");
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(coded)) {
      out.write(bytes);
    }
    return coded.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean raw) throws IOException {
    ByteArrayOutputStream coded = new ByteArrayOutputStream();
    try (OutputStream out =
        new DeflaterOutputStream(coded, new Deflater(Deflater.DEFAULT_COMPRESSION, raw))) {
      out.write(bytes);
    }
    return coded.toByteArray();
  }
}
