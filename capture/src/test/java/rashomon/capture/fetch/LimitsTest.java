package rashomon.capture.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Arrays;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import rashomon.capture.fetch.Outcome.Refused;

/** Answers that are broken, too long or too slow. */
class LimitsTest extends Fetching {

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
    for (String coding : List.of("br", "zstd")) {
      site.on("/" + coding, Site.bytes(text, "Content-Encoding", coding));
      assertThat(refused("broken-coding", site.at("/" + coding)).rejection().why())
          .contains(" cannot be decoded: it is in " + coding + ", which was not asked for.");
    }
    site.on("/junk", Site.bytes(text, "Content-Encoding", "deflate"));
    byte[] zipped = gzip(text);
    site.on(
        "/half", Site.bytes(Arrays.copyOf(zipped, zipped.length / 2), "Content-Encoding", "gzip"));
    refused("broken-coding", site.at("/plain"));
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
  }

  @ParameterizedTest
  @ValueSource(strings = {"X: x", "Content-Length: 999999999999", "Transfer-Encoding: chunked"})
  void anAnswerWithoutEndIsLeft(String header) throws Exception {
    try (BrokenServer endless =
        new BrokenServer(
            voice -> {
              voice.say("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n");
              while (true) {
                voice.say("1000\r\n" + "x".repeat(0x1000) + "\r\n");
              }
            })) {
      refused("too-large", endless.address());
      Thread.sleep(50);
      long sent = endless.bytesSent.get();
      Thread.sleep(50);
      assertThat(endless.bytesSent.get()).as("bytes after the end").isEqualTo(sent);
    }
  }

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
