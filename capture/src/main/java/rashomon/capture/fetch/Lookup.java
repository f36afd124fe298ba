package rashomon.capture.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** From the name of a host, or an address written as numbers, to addresses; never none. */
@FunctionalInterface
public interface Lookup {

  InetAddress[] of(String host) throws UnknownHostException;

  /** The machine's resolver. */
  static Lookup system() {
    return InetAddress::getAllByName;
  }
}
