package rashomon.capture.fetch;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet, by IANA's registries of special-purpose addresses
 * (RFC 6890) and of IPv6 unicast addresses. Of IPv6 only 2000::/3 is given out. An address that
 * carries an IPv4 address (mapped, which Java unwraps; NAT64, RFC 6052) is what that one is; 6to4
 * and Teredo, which carry one too and are no longer in use, are not public.
 */
public final class PublicAddresses {

  private static final List<Block> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/3",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "3fff::/20")
          .map(Block::of)
          .toList();

  private static final Block UNICAST = Block.of("2000::/3");
  private static final Block NAT64 = Block.of("64:ff9b::/96");

  private PublicAddresses() {}

  public static boolean contain(InetAddress address) {
    if (NAT64.contains(address)) {
      return contain(carried(address));
    }
    return (address instanceof Inet4Address || UNICAST.contains(address))
        && SPECIAL.stream().noneMatch(block -> block.contains(address));
  }

  private static InetAddress carried(InetAddress nat64) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(nat64.getAddress(), 12, 16));
    } catch (UnknownHostException fourBytesAreAnAddress) {
      throw new AssertionError(fourBytesAreAnAddress);
    }
  }

  /** The addresses that begin with the first {@code bits} bits of {@code start}. */
  private record Block(InetAddress start, int bits) {

    static Block of(String written) {
      int slash = written.indexOf('/');
      return new Block(
          InetAddress.ofLiteral(written.substring(0, slash)),
          Integer.parseInt(written.substring(slash + 1)));
    }

    boolean contains(InetAddress address) {
      byte[] mine = start.getAddress();
      byte[] other = address.getAddress();
      int whole = bits / 8;
      int rest = 0xff00 >> bits % 8 & 0xff;
      return mine.length == other.length
          && Arrays.equals(mine, 0, whole, other, 0, whole)
          && (rest == 0 || (mine[whole] & rest) == (other[whole] & rest));
    }
  }
}
