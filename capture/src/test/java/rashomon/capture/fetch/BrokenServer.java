package rashomon.capture.fetch;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** A server that answers with whatever bytes, and closes the connection; it allows all robots. */
final class BrokenServer implements AutoCloseable {

  private final ServerSocket socket;
  private final Speech speech;
  final AtomicInteger pagesAsked = new AtomicInteger();
  final AtomicLong bytesSent = new AtomicLong();

  /** What is said to whoever asks for a page. */
  interface Speech {
    void say(Voice voice) throws IOException, InterruptedException;
  }

  /** Says it. */
  final class Voice {
    private final OutputStream out;

    Voice(OutputStream out) {
      this.out = out;
    }

    Voice say(String words) throws IOException {
      return say(words.getBytes(StandardCharsets.ISO_8859_1));
    }

    Voice say(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
      bytesSent.addAndGet(bytes.length);
      return this;
    }
  }

  BrokenServer(Speech speech) {
    this.speech = speech;
    try {
      socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.2"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Thread.ofVirtual().start(this::listen);
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> answer(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void answer(Socket connection) {
    try (connection) {
      StringBuilder request = new StringBuilder();
      while (request.indexOf("\r\n\r\n") < 0) {
        int next = connection.getInputStream().read();
        if (next < 0) {
          return;
        }
        request.append((char) next);
      }
      Voice voice = new Voice(connection.getOutputStream());
      if (request.indexOf("GET /robots.txt ") == 0) {
        voice.say("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
      } else {
        pagesAsked.incrementAndGet();
        speech.say(voice);
      }
    } catch (IOException | InterruptedException left) {
      // whoever asked has gone
    }
  }

  String address() {
    return "http://127.0.0.2:" + socket.getLocalPort() + "/page";
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
