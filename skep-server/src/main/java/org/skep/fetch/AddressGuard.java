package org.skep.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.skep.fetch.Failure.Kind;
import org.skep.url.AddressPolicy;
import org.skep.url.Url;

/**
 * Decides whether a request may leave, and to which address: scheme, port and name first, then
 * every address the name resolves to. One forbidden address among several refuses the whole, and
 * only the addresses that were checked are connected to, so a name that changes its mind between
 * the check and the connection (DNS rebinding) gains nothing.
 */
final class AddressGuard {
  private final AddressPolicy policy;
  private final Set<Integer> ports;
  private final LocalPress press;
  private final Resolver resolver;

  AddressGuard(FetchSettings settings, Resolver resolver) {
    this.policy = new AddressPolicy(settings.allowPrivate());
    this.ports = settings.ports();
    this.press = settings.localPress();
    this.resolver = resolver;
  }

  /** The guard's answer. */
  sealed interface Verdict {
    /** Connect to one of these and to nothing else. */
    record Pass(List<InetAddress> addresses) implements Verdict {}

    record Refuse(Kind kind, String text) implements Verdict {}
  }

  Verdict check(Url url) throws InterruptedException {
    if (!url.isHttp() || url.host() == null) {
      return new Verdict.Refuse(
          Kind.BAD_ADDRESS, "Only http and https addresses are fetched, not " + url.scheme() + ".");
    }
    Optional<InetAddress> served = press.address(url);
    if (served.isPresent()) {
      return new Verdict.Pass(List.of(served.get()));
    }
    if (!ports.contains(url.effectivePort())) {
      return blocked("port " + url.effectivePort() + " is not one of " + new TreeSet<>(ports));
    }
    Optional<String> refusal = policy.refusalOfHost(url.host());
    return refusal.isPresent() ? blocked(refusal.get()) : resolved(url.host());
  }

  private Verdict resolved(String host) throws InterruptedException {
    List<InetAddress> addresses;
    try {
      addresses =
          resolver.resolve(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
    } catch (UnknownHostException e) {
      return new Verdict.Refuse(Kind.NETWORK, String.valueOf(e.getMessage()));
    }
    for (InetAddress address : addresses) {
      Optional<String> refusal = policy.refusalOfAddress(address.getAddress());
      if (refusal.isPresent()) {
        return blocked(refusal.get());
      }
    }
    return addresses.isEmpty()
        ? new Verdict.Refuse(Kind.NETWORK, "No such host: " + host + ".")
        : new Verdict.Pass(addresses);
  }

  private static Verdict blocked(String why) {
    return new Verdict.Refuse(Kind.BLOCKED, "Blocked: " + why + ".");
  }

  /** Addresses as evidence prints them. */
  static String print(List<InetAddress> addresses) {
    return addresses.stream()
        .map(address -> AddressPolicy.print(address.getAddress()))
        .collect(Collectors.joining(", "));
  }
}
