package org.skep.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.url.AddressPolicy;
import org.skep.url.HostKey;
import org.skep.url.Url;
import org.skep.url.UrlIdentity;

/** Addresses: the URL standard, what two links have in common, who may be connected to. */
final class AddressTargets {
  private static final AddressPolicy POLICY = AddressPolicy.publicOnly();

  private static final List<String> URLS =
      List.of(
          "https://user:pa%20ss@News.Example.org:8443/a/./b/../c%41?x=1&utm_source=y#frag",
          "http://[2001:db8::1%25eth0]/x",
          "http://192.168.0.1.:80/",
          "//b.example/x;jsessionid=1A?q",
          "file:///C|/x/../..",
          "data:text/plain,hello world ",
          "http://xn--bcher-kva.example/bücher?ü#ß",
          "mailto:ann@a.example",
          "https://web.archive.org/web/2020/https://a.example/b");

  private static final List<String> URL_TOKENS =
      List.of(
          ":",
          "/",
          "//",
          "\\",
          "?",
          "#",
          "@",
          "[",
          "]",
          "%",
          "%2e",
          "%2F",
          "%00",
          ".",
          "..",
          "./",
          "http:",
          "https://",
          "file:",
          "blob:",
          "javascript:",
          "xn--",
          "xn--a-ecp",
          "ß",
          "。",
          "ａ",
          "0x7f",
          "0177",
          "127.1",
          "256",
          "::",
          "::ffff:",
          "1:2:3:4:5:6:7:8",
          "localhost",
          ":99999",
          ":0",
          " ",
          "\t",
          "\n",
          "utm_source=",
          "&",
          "=",
          "[]",
          "|",
          "^",
          "`",
          "{",
          "\u200d",
          "☃");

  private static final List<String> HOSTS =
      List.of(
          "news.example.org",
          "8.8.8.8",
          "127.0.0.1",
          "[::1]",
          "[::ffff:10.0.0.1]",
          "0x7f.1",
          "2130706433",
          "017700000001",
          "169.254.169.254",
          "[64:ff9b::7f00:1]",
          "localhost.");

  private static final List<String> HOST_TOKENS =
      List.of(
          ".",
          "..",
          "0",
          "0x",
          "0X7F",
          "00",
          "127",
          "10",
          "192.168",
          "169.254",
          "255",
          "256",
          "1",
          ":",
          "::",
          "[",
          "]",
          "ffff:",
          "fc00:",
          "fe80:",
          "2002:",
          "%",
          "%25",
          "%2e",
          "a",
          "local",
          "localhost",
          ".internal",
          "xn--",
          "。",
          "１",
          "①",
          "٣",
          "ⅼ",
          "\u00ad",
          "ß",
          " ",
          "\t",
          "-");

  private AddressTargets() {}

  static List<Target> all() {
    return List.of(
        Target.ofText("url", URLS, URL_TOKENS, AddressTargets::url),
        Target.ofText("link", URLS, URL_TOKENS, AddressTargets::link),
        Target.ofText("host", HOSTS, HOST_TOKENS, AddressTargets::host));
  }

  /** An address that was written is read as itself. */
  private static void url(String text) {
    Url base = Url.parse("https://a.example/b/c?d#e").orElseThrow();
    for (Optional<Url> read : List.of(Url.parse(text), Url.parse(text, base))) {
      read.ifPresent(url -> {
        assertThat(Url.parse(url.href())).contains(url);
        assertThat(url.normalized()).isNotBlank();
        assertThat(url.withoutUserinfo().hasUserinfo()).isFalse();
        assertThat(HostKey.of(url)).isNotNull();
      });
    }
    int slash = text.indexOf('/');
    Url.resolve(text, slash < 0 ? text : text.substring(slash));
  }

  /** The identity of an identity is itself. */
  private static void link(String text) {
    UrlIdentity.of(text)
        .ifPresent(identity -> assertThat(UrlIdentity.of(identity)).contains(identity));
  }

  /** Whatever any library would read as an inner address is refused. */
  private static void host(String host) {
    if (POLICY.refusalOfHost(host).isPresent()) {
      return;
    }
    InetAddress address = asLibrariesRead(host);
    if (address != null) {
      assertThat(POLICY.refusalOfAddress(address.getAddress())).as(host).isEmpty();
      assertThat(inner(address)).as(host).isFalse();
    }
    Url.parse("http://" + host + "/")
        .map(Url::host)
        .ifPresent(read -> assertThat(POLICY.refusalOfHost(read)).as(read).isEmpty());
  }

  private static boolean inner(InetAddress address) {
    return address.isLoopbackAddress()
        || address.isSiteLocalAddress()
        || address.isLinkLocalAddress()
        || address.isAnyLocalAddress()
        || address.isMulticastAddress();
  }

  /** As the C library reads it, octal, hexadecimal and short forms included; never a name. */
  private static @Nullable InetAddress asLibrariesRead(String host) {
    String bare = host.replaceAll("^\\[|]$", "");
    try {
      return bare.contains(":") ? InetAddress.ofLiteral(bare) : Inet4Address.ofPosixLiteral(bare);
    } catch (IllegalArgumentException e) {
      return null; // a name: the guard asks for its addresses and checks each
    }
  }
}
