package org.skep.web;

import java.time.ZoneId;
import java.util.List;

/**
 * Where the pages are served and to whom.
 *
 * @param bind an address of this machine, "127.0.0.1"
 * @param port 0 for any free one
 * @param hosts names by which browsers may call this server, besides this machine's own
 * @param open whether others than this machine are served; they must sign in
 * @param https whether a proxy in front speaks TLS with the browsers
 * @param proxies whose word counts on who asks: addresses or CIDR blocks
 * @param zone in which times are shown
 */
public record ServerSettings(
    String bind,
    int port,
    List<String> hosts,
    boolean open,
    boolean https,
    List<String> proxies,
    ZoneId zone) {
  public ServerSettings {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + "; 0 to 65535 is allowed");
    }
    hosts = List.copyOf(hosts);
    proxies = List.copyOf(proxies);
  }

  /** This machine alone, in its own time zone. */
  public static ServerSettings local(int port) {
    return new ServerSettings(
        "127.0.0.1", port, List.of(), false, false, List.of(), ZoneId.systemDefault());
  }
}
