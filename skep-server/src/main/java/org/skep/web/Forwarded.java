package org.skep.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skep.url.AddressBlocks;

/**
 * What a proxy in front says about who really asks. Anybody may write {@code X-Forwarded-For} and
 * {@code X-Forwarded-Host}: they are believed when the connection comes from a proxy the operator
 * named, and then from the right, as far as it was named proxies that wrote them. {@code
 * X-Forwarded-Proto} is never read: the scheme is what the settings say. Pure.
 */
final class Forwarded {
  private static final String FOR = "x-forwarded-for";
  private static final String HOST = "x-forwarded-host";

  private final AddressBlocks proxies;

  /**
   * @param proxies addresses or blocks of them
   */
  Forwarded(List<String> proxies) {
    this.proxies = new AddressBlocks(proxies);
  }

  /** The visit as the proxy got it; without its headers where they are not to be believed. */
  Visit seenFrom(Visit visit) {
    Map<String, String> headers = new HashMap<>(visit.headers());
    String addresses = headers.remove(FOR);
    String host = headers.remove(HOST);
    String client = visit.remote();
    if (proxies.hold(client)) {
      client = addresses == null ? client : client(client, addresses.split(","));
      if (host != null) {
        headers.put("host", last(host));
      }
    }
    return new Visit(
        visit.method(),
        visit.path(),
        visit.rawQuery(),
        headers,
        visit.form(),
        visit.parts(),
        client,
        visit.user());
  }

  /** The last address that is none of our proxies; where one is no address, who told us. */
  private String client(String proxy, String[] written) {
    String known = proxy;
    for (int i = written.length - 1; i >= 0; i--) {
      String one = bare(written[i].strip());
      if (!AddressBlocks.isAddress(one)) {
        return known;
      }
      known = one;
      if (!proxies.hold(one)) {
        return known;
      }
    }
    return known;
  }

  /** Without port and brackets: some proxies write them. */
  private static String bare(String address) {
    return address.startsWith("[")
        ? address.replaceFirst("^\\[([^]]*)].*$", "$1")
        : address.matches("[0-9.]+:\\d{1,5}")
            ? address.substring(0, address.indexOf(':'))
            : address;
  }

  private static String last(String list) {
    return list.substring(list.lastIndexOf(',') + 1).strip();
  }
}
