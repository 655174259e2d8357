package org.skep.url;

import crawlercommons.domains.EffectiveTldFinder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Who is behind an address: the registrable domain ({@code www.news.example.co.uk} → {@code
 * example.co.uk}) by the public suffix list that crawler-commons bundles, private section included,
 * so that two blogs of one hosting service are two hosts. An IP address, a bare public suffix and a
 * name without a dot stand for themselves. Politeness, holds and site profiles are kept by it.
 *
 * <p>Pure; the list is read once.
 */
public final class HostKey {
  private HostKey() {}

  /** The key of an address; empty when it has no host. */
  public static String of(Url url) {
    return url.host() == null ? "" : of(url.host());
  }

  /** The key of a host as {@link Url#host()} spells it. */
  public static String of(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (name.startsWith("[") || Ipv4.endsInNumber(name)) {
      return name;
    }
    @Nullable String domain = EffectiveTldFinder.getAssignedDomain(name, true, false);
    if (domain != null && !domain.isEmpty()) {
      return domain;
    }
    return EffectiveTldFinder.getEffectiveTLD(name) == null ? lastTwoLabels(name) : name;
  }

  /** The list's own rule for what it does not know: the last label is the suffix. */
  private static String lastTwoLabels(String name) {
    int dot = name.lastIndexOf('.');
    int before = dot < 0 ? -1 : name.lastIndexOf('.', dot - 1);
    return before >= 0 && before < dot - 1 ? name.substring(before + 1) : name;
  }

  /** The key of an address as text; empty when it is no address. */
  public static String ofAddress(String url) {
    String host = StandardSpelling.host(url);
    return host == null ? Url.parse(url).map(HostKey::of).orElse("") : of(host);
  }
}
