package rashomon.app;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * A web server on a loopback address; what it was not told of is not found, and what is as it was
 * is not sent again to who knows it.
 */
final class Site implements AutoCloseable {

  /** An answer. {@code retryAfter} in seconds, none where 0. */
  record Answer(int status, String type, String body, int retryAfter) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Supplier<Answer>> answers = new ConcurrentHashMap<>();

  /** The paths asked for, in order. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  Site(String address) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          String path = exchange.getRequestURI().toString();
          asked.add(path);
          Answer answer =
              answers.getOrDefault(path, () -> new Answer(404, "text/plain", "none", 0)).get();
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (answer.retryAfter() > 0) {
              exchange.getResponseHeaders().set("Retry-After", "" + answer.retryAfter());
            }
            String tag = "\"" + answer.body().hashCode() + "\"";
            exchange.getResponseHeaders().set("ETag", tag);
            if (answer.status() == 200
                && tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
              exchange.sendResponseHeaders(304, -1);
              return;
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  String at(String path) {
    InetSocketAddress address = server.getAddress();
    return "http://" + address.getHostString() + ":" + address.getPort() + path;
  }

  /** Asks {@code answer} each time the path is asked for. */
  void on(String path, Supplier<Answer> answer) {
    answers.put(path, answer);
  }

  void page(String path, String html) {
    on(path, () -> new Answer(200, "text/html", html, 0));
  }

  /** A feed of these paths. */
  Answer feed(List<String> paths) {
    StringBuilder feed = new StringBuilder("<rss version=\"2.0\"><channel><title>All</title>");
    for (String path : paths) {
      feed.append("<item><title>x</title><link>").append(at(path)).append("</link></item>");
    }
    return new Answer(200, "application/rss+xml", feed + "</channel></rss>", 0);
  }

  long asked(String path) {
    return asked.stream().filter(path::equals).count();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
