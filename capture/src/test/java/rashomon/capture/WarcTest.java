package rashomon.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcMetadata;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import rashomon.model.Capture;
import rashomon.model.Payload;
import rashomon.model.Rejection;
import rashomon.model.Stamp;
import rashomon.model.Via;

class WarcTest {

  private static final Instant DATE = Instant.parse("2031-03-04T05:06:07Z");

  /** The archive's bytes, where each record begins in them, and which records hold a page. */
  record Archive(Payload payload, List<Integer> starts) {

    private static final List<Integer> PAGES = List.of(2, 4, 5, 7, 8, 10);

    /** Whether a cut here cannot be told from an archive that is shorter. */
    boolean isBetweenRecords(int cut) {
      return cut > 0 && starts.contains(cut);
    }

    /** How many pages stand whole before here. */
    long pagesBefore(int cut) {
      return PAGES.stream()
          .filter(i -> cut >= (i + 1 < starts.size() ? starts.get(i + 1) : payload.size()))
          .count();
    }
  }

  private final List<Capture> captures = new ArrayList<>();
  private final List<Rejection> rejected = new ArrayList<>();

  /** As news crawls are published: a description, then pages, requests and records about them. */
  static Archive archive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    List<Integer> starts = new ArrayList<>();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
      List<WarcRecord> records =
          List.of(
              new Warcinfo.Builder()
                  .date(DATE)
                  .recordId(id(0))
                  .body(MediaType.parse("application/warc-fields"), utf8("software: none\r\n"))
                  .build(),
              new WarcRequest.Builder(URI.create("https://globe.example/1"))
                  .date(DATE)
                  .recordId(id(1))
                  .body(new HttpRequest.Builder("GET", "/1").build())
                  .build(),
              response("https://globe.example/1", "200 OK", "", utf8("<p>One é</p>")),
              new WarcMetadata.Builder()
                  .date(DATE)
                  .recordId(id(2))
                  .body(MediaType.parse("application/warc-fields"), utf8("fetchTimeMs: 5\r\n"))
                  .build(),
              response(
                  "https://globe.example/2",
                  "200 OK",
                  "Transfer-Encoding: chunked\r\n",
                  utf8("5\r\n<p>Tw\r\n5\r\no</p>\r\n0\r\n\r\n")),
              response(
                  "https://globe.example/3",
                  "200 OK",
                  "Content-Encoding: gzip\r\n",
                  Given.gzip(utf8("<p>Three</p>"))),
              new WarcRevisit.Builder(
                      URI.create("https://globe.example/1"),
                      WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
                  .date(DATE)
                  .recordId(id(3))
                  .build(),
              response(
                  "https://globe.example/4",
                  "200 OK",
                  "Content-Encoding: gzip\r\n",
                  utf8("<p>Four, unpacked before</p>")),
              response(
                  "https://globe.example/5",
                  "200 OK",
                  "Transfer-Encoding: chunked\r\n",
                  utf8("<p>Five, joined before</p>")),
              response("https://globe.example/6", "404 Not Found", "", utf8("gone")),
              new WarcResource.Builder(URI.create("https://globe.example/7"))
                  .date(DATE)
                  .recordId(id(4))
                  .body(MediaType.parse("text/plain"), utf8("Seven"))
                  .build());
      for (WarcRecord record : records) {
        starts.add(bytes.size());
        writer.write(record);
      }
    }
    return new Archive(Payload.of(bytes.toByteArray()), starts);
  }

  private static UUID id(int number) {
    return new UUID(0, number);
  }

  private static WarcResponse response(String url, String status, String fields, byte[] body)
      throws IOException {
    ByteArrayOutputStream http = new ByteArrayOutputStream();
    http.write(
        utf8(
            "HTTP/1.1 " + status + "\r\nContent-Type: text/html; charset=x\r\n" + fields + "\r\n"));
    http.write(body);
    return new WarcResponse.Builder(URI.create(url))
        .date(DATE)
        .recordId(UUID.nameUUIDFromBytes(utf8(url)))
        .body(MediaType.HTTP_RESPONSE, http.toByteArray())
        .build();
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void read(byte[] bytes) {
    Warc.captures(new ByteArrayInputStream(bytes), "news.warc.gz", captures::add, rejected::add);
  }

  @Test
  void everyPageOfACrawlIsReadWithoutTheCodingsOfHttp() throws IOException {
    read(archive().payload().bytes());
    assertThat(captures)
        .extracting(capture -> new String(capture.payload().bytes(), StandardCharsets.UTF_8))
        .containsExactly(
            "<p>One é</p>",
            "<p>Two</p>",
            "<p>Three</p>",
            "<p>Four, unpacked before</p>",
            "<p>Five, joined before</p>",
            "Seven");
    assertThat(captures).extracting(Capture::url).startsWith("https://globe.example/1");
    assertThat(captures).extracting(Capture::seen).containsOnly(DATE);
    assertThat(captures.getFirst().contentType()).isEqualTo("text/html; charset=x");
    assertThat(rejected).extracting(Rejection::code).containsExactly("revisit", "http-status");
    assertThat(rejected)
        .extracting(Rejection::file)
        .containsExactly("news.warc.gz#7", "news.warc.gz#10");
  }

  @Test
  void oneRecordThatCannotBeReadCostsItselfAlone() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.NONE)) {
      writer.write(response("https://a.example/", "200 OK", "Content-Encoding: br\r\n", utf8("x")));
      writer.write(
          new WarcResponse.Builder("https://b.example/")
              .date(DATE)
              .body(MediaType.HTTP_RESPONSE, utf8("no HTTP at all"))
              .build());
      writer.write(
          response("https://c.example/", "200 OK", "Content-Encoding: gzip\r\n", Given.bomb()));
      String end = "Content-Length: 2\r\n\r\nab\r\n\r\n";
      String target = "WARC-Target-URI: <https://e.example/>\r\n";
      String date = "WARC-Date: 2031-03-04T05:06:07Z\r\n";
      String begin = "WARC/1.0\r\nWARC-Type: resource\r\n";
      bytes.write(utf8(begin + date + end));
      bytes.write(utf8(begin + target + date.replace("2031", "once") + end));
      bytes.write(utf8(begin + target + date + end));
    }
    read(bytes.toByteArray());
    assertThat(rejected)
        .extracting(Rejection::code)
        .containsExactly(
            "broken-coding", "broken-record", "too-long", "broken-record", "broken-record");
    assertThat(captures).extracting(Capture::url).containsExactly("https://e.example/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"garbage", "WARC/1.0\r\nWARC-Type: resource\r\nContent-Length: x\r\n\r\n"})
  void whatIsNoArchiveIsToldOnce(String text) {
    read(utf8(text));
    assertThat(captures).isEmpty();
    assertThat(rejected).extracting(Rejection::code).containsExactly("broken-warc");
  }

  @Test
  void aHeadWithoutEndIsRefused() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(utf8("WARC/1.0\r\nWARC-Type: "));
      for (int i = 0; i < 64; i++) {
        gzip.write(utf8("a".repeat(1 << 20)));
      }
    }
    read(packed.toByteArray());
    assertThat(rejected)
        .singleElement()
        .satisfies(no -> assertThat(no.why()).contains("the head of a record does not end"));
  }

  @Test
  void itSaysWhereItBreaksOff() throws IOException {
    Archive archive = archive();
    int third = archive.starts().get(2);
    read(Arrays.copyOf(archive.payload().bytes(), third + 30));
    assertThat(rejected)
        .singleElement()
        .satisfies(no -> assertThat(no.why()).contains("byte " + third + " "))
        .satisfies(no -> assertThat(no.file()).isEqualTo("news.warc.gz"));
  }

  /** A byte in each place where the flip is noticed at once, later, or by the record behind. */
  @Test
  void damageCostsTheRecordsItIsInAlone() throws IOException {
    Archive archive = archive();
    int third = archive.starts().get(2);
    int fourth = archive.starts().get(3);
    int seen = 0;
    for (int at = third; at < fourth; at++) {
      byte[] bytes = archive.payload().bytes();
      bytes[at] ^= (byte) 0xff;
      captures.clear();
      rejected.clear();
      read(bytes);
      assertThat(captures)
          .extracting(Capture::url)
          .endsWith(
              "https://globe.example/2",
              "https://globe.example/3",
              "https://globe.example/4",
              "https://globe.example/5",
              "https://globe.example/7")
          .doesNotHaveDuplicates();
      seen += captures.size() == 5 ? 1 : 0;
    }
    assertThat(seen).isGreaterThan((fourth - third) / 2);
    assertThat(rejected).last().satisfies(no -> assertThat(no.code()).isEqualTo("http-status"));
  }

  @Test
  void itSaysFromWhereToWhereItIsDamaged() throws IOException {
    Archive archive = archive();
    byte[] bytes = archive.payload().bytes();
    Arrays.fill(bytes, archive.starts().get(4) + 3, archive.starts().get(5) + 40, (byte) 0x1f);
    read(bytes);
    assertThat(rejected.getFirst().code()).isEqualTo("broken-warc");
    assertThat(rejected.getFirst().why())
        .contains(
            "from byte " + archive.starts().get(4) + " to byte " + archive.starts().get(6) + " ");
    assertThat(captures)
        .extracting(Capture::url)
        .containsExactly(
            "https://globe.example/1",
            "https://globe.example/4",
            "https://globe.example/5",
            "https://globe.example/7");
  }

  @Test
  void whatTheReceiverThrowsIsItsOwn() throws IOException {
    byte[] archive = archive().payload().bytes();
    IllegalArgumentException own = new IllegalArgumentException("the store is full");
    assertThat(
            catchThrowable(
                () ->
                    Warc.captures(
                        new ByteArrayInputStream(archive),
                        "a",
                        capture -> {
                          throw own;
                        },
                        rejected::add)))
        .isSameAs(own);
  }

  @Test
  void writingAndReadingGiveTheSameCapture() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      Capture capture = any(random);
      captures.clear();
      byte[] bytes = Warc.bytes(capture);
      read(bytes);
      assertThat(rejected).isEmpty();
      assertThat(captures).containsExactly(capture);
      assertThat(Warc.bytes(capture)).isEqualTo(bytes);
    }
  }

  @Test
  void recordsOneAfterAnotherAreAnArchive() throws IOException {
    Random random = new Random(8);
    List<Capture> many = IntStream.range(0, 50).mapToObj(i -> any(random)).toList();
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Capture capture : many) {
      all.write(Warc.bytes(capture));
    }
    read(all.toByteArray());
    assertThat(captures).isEqualTo(many);
  }

  @Test
  void anyToolReadsWhatIsWritten() throws IOException {
    Via via =
        new Via(
            "https://f.example/",
            "Größe\nzwei",
            null,
            "T",
            Stamp.parse("2031-03-04").orElseThrow());
    Capture capture =
        new Capture("press release #2 é.txt", DATE, "text/plain", Payload.of(utf8("Words")), via);
    byte[] bytes = Warc.bytes(capture);
    try (WarcReader reader = new WarcReader(new ByteArrayInputStream(bytes))) {
      WarcResource record = (WarcResource) reader.next().orElseThrow();
      assertThat(record.targetURI())
          .isEqualTo(URI.create("file:press%20release%20%232%20%C3%A9.txt"));
      assertThat(record.date()).isEqualTo(DATE);
      assertThat(record.contentType()).isEqualTo(MediaType.parse("text/plain"));
      assertThat(record.payloadDigest().orElseThrow().hex()).isEqualTo(capture.payload().sha256());
      assertThat(record.headers().first("Rashomon-Capture").orElseThrow())
          .isEqualTo(
              "{\"url\":\"press release #2 \\u00E9.txt\",\"via\":{\"feed\":\"https://f.example/\","
                  + "\"label\":\"Gr\\u00F6\\u00DFe\\nzwei\",\"title\":\"T\",\"published\":\"2031-03-04\"}}");
      assertThat(reader.next()).isEmpty();
    }
    try (GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
          .startsWith("WARC/1.1\r\n");
    }
  }

  @Test
  void anArchiveIsReadNoFurtherThanItIsGiven() {
    byte[] page = new byte[1 << 20];
    new Random(1).nextBytes(page);
    byte[] record = Warc.bytes(Given.capture("https://globe.example/", null, page));
    int records = 20;
    CountingInputStream archive =
        new CountingInputStream(
            new SequenceInputStream(
                Collections.enumeration(
                    Collections.nCopies(records, record).stream()
                        .<InputStream>map(ByteArrayInputStream::new)
                        .toList())));
    Warc.captures(
        archive,
        "big",
        capture -> {
          captures.add(capture);
          assertThat(archive.count).isLessThan((captures.size() + 1L) * record.length);
        },
        rejected::add);
    assertThat(captures).hasSize(records);
  }

  private static final class CountingInputStream extends FilterInputStream {
    private long count;

    CountingInputStream(InputStream in) {
      super(in);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }

  private static Capture any(Random random) {
    byte[] bytes = new byte[random.nextInt(3_000)];
    random.nextBytes(bytes);
    String url =
        random.nextBoolean() ? "https://globe.example/" + random.nextInt() : text(random, 12);
    return new Capture(
        url,
        DATE.plusSeconds(random.nextInt()).plusNanos(random.nextInt(3) * 1_000_001L),
        random.nextInt(3) == 0 ? null : random.nextBoolean() ? "text/html" : text(random, 5),
        Payload.of(bytes),
        random.nextBoolean() ? null : via(random));
  }

  private static Via via(Random random) {
    return new Via(
        text(random, 9),
        maybe(random),
        maybe(random),
        maybe(random),
        random.nextBoolean() ? null : Stamp.parse("2031-03-04T05:06:07+02:00").orElseThrow());
  }

  private static @Nullable String maybe(Random random) {
    return random.nextBoolean() ? null : text(random, 9);
  }

  /** Anything that a string may hold: control characters, line ends, halves of pairs. */
  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(length); i >= 0; i--) {
      text.append(
          switch (random.nextInt(5)) {
            case 0 -> (char) random.nextInt(0x10000);
            case 1 -> (char) random.nextInt(0x20);
            case 2 -> "<>:# %\u007f\\\"\t".charAt(random.nextInt(10));
            default -> (char) ('a' + random.nextInt(26));
          });
    }
    return text.toString();
  }
}
