package org.skep.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.skep.url.Url;

/**
 * The one exception to the address guard: outlets that this very program serves, the demo press and
 * the tests' origin. It lists host:port pairs; for exactly those a private address is allowed, no
 * name server is asked, and the pace is their own.
 *
 * @param sites {@code host:port} in lower case → the address it is served on
 * @param gap between two requests to one of these hosts
 */
public record LocalPress(Map<String, InetAddress> sites, Duration gap) {
  /** Admits nobody: what every ordinary run uses. */
  public static final LocalPress NONE = new LocalPress(Map.of(), Duration.ofSeconds(1));

  public LocalPress {
    sites = Map.copyOf(sites);
  }

  /** Sites served on the loopback address. */
  public static LocalPress onLoopback(Collection<String> hostPorts, Duration gap) {
    var sites = new HashMap<String, InetAddress>();
    hostPorts.forEach(site -> sites.put(site, InetAddress.getLoopbackAddress()));
    return new LocalPress(sites, gap);
  }

  boolean admits(Url url) {
    return sites.containsKey(site(url));
  }

  Optional<InetAddress> address(Url url) {
    return Optional.ofNullable(sites.get(site(url)));
  }

  private static String site(Url url) {
    return url.host() + ":" + url.effectivePort();
  }
}
