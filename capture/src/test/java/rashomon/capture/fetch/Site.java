package rashomon.capture.fetch;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A web server on a loopback address that says what it is told to, and remembers what was asked.
 */
public final class Site implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Page> pages = new ConcurrentHashMap<>();

  /** The paths asked for, in order. */
  public final List<String> asked = new CopyOnWriteArrayList<>();

  /** The headers of each request, in the same order. */
  public final List<Headers> headers = new CopyOnWriteArrayList<>();

  /** Answers one request. */
  public interface Page {
    void answer(HttpExchange exchange) throws IOException;
  }

  public Site(String address) {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  /** With no robots.txt. */
  public static Site open() {
    return new Site("127.0.0.2");
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    synchronized (asked) {
      asked.add(path);
      headers.add(exchange.getRequestHeaders());
    }
    try (exchange) {
      pages.getOrDefault(path, status(404)).answer(exchange);
    }
  }

  public Site on(String path, Page page) {
    pages.put(path, page);
    return this;
  }

  public Site on(String path, String text) {
    return on(path, bytes(text.getBytes(StandardCharsets.UTF_8)));
  }

  public static Page bytes(byte[] bytes, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  public static Page status(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
    };
  }

  public static Page redirect(String location) {
    return status(302, "Location", location);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /** The address of a path here. */
  public String at(String path) {
    return "http:/" + server.getAddress().getAddress() + ":" + port() + path;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
