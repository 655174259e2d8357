package org.skep.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {
  private final AddressPolicy policy = AddressPolicy.publicOnly();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "0177.0.0.1",
        "0x7f000001",
        "2130706433",
        "10.9.8.7",
        "172.31.0.1",
        "169.254.169.254",
        "100.127.0.1",
        "0.0.0.0",
        "255.255.255.255",
        "192.0.0.8",
        "198.19.0.1",
        "localhost",
        "LOCALHOST.",
        "db.localhost",
        "metadata.google.internal",
        "printer.local",
        "router.home.arpa",
        "\uFF11\uFF12\uFF17.0.0.1",
        "",
        "a b",
        "[::1]",
        "[::]",
        "[fe80::1%25eth0]",
        "[::ffff:10.0.0.1]",
        "[::10.0.0.1]",
        "[64:ff9b::a00:1]",
        "[64:ff9b:1::1]",
        "[2002:a00:1::]",
        "[2001:0:1::1]",
        "[2001:db8::1]",
        "[3fff:fff::1]",
        "[100::1]",
        "[fd00:ec2::254]",
        "[fec0::1]",
        "[ff02::1]",
        "[5f00::1]",
        "[nonsense]"
      })
  void whatIsNotOnThePublicInternetIsRefused(String host) {
    assertThat(policy.refusalOfHost(host)).as(host).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "172.32.0.1",
        "11.0.0.1",
        "192.0.1.1",
        "198.20.0.1",
        "223.255.255.255",
        "news.example.com",
        "localhost.example.com",
        "internal.example.com",
        "b\u00FCcher.example",
        "[2606:4700::1111]",
        "[64:ff9b::808:808]",
        "[2002:808:808::1]",
        "[::ffff:8.8.8.8]",
        "[2001:1::1]",
        "[2001:4860:4860::8888]"
      })
  void thePublicInternetIsOpen(String host) {
    assertThat(policy.refusalOfHost(host)).as(host).isEmpty();
  }

  @Test
  void aRefusalNamesTheAddressAndTheRange() {
    assertThat(policy.refusalOfHost("10.0.0.5"))
        .contains("the address 10.0.0.5 is not public (10.0.0.0/8, private, RFC 1918)");
    assertThat(policy.refusalOfHost("[::ffff:7f00:1]"))
        .contains(
            "::ffff:7f00:1: inside it, the address 127.0.0.1 is not public (127.0.0.0/8, loopback)");
  }

  @Test
  void anOperatorOpensExactlyOneBlock() {
    var opened = new AddressPolicy(List.of("10.1.0.0/16", "fd00:1::/32"));

    assertThat(opened.refusalOfHost("10.1.2.3")).isEmpty();
    assertThat(opened.refusalOfHost("10.2.2.3")).isPresent();
    assertThat(opened.refusalOfHost("[fd00:1::7]")).isEmpty();
    assertThat(opened.refusalOfHost("[fd00:2::7]")).isPresent();
    assertThatThrownBy(() -> new AddressPolicy(List.of("10.1.0.0")))
        .hasMessage("10.1.0.0: not a block of addresses; write it like 10.1.0.0/16 or fd00:1::/32");
  }

  @Test
  void theTablesAreSortedAndWithoutDoubles() {
    assertThat(UrlWords.read(AddressPolicy.ADDRESSES)).isSorted().doesNotHaveDuplicates();
    assertThat(UrlWords.read(AddressPolicy.NAMES)).isSorted().doesNotHaveDuplicates();
  }
}
