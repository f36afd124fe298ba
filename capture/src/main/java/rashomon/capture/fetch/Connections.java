package rashomon.capture.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.entity.DeflateInputStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;
import rashomon.capture.fetch.Answer.Failed;
import rashomon.capture.fetch.Answer.Reply;
import rashomon.model.Payload;

/**
 * Single requests: one GET, one answer, within limits. Redirects, repetitions, cookies and
 * passwords are nobody's business here. A connection goes to one of the addresses that were
 * checked: the client looks hosts up through the function that checks them, and nowhere else.
 */
final class Connections implements AutoCloseable {

  private static final int MAX_LINE = 16 << 10;
  private static final int MAX_HEADERS = 200;
  private static final Payload EMPTY = Payload.of(new byte[0]);

  private final Manners manners;
  private final Semaphore free;
  private final CloseableHttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Connections(Manners manners, Lookup lookup, Predicate<InetAddress> allowed) {
    this.manners = manners;
    this.free = new Semaphore(manners.connections(), true);
    this.client = client(manners, new Checked(lookup, allowed));
  }

  /** The most bytes of a body that are read; what is longer is cut there, or else refused. */
  record Bound(int maxBytes, boolean cuts) {}

  /**
   * Asks once. The whole exchange, from looking up the host, takes place in a virtual thread that
   * is interrupted when the time is up: that closes its socket, wherever it waits.
   */
  Answer get(URI url, Map<String, String> headers, Bound bound) throws InterruptedException {
    free.acquire();
    try {
      HttpGet request = new HttpGet(url);
      headers.forEach(request::setHeader);
      Future<Answer> answer = threads.submit(() -> exchange(url, request, bound));
      try {
        return answer.get(manners.total().toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException slow) {
        return Failures.slow(url, manners);
      } catch (ExecutionException bug) {
        throw new IllegalStateException("Asking " + url, bug.getCause());
      } finally {
        answer.cancel(true);
      }
    } finally {
      free.release();
    }
  }

  private Answer exchange(URI url, HttpGet request, Bound bound) {
    try {
      ClassicHttpResponse response = client.executeOpen(null, request, null);
      try {
        return reply(url, response, bound);
      } finally {
        request.cancel(); // closing alone would read what is left
        Closer.closeQuietly(response);
      }
    } catch (IOException failure) {
      return Failures.of(url, manners, failure);
    }
  }

  private Answer reply(URI url, ClassicHttpResponse response, Bound bound) throws IOException {
    Map<String, String> headers =
        Stream.of(response.getHeaders())
            .collect(
                Collectors.toMap(
                    Header::getName,
                    header -> String.valueOf(header.getValue()),
                    (first, next) -> first + ", " + next,
                    () -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)));
    HttpEntity entity = response.getEntity();
    if (response.getCode() != 200 || entity == null || entity.getContentLength() == 0) {
      return new Reply(response.getCode(), headers, EMPTY);
    }
    if (entity.getContentLength() > bound.maxBytes() && !bound.cuts()) {
      return tooLarge(url);
    }
    String codings = headers.getOrDefault("Content-Encoding", "");
    byte[] bytes = decoded(entity.getContent(), codings).readNBytes(bound.maxBytes() + 1);
    if (bytes.length <= bound.maxBytes()) {
      return new Reply(200, headers, Payload.of(bytes));
    }
    return bound.cuts()
        ? new Reply(200, headers, Payload.of(Arrays.copyOf(bytes, bound.maxBytes())))
        : tooLarge(url);
  }

  private Failed tooLarge(URI url) {
    return new Failed(
        "too-large",
        url.getHost()
            + " sends more than the "
            + manners.maxBytes()
            + " bytes that are read of one answer.",
        Answer.Again.NEVER);
  }

  private static InputStream decoded(InputStream coded, String codings) throws IOException {
    InputStream decoded = coded;
    for (String coding : List.of(codings.toLowerCase(Locale.ROOT).split(",")).reversed()) {
      decoded =
          switch (coding.strip()) {
            case "", "identity" -> decoded;
            case "gzip", "x-gzip" -> new GZIPInputStream(decoded);
            case "deflate" -> new DeflateInputStream(decoded);
            default ->
                throw new ZipException("it is in " + coding.strip() + ", which was not asked for");
          };
    }
    return decoded;
  }

  private static CloseableHttpClient client(Manners manners, DnsResolver resolver) {
    Timeout total = Timeout.of(manners.total());
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(resolver)
                .setMaxConnTotal(manners.connections())
                .setMaxConnPerRoute(manners.connections())
                .setConnectionFactory(
                    ManagedHttpClientConnectionFactory.builder()
                        .http1Config(
                            Http1Config.custom()
                                .setMaxLineLength(MAX_LINE)
                                .setMaxHeaderCount(MAX_HEADERS)
                                .build())
                        .charCodingConfig(
                            CharCodingConfig.custom()
                                .setCharset(StandardCharsets.UTF_8)
                                .setMalformedInputAction(CodingErrorAction.REPLACE)
                                .setUnmappableInputAction(CodingErrorAction.REPLACE)
                                .build())
                        .build())
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.of(manners.connect()))
                        .setSocketTimeout(total)
                        .setValidateAfterInactivity(Timeout.of(Duration.ZERO))
                        .setTimeToLive(Timeout.ofMinutes(1))
                        .build())
                .build())
        .setUserAgent(manners.agent())
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    client.close(CloseMode.IMMEDIATE);
  }

  /** Looks up hosts, and gives only the addresses that are allowed. */
  private record Checked(Lookup lookup, Predicate<InetAddress> allowed) implements DnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = lookup.of(host);
      InetAddress[] kept = Stream.of(found).filter(allowed).toArray(InetAddress[]::new);
      if (kept.length == 0) {
        throw new Failures.Forbidden(found);
      }
      return kept;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
