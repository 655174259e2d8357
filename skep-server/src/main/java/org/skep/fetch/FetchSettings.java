package org.skep.fetch;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an operator may decide about the way out.
 *
 * @param version ours, for the User-Agent
 * @param contact an address or e-mail in the User-Agent; {@code null} when the operator gives none
 * @param ports that may be connected to
 * @param limits how long anything may take
 * @param allowPrivate CIDR blocks that the guard lets pass, such as {@code 10.1.0.0/16}
 */
public record FetchSettings(
    String version,
    @Nullable String contact,
    Set<Integer> ports,
    FetchLimits limits,
    List<String> allowPrivate,
    LocalPress localPress) {
  /**
   * Where a publisher reads what we are. The project has no public home yet, so this is a reserved
   * name (RFC 2606): a real one would send complaints to a stranger.
   */
  public static final String PROJECT_URL = "https://skep.example/";

  /** What robots.txt files call us. */
  public static final String PRODUCT = "Skep";

  public FetchSettings {
    ports = Set.copyOf(ports);
    allowPrivate = List.copyOf(allowPrivate);
  }

  /** The web's ordinary ports, nothing private. */
  public static FetchSettings ordinary(String version) {
    return new FetchSettings(
        version,
        null,
        Set.of(80, 443, 8080, 8443),
        FetchLimits.ORDINARY,
        List.of(),
        LocalPress.NONE);
  }

  public FetchSettings with(LocalPress press) {
    return new FetchSettings(version, contact, ports, limits, allowPrivate, press);
  }

  public FetchSettings with(FetchLimits other) {
    return new FetchSettings(version, contact, ports, other, allowPrivate, localPress);
  }

  public FetchSettings withContact(@Nullable String address) {
    return new FetchSettings(version, address, ports, limits, allowPrivate, localPress);
  }

  /** Opens private blocks, as {@code --allow-private} does. */
  public FetchSettings allowing(List<String> blocks) {
    return new FetchSettings(version, contact, ports, limits, blocks, localPress);
  }

  /**
   * Who asks: {@code Skep/1.0 (+project; contact; 3 subscribers)}.
   *
   * @param subscribers 0 leaves the number out; always the plural, which statistics programs look
   *     for
   */
  public String userAgent(int subscribers) {
    return "Skep/"
        + version
        + " (+"
        + PROJECT_URL
        + (contact == null ? "" : "; " + contact)
        + (subscribers == 0 ? "" : "; " + subscribers + " subscribers")
        + ")";
  }
}
