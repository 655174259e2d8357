package org.skep.extract;

import java.util.List;

/**
 * What is known to recur on a site's pages. An immutable value: profile in, profile out; the store
 * keeps it.
 */
public final class SiteProfile {
  /** Of a site never seen. */
  public static final SiteProfile EMPTY = new SiteProfile();

  private SiteProfile() {}

  /** This profile after one more page with these block hashes. */
  public SiteProfile learn(List<Long> blocks) {
    return this;
  }

  /** For the store. */
  public byte[] encode() {
    return new byte[0];
  }

  /** The profile those bytes were made from. */
  public static SiteProfile decode(byte[] bytes) {
    return EMPTY;
  }
}
