package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** X-Forwarded-* is believed from configured proxies alone: specs "security", section 4. */
class ForwardedTest {
  private final Forwarded forwarded = new Forwarded(List.of("10.0.0.0/8", "fd00::7"));

  @Test
  void whoeverIsNoProxyOfOursIsBelievedNothing() {
    for (String stranger : List.of("192.0.2.7", "127.0.0.1", "11.0.0.1", "fd00::8", "")) {
      Visit seen = seen(stranger, "198.51.100.1");
      assertThat(seen.remote()).as(stranger).isEqualTo(stranger);
      assertThat(seen.header("host")).as(stranger).contains("inside:8080");
    }
    assertThat(new Forwarded(List.of()).seenFrom(visit("10.0.0.1", "198.51.100.1")).remote())
        .as("no proxy configured")
        .isEqualTo("10.0.0.1");
  }

  @Test
  void aProxyOfOursNamesTheClientAndTheHost() {
    Visit seen = seen("10.1.2.3", "198.51.100.1");

    assertThat(seen.remote()).isEqualTo("198.51.100.1");
    assertThat(seen.header("host")).contains("news.example");
    assertThat(seen("fd00:0:0:0:0:0:0:7%eth0", "2001:db8::1").remote()).isEqualTo("2001:db8::1");
  }

  @Test
  void whatAClientWroteItselfStandsLeftAndIsNotBelieved() {
    assertThat(seen("10.0.0.1", "127.0.0.1, 198.51.100.1").remote()).isEqualTo("198.51.100.1");
    assertThat(seen("10.0.0.1", "127.0.0.1, 198.51.100.1, 10.0.0.2").remote())
        .as("a chain of proxies of ours")
        .isEqualTo("198.51.100.1");
    assertThat(seen("10.0.0.1", "198.51.100.1, unknown, 10.0.0.2").remote())
        .as("no address ends the chain")
        .isEqualTo("10.0.0.2");
  }

  @Test
  void portsAndBracketsAreTakenOff() {
    assertThat(seen("10.0.0.1", "198.51.100.1:4711").remote()).isEqualTo("198.51.100.1");
    assertThat(seen("10.0.0.1", "[2001:db8::1]:443").remote()).isEqualTo("2001:db8::1");
  }

  @Test
  void theSchemeIsNobodysToSay() {
    Visit seen = seen("10.0.0.1", "198.51.100.1");

    assertThat(new Guard(List.of("news.example"), true).headers())
        .doesNotContainKey("Strict-Transport-Security");
    assertThat(seen.header("x-forwarded-proto")).contains("https");
    assertThat(seen.headers()).doesNotContainKeys("x-forwarded-for", "x-forwarded-host");
  }

  @Test
  void aBlockThatIsNoneStopsTheStart() {
    assertThatThrownBy(() -> new Forwarded(List.of("proxy.local")))
        .hasMessageContaining("proxy.local");
  }

  private Visit seen(String remote, String addresses) {
    return forwarded.seenFrom(visit(remote, addresses));
  }

  private static Visit visit(String remote, String addresses) {
    return new Visit(
        "GET",
        "/",
        null,
        Map.of(
            "host", "inside:8080",
            "x-forwarded-for", addresses,
            "x-forwarded-host", "news.example",
            "x-forwarded-proto", "https"),
        Map.of(),
        Map.of(),
        remote);
  }
}
