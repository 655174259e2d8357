package org.skep.fetch;

/**
 * A redirect that was followed or refused.
 *
 * @param url the address that answered
 * @param status 301, 302, 303, 307 or 308
 * @param target where it points, resolved
 */
public record Hop(String url, int status, String target) {
  /** Whether the old address says of itself that it is history. */
  public boolean permanent() {
    return status == 301 || status == 308;
  }
}
