package org.skep.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.skep.fetch.FakeOrigin.reply;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skep.clock.VirtualClock;
import org.skep.fetch.Failure.Kind;
import org.skep.url.Url;

class AddressGuardTest {
  private static final FetchSettings SETTINGS = FetchSettings.ordinary("1");

  private static AddressGuard.Verdict check(String url, String... answers)
      throws InterruptedException {
    return new AddressGuard(SETTINGS, _ -> addresses(answers)).check(Url.parse(url).orElseThrow());
  }

  private static List<InetAddress> addresses(String... literals) {
    return java.util.Arrays.stream(literals).map(AddressGuardTest::address).toList();
  }

  private static InetAddress address(String literal) {
    try {
      return InetAddress.getByName(literal);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @Test
  void aPublicNamePassesWithTheAddressesThatWereChecked() throws InterruptedException {
    assertThat(check("https://a.example/", "8.8.8.8", "2606:4700::1111"))
        .isEqualTo(new AddressGuard.Verdict.Pass(addresses("8.8.8.8", "2606:4700::1111")));
  }

  @Test
  void onePrivateAddressAmongPublicOnesRefusesAll() throws InterruptedException {
    assertThat(check("https://a.example/", "8.8.8.8", "10.0.0.5"))
        .isEqualTo(
            new AddressGuard.Verdict.Refuse(
                Kind.BLOCKED,
                "Blocked: the address 10.0.0.5 is not public (10.0.0.0/8, private, RFC 1918)."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://a.example/",
        "http://a.example:22/",
        "http://localhost/",
        "http://0x7f.1/",
        "http://[::ffff:127.0.0.1]/",
        "http://printer.local/"
      })
  void someAddressesNeedNoNameServerToBeRefused(String url) throws InterruptedException {
    assertThat(check(url, "8.8.8.8")).isInstanceOf(AddressGuard.Verdict.Refuse.class);
  }

  @Test
  void aNameThatChangesItsMindIsConnectedToWhereItWasCheckedOrNotAtAll()
      throws InterruptedException {
    var clock = VirtualClock.atNoon();
    try (var victim = FakeOrigin.start(clock)) {
      victim.on("rebind.example/", reply(200, "secret"));
      // First a documentation address that an operator opened, so that no packet leaves; then home.
      Queue<String> answers = new ArrayDeque<>(List.of("192.0.2.7", "127.0.0.1", "127.0.0.1"));
      Resolver fickle = _ -> addresses(answers.remove());
      var settings =
          new FetchSettings(
              "1",
              null,
              Set.of(victim.port()),
              FetchLimits.ORDINARY.dividedBy(50),
              List.of("192.0.2.7/32"),
              LocalPress.NONE);
      try (var fetcher = new Fetcher(settings, HostStates.inMemory(), clock, fickle, null)) {
        var request = Request.of("http://rebind.example:" + victim.port() + "/", Request.Kind.FEED);
        var first = ((Fetched.Failed) fetcher.fetch(request)).failure();
        clock.advance(Duration.ofHours(1));
        var second = ((Fetched.Failed) fetcher.fetch(request)).failure();

        assertThat(first.evidence()).containsEntry("address", "192.0.2.7");
        assertThat(answers).as("asked once for each request").hasSize(1);
        assertThat(second.kind()).isEqualTo(Kind.BLOCKED);
        assertThat(victim.log()).isEmpty();
      }
    }
  }

  @Test
  void ourOwnPressIsAdmittedOnExactlyItsPort() throws InterruptedException {
    var press = LocalPress.atOrdinaryPace(List.of("press.test:9000"));
    var guard = new AddressGuard(SETTINGS.with(press), _ -> addresses("127.0.0.1"));

    assertThat(guard.check(Url.parse("http://press.test:9000/").orElseThrow()))
        .isInstanceOf(AddressGuard.Verdict.Pass.class);
    assertThat(guard.check(Url.parse("http://press.test:8080/").orElseThrow()))
        .isInstanceOf(AddressGuard.Verdict.Refuse.class);
    assertThat(guard.check(Url.parse("http://127.0.0.1:9000/").orElseThrow()))
        .isInstanceOf(AddressGuard.Verdict.Refuse.class);
  }
}
