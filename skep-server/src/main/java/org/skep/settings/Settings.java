package org.skep.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may decide, read once at the start: the file {@code skep.conf} in the data
 * directory, over it the environment (docs/settings.md). Command-line options come last and are the
 * caller's.
 *
 * @param port to listen on; 0 takes any free one
 * @param bind the address to listen on
 * @param contact an address or e-mail shown to the servers we ask; {@code null} when none is given
 * @param poll the shortest time between two polls of a feed
 * @param newsPoll the same for feeds the user marked as news
 * @param refreshMin the shortest time after which a user may hurry a feed
 * @param fetchesMax requests under way at once
 * @param keepPagesDays how long fetched pages are kept; 0 for not at all
 * @param ports that may be connected to
 * @param allowPrivate CIDR blocks of the own network that may be connected to
 * @param hosts names by which browsers call this server, besides this machine's own
 * @param https whether a proxy in front speaks TLS with the browsers
 * @param publicAddress scheme, host and port under which the whole world reaches this server, hubs
 *     among it; {@code null} for none
 * @param proxies whose word counts on who asks: addresses or CIDR blocks
 */
public record Settings(
    int port,
    String bind,
    @Nullable String contact,
    Duration poll,
    Duration newsPoll,
    Duration refreshMin,
    int fetchesMax,
    int keepPagesDays,
    Set<Integer> ports,
    List<String> allowPrivate,
    List<String> hosts,
    boolean https,
    @Nullable String publicAddress,
    List<String> proxies) {
  /** The file's name in the data directory. */
  public static final String FILE = "skep.conf";

  public Settings {
    ports = Set.copyOf(ports);
    allowPrivate = List.copyOf(allowPrivate);
    hosts = List.copyOf(hosts);
    proxies = List.copyOf(proxies);
  }

  /** Of somebody who decided nothing. */
  public static Settings defaults() {
    return read(new SettingsText("defaults", Map.of()));
  }

  /**
   * The file where there is one, and the environment over it.
   *
   * @throws SettingsException naming the file, the line and what is allowed there
   */
  public static Settings load(Path dataDirectory, Map<String, String> environment) {
    Path file = dataDirectory.resolve(FILE);
    try {
      List<String> lines = Files.exists(file) ? Files.readAllLines(file) : List.of();
      return read(SettingsText.parse(file.toString(), lines, environment));
    } catch (IOException e) {
      throw new SettingsException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /** These settings on another address and port, as the command line says. */
  public Settings serving(String address, int number) {
    return new Settings(
        number,
        address,
        contact,
        poll,
        newsPoll,
        refreshMin,
        fetchesMax,
        keepPagesDays,
        ports,
        allowPrivate,
        hosts,
        https,
        publicAddress,
        proxies);
  }

  private static Settings read(SettingsText text) {
    return new Settings(
        text.number("port", 0, 65_535),
        text.word("bind"),
        text.wordOrNull("contact"),
        Duration.ofMinutes(text.number("poll-minutes", 60, 1_440)),
        Duration.ofMinutes(text.number("news-poll-minutes", 10, 60)),
        Duration.ofMinutes(text.number("refresh-minutes", 5, 60)),
        text.number("fetches-max", 1, 512),
        text.number("keep-pages-days", 0, 36_500),
        text.words("ports").stream().map(text::port).collect(Collectors.toUnmodifiableSet()),
        text.words("allow-private"),
        text.words("hosts"),
        text.yes("https"),
        text.originOrNull("public-address"),
        text.blocks("proxies"));
  }
}
