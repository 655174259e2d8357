package org.skep.fetch;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.url.Url;

/**
 * The one exception to the address guard: outlets that this very program serves, the demo press and
 * the tests' origin. It lists host:port pairs; for exactly those a private address is allowed, no
 * name server is asked, and the pace is their own.
 *
 * @param sites {@code host:port} in lower case → the address it is served on
 * @param gap between two requests to one of these hosts
 * @param interval between two polls of one of their feeds; {@code null} where they are paced like
 *     any other outlet's
 */
public record LocalPress(
    Map<String, InetAddress> sites, Duration gap, @Nullable Duration interval) {
  /** Admits nobody: what every ordinary run uses. */
  public static final LocalPress NONE = new LocalPress(Map.of(), HostPace.GAP, null);

  public LocalPress {
    sites = Map.copyOf(sites);
  }

  /** Sites served on the loopback address, at a pace of their own. */
  public static LocalPress onLoopback(
      Collection<String> hostPorts, Duration gap, Duration interval) {
    return new LocalPress(loopback(hostPorts), gap, interval);
  }

  /** Sites served on the loopback address and treated like any other outlet. */
  public static LocalPress atOrdinaryPace(Collection<String> hostPorts) {
    return new LocalPress(loopback(hostPorts), HostPace.GAP, null);
  }

  private static Map<String, InetAddress> loopback(Collection<String> hostPorts) {
    var sites = new HashMap<String, InetAddress>();
    hostPorts.forEach(site -> sites.put(site, InetAddress.getLoopbackAddress()));
    return sites;
  }

  boolean admits(Url url) {
    return sites.containsKey(site(url));
  }

  Optional<InetAddress> address(Url url) {
    return Optional.ofNullable(sites.get(site(url)));
  }

  /** The interval its feeds have of their own; empty for every other address. */
  public Optional<Duration> interval(String address) {
    return Url.parse(address).filter(this::admits).map(_ -> interval);
  }

  private static String site(Url url) {
    return url.host() + ":" + url.effectivePort();
  }
}
