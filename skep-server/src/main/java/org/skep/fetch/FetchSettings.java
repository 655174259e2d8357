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
 * @param allowPrivate CIDR blocks that the guard lets pass, such as {@code 10.1.0.0/16}
 */
public record FetchSettings(
    String version,
    @Nullable String contact,
    Set<Integer> ports,
    List<String> allowPrivate,
    LocalPress localPress) {
  public static final String PROJECT_URL = "https://skep.org/";

  public FetchSettings {
    ports = Set.copyOf(ports);
    allowPrivate = List.copyOf(allowPrivate);
  }

  /** The web's ordinary ports, nothing private. */
  public static FetchSettings ordinary(String version) {
    return new FetchSettings(
        version, null, Set.of(80, 443, 8080, 8443), List.of(), LocalPress.NONE);
  }

  public FetchSettings with(LocalPress press) {
    return new FetchSettings(version, contact, ports, allowPrivate, press);
  }

  public String userAgent() {
    return "Skep/" + version + " (+" + PROJECT_URL + (contact == null ? "" : "; " + contact) + ")";
  }
}
