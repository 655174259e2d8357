package org.skep.url;

import java.util.List;

/** Blocks of addresses that somebody configured, in CIDR notation or as single addresses. Pure. */
public final class AddressBlocks {
  private final List<AddressRange> ranges;

  /**
   * The blocks.
   *
   * @throws IllegalArgumentException naming the one that is none
   */
  public AddressBlocks(List<String> blocks) {
    this.ranges = blocks.stream().map(AddressBlocks::range).toList();
  }

  private static AddressRange range(String block) {
    boolean whole = block.indexOf('/') >= 0;
    return AddressRange.parse(whole ? block : block + (block.indexOf(':') >= 0 ? "/128" : "/32"));
  }

  /**
   * Whether an address, as a literal without brackets, lies in one of them; no literal does not.
   */
  public boolean hold(String literal) {
    byte[] address = AddressRange.address(literal.replaceFirst("%.*", ""));
    return address != null && ranges.stream().anyMatch(range -> range.holds(address));
  }

  public boolean isEmpty() {
    return ranges.isEmpty();
  }

  /** Whether the text is an address at all. */
  public static boolean isAddress(String literal) {
    return AddressRange.address(literal) != null;
  }
}
