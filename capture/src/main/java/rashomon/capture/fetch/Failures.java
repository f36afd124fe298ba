package rashomon.capture.fetch;

import static java.util.stream.Collectors.joining;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import rashomon.capture.fetch.Answer.Again;
import rashomon.capture.fetch.Answer.Failed;

/** What went wrong on a connection, in words. */
final class Failures {

  private Failures() {}

  /** A host all of whose addresses are refused. */
  static final class Forbidden extends UnknownHostException {
    private static final long serialVersionUID = 1;

    private final boolean linkLocal;

    Forbidden(InetAddress... addresses) {
      super(Stream.of(addresses).map(InetAddress::getHostAddress).collect(joining(", ")));
      linkLocal = Stream.of(addresses).allMatch(InetAddress::isLinkLocalAddress);
    }
  }

  /** Where the cause is not known it is said in its own words. */
  static Failed of(URI url, Manners manners, IOException failure) {
    String host = url.getHost();
    return switch (failure) {
      case Forbidden forbidden ->
          new Failed(
              "private-address",
              (isNumber(host)
                      ? host + " is"
                      : host + " is " + forbidden.getMessage() + ", which is")
                  + " no address of the public internet"
                  + (forbidden.linkLocal
                      ? ", and link-local ones are never asked."
                      : "; give --allow-private to ask there all the same."),
              Again.NEVER);
      case UnknownHostException unknown ->
          new Failed("not-found-host", "No host " + host + " was found.", Again.LATER);
      case SSLException tls ->
          new Failed(
              "tls",
              "There is no safe connection with " + host + ": " + tls.getMessage() + ".",
              Again.LATER);
      case InterruptedIOException slow -> slow(url, manners);
      case ZipException broken -> broken(host, String.valueOf(broken.getMessage()));
      case MessageConstraintException large ->
          new Failed("broken-answer", "The head of " + host + "'s answer has no end.", Again.NEVER);
      case MalformedChunkCodingException cut -> cutOff(host);
      case ConnectionClosedException cut -> cutOff(host);
      case NoHttpResponseException cut -> cutOff(host);
      case EOFException cut -> cutOff(host);
      case ConnectException none -> noConnection(host, none);
      case NoRouteToHostException none -> noConnection(host, none);
      case SocketException cut -> cutOff(host);
      case ClientProtocolException strange ->
          new Failed("broken-answer", "What " + host + " answered is not HTTP.", Again.LATER);
      default -> noConnection(host, failure);
    };
  }

  /** An address of a machine, of IPv4 or, in brackets, of IPv6; its numbers say it all. */
  private static boolean isNumber(String host) {
    return host.startsWith("[") || host.matches("[0-9.]+");
  }

  static Failed slow(URI url, Manners manners) {
    return new Failed(
        "too-slow",
        url.getHost()
            + " took longer than the "
            + written(manners.total())
            + " an answer may take, or than "
            + written(manners.connect())
            + " to connect.",
        Again.LATER);
  }

  static Failed broken(String host, String why) {
    return new Failed(
        "broken-coding", "The answer of " + host + " cannot be decoded: " + why + ".", Again.LATER);
  }

  /** For instance 1m30s. */
  private static String written(Duration duration) {
    return duration.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private static Failed cutOff(String host) {
    return new Failed(
        "cut-off",
        host + " broke off before the end of its answer, and half of one is not kept.",
        Again.AT_ONCE);
  }

  private static Failed noConnection(String host, IOException why) {
    return new Failed(
        "no-connection",
        "There is no connection with " + host + ": " + why.getMessage() + ".",
        Again.AT_ONCE);
  }
}
