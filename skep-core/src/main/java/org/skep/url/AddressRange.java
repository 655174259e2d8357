package org.skep.url;

import org.jspecify.annotations.Nullable;

/**
 * A block of addresses in CIDR notation, such as {@code 10.0.0.0/8} or {@code fe80::/10}.
 *
 * @param prefix 4 or 16 bytes
 * @param bits how many of them count
 */
record AddressRange(byte[] prefix, int bits) {
  static AddressRange parse(String cidr) {
    int slash = cidr.indexOf('/');
    byte @Nullable [] prefix = slash < 0 ? null : address(cidr.substring(0, slash));
    String length = cidr.substring(slash + 1);
    if (prefix == null
        || !length.matches("[0-9]{1,3}")
        || Integer.parseInt(length) > prefix.length * 8) {
      throw new IllegalArgumentException(
          cidr + ": not a block of addresses; write it like 10.1.0.0/16 or fd00:1::/32");
    }
    return new AddressRange(prefix, Integer.parseInt(length));
  }

  /** The bytes of a literal; null when the text is none in canonical form. */
  static byte @Nullable [] address(String literal) {
    if (literal.indexOf(':') >= 0) {
      int[] pieces = Ipv6.parse(literal);
      return pieces == null ? null : bytes(pieces);
    }
    if (!literal.matches("((0|[1-9][0-9]{0,2})\\.){3}(0|[1-9][0-9]{0,2})")) {
      return null;
    }
    long value = Ipv4.parse(literal);
    return value < 0
        ? null
        : new byte[] {
          (byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value
        };
  }

  private static byte[] bytes(int[] pieces) {
    byte[] bytes = new byte[16];
    for (int i = 0; i < 8; i++) {
      bytes[2 * i] = (byte) (pieces[i] >> 8);
      bytes[2 * i + 1] = (byte) pieces[i];
    }
    return bytes;
  }

  boolean holds(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xFF : 0xFF << (8 - (bits - bit));
      if (((address[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }
}
