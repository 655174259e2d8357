package org.skep.url;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which hosts a server that fetches for others may connect to: those on the public internet and no
 * others. Two questions, both without network: {@link #refusalOfHost} looks at a name or literal
 * before it is resolved, {@link #refusalOfAddress} at every address that it resolves to.
 *
 * <p>The table is {@code /url/special-addresses.txt}: {@code InetAddress.isLoopbackAddress} and its
 * sisters miss two fifths of what must be refused. Literals must be canonical, because what one
 * library reads as octal another reads as decimal. Immutable, safe to share; a question costs one
 * pass over 31 ranges.
 */
public final class AddressPolicy {
  static final String ADDRESSES = "special-addresses.txt";
  static final String NAMES = "special-names.txt";

  private static final List<Special> SPECIALS =
      UrlWords.read(ADDRESSES).stream()
          .map(Special::parse)
          .sorted(Comparator.comparingInt((Special special) -> -special.range().bits()))
          .toList();

  private static final List<String> LOCAL_NAMES = UrlWords.read(NAMES);

  private final List<AddressRange> allowed = new ArrayList<>();

  /**
   * A policy with exceptions.
   *
   * @param allowPrivate CIDR blocks that an operator opens, such as {@code 10.1.0.0/16}
   * @throws IllegalArgumentException when one is not a block of addresses
   */
  public AddressPolicy(List<String> allowPrivate) {
    allowPrivate.forEach(block -> allowed.add(AddressRange.parse(block)));
  }

  /** The ordinary policy: the public internet. */
  public static AddressPolicy publicOnly() {
    return new AddressPolicy(List.of());
  }

  /** Why a host as it stands in an address is refused; empty when a name server may be asked. */
  public Optional<String> refusalOfHost(String host) {
    if (host.startsWith("[")) {
      byte @Nullable [] literal =
          host.endsWith("]") ? AddressRange.address(host.substring(1, host.length() - 1)) : null;
      return literal == null
          ? Optional.of(host + " is not an IPv6 address")
          : refusalOfAddress(literal);
    }
    String name = Idna.toAscii(host);
    name = name != null && name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (name == null || name.isEmpty() || name.chars().anyMatch(Host::forbiddenInDomain)) {
      return Optional.of("\"" + host + "\" is not a host name");
    }
    return Ipv4.endsInNumber(name) ? refusalOfLiteral(name) : refusalOfName(name);
  }

  private Optional<String> refusalOfLiteral(String literal) {
    byte @Nullable [] address = AddressRange.address(literal);
    return address == null
        ? Optional.of(literal + " is not an IPv4 address in its plain form (four decimal numbers)")
        : refusalOfAddress(address);
  }

  private static Optional<String> refusalOfName(String name) {
    return LOCAL_NAMES.stream()
        .filter(local -> name.equals(local) || name.endsWith("." + local))
        .findFirst()
        .map(local -> "the name " + name + " is local (" + local + ")");
  }

  /**
   * Why an address is refused; empty when it is public or allowed.
   *
   * @param address 4 or 16 bytes, as {@link java.net.InetAddress#getAddress} gives them
   */
  public Optional<String> refusalOfAddress(byte[] address) {
    if (allowed.stream().anyMatch(range -> range.holds(address))) {
      return Optional.empty();
    }
    for (Special special : SPECIALS) {
      if (special.range().holds(address)) {
        return special.unwrapAt() >= 0
            ? refusalOfAddress(inner(address, special.unwrapAt() / 8))
                .map(inside -> print(address) + ": inside it, " + inside)
            : Optional.of(
                "the address %s is not public (%s, %s)"
                    .formatted(print(address), special.name(), special.why()));
      }
    }
    return Optional.empty();
  }

  private static byte[] inner(byte[] address, int from) {
    return Arrays.copyOfRange(address, from, from + 4);
  }

  /** An address as a refusal prints it. */
  public static String print(byte[] address) {
    if (address.length == 4) {
      return Ipv4.print(
          (address[0] & 255L) << 24
              | (address[1] & 255) << 16
              | (address[2] & 255) << 8
              | (address[3] & 255));
    }
    int[] pieces = new int[8];
    for (int i = 0; i < 8; i++) {
      pieces[i] = (address[2 * i] & 255) << 8 | (address[2 * i + 1] & 255);
    }
    return Ipv6.print(pieces);
  }

  /** One line of the table; {@code unwrapAt} is -1 where the range is blocked as a whole. */
  private record Special(String name, AddressRange range, int unwrapAt, String why) {
    static Special parse(String line) {
      String[] words = line.split(" ", 3);
      boolean unwrap = words[1].equals("unwrap");
      String[] rest = unwrap ? words[2].split(" ", 2) : new String[] {"-1", words[2]};
      return new Special(
          words[0], AddressRange.parse(words[0]), Integer.parseInt(rest[0]), rest[1]);
    }
  }
}
