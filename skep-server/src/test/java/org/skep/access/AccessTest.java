package org.skep.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.access.Access.Outcome.Refused;
import org.skep.access.Access.Outcome.TooMany;
import org.skep.access.Access.Outcome.Welcome;
import org.skep.clock.VirtualClock;
import org.skep.store.Hash;
import org.skep.store.LoginRows.User;
import org.skep.store.Store;
import org.skep.store.UserRows;

/** Who may sign in, for how long, and what is kept of it. */
class AccessTest {
  private static final String PASSWORD = "herring under the quay";

  @TempDir private Path directory;
  private final VirtualClock clock = VirtualClock.atNoon();
  private Store store;
  private Access access;

  @BeforeEach
  void open() {
    store = Store.open(directory, clock);
    access = new Access(store, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theFirstUserTakesOverWhatWasReadAndTheSecondDoesNot() {
    assertThat(access.required()).isFalse();

    assertThat(access.addUser("Anna", PASSWORD)).isEmpty();
    assertThat(access.addUser("ben", PASSWORD)).isEmpty();

    assertThat(access.required()).isTrue();
    assertThat(access.user("anna").map(User::id)).contains(UserRows.READER);
    assertThat(access.user("BEN").map(User::id).orElseThrow()).isNotEqualTo(UserRows.READER);
    assertThat(access.addUser("ANNA", PASSWORD)).contains(Access.Fault.NAME_TAKEN);
  }

  @Test
  void onlyTheRightPasswordOpensASession() {
    access.addUser("anna", PASSWORD);

    assertThat(login("anna", PASSWORD)).isInstanceOf(Welcome.class);
    assertThat(login("anna", PASSWORD + " ")).isInstanceOf(Refused.class);
    assertThat(login("nobody", PASSWORD)).isInstanceOf(Refused.class);
    assertThat(login("anna", "")).isInstanceOf(Refused.class);
  }

  @Test
  void afterFiveFailuresAQuarterOfAnHourPassesForTheNameAndForTheAddress() {
    access.addUser("anna", PASSWORD);
    for (int i = 0; i < LoginLimit.TRIES_MAX; i++) {
      assertThat(access.login("anna", "wrong one", "192.0.2." + i, "", null))
          .isInstanceOf(Refused.class);
    }
    assertThat(access.login("anna", PASSWORD, "192.0.2.99", "", null)).isInstanceOf(TooMany.class);

    for (int i = 0; i < LoginLimit.TRIES_MAX; i++) {
      access.login("name" + i, "wrong one", "198.51.100.7", "", null);
    }
    assertThat(access.login("carla", PASSWORD, "198.51.100.7", "", null))
        .isInstanceOf(TooMany.class);

    clock.advance(LoginLimit.WINDOW.plusSeconds(1));
    assertThat(access.login("anna", PASSWORD, "198.51.100.7", "", null))
        .isInstanceOf(Welcome.class);
  }

  @Test
  void aSessionEndsWhenUnusedForThirtyDaysAndAfterNinetyInAnyCase() {
    access.addUser("anna", PASSWORD);
    String idle = session();
    clock.advance(Access.IDLE_MAX.plusMinutes(1));
    assertThat(access.session(idle)).isEmpty();

    String used = session();
    for (int days = 0; days < 80; days += 20) {
      clock.advance(Duration.ofDays(20));
      assertThat(access.session(used)).contains(UserRows.READER);
    }
    clock.advance(Duration.ofDays(10).plusMinutes(1));
    assertThat(access.session(used)).isEmpty();
  }

  @Test
  void signingInAgainEndsTheSessionBefore() {
    access.addUser("anna", PASSWORD);
    String first = session();

    var second = (Welcome) access.login("anna", PASSWORD, "127.0.0.1", "", first);

    assertThat(access.session(first)).isEmpty();
    assertThat(access.session(second.session().reveal())).isPresent();
  }

  @Test
  void nobodyEndsAnothersSessionOrToken() {
    access.addUser("anna", PASSWORD);
    access.addUser("ben", PASSWORD);
    String session = session();
    long id = access.signIns(UserRows.READER, session).browsers().getFirst().id();
    Secret token = access.addToken(UserRows.READER, "reader", Scope.READ, null);
    long tokenId = access.signIns(UserRows.READER, session).programs().getFirst().id();
    long ben = access.user("ben").orElseThrow().id();

    assertThat(access.endSession(ben, id)).isFalse();
    assertThat(access.endToken(ben, tokenId)).isFalse();
    assertThat(access.session(session)).isPresent();
    assertThat(access.token(token.reveal())).isPresent();

    assertThat(access.endSession(UserRows.READER, id)).isTrue();
    assertThat(access.endToken(UserRows.READER, tokenId)).isTrue();
    assertThat(access.session(session)).isEmpty();
    assertThat(access.token(token.reveal())).isEmpty();
  }

  @Test
  void aTokenGoesAsFarAsItsScopeAndAsLongAsItSays() {
    access.addUser("anna", PASSWORD);
    Secret token = access.addToken(UserRows.READER, "feeds", Scope.READ, Duration.ofDays(30));

    assertThat(token.reveal()).startsWith("skep_").hasSize(48);
    assertThat(access.token(token.reveal()).map(Access.Identity::scope)).contains(Scope.READ);
    assertThat(Scope.READ.covers(Scope.WRITE)).isFalse();
    assertThat(Scope.ADMIN.covers(Scope.WRITE)).isTrue();
    assertThat(access.token("skep_" + "x".repeat(43))).isEmpty();
    clock.advance(Duration.ofDays(31));
    assertThat(access.token(token.reveal())).isEmpty();
  }

  @Test
  void anotherPasswordEndsEverySession() {
    access.addUser("anna", PASSWORD);
    String session = session();

    User anna = access.user("anna").orElseThrow();
    assertThat(access.confirms(anna, PASSWORD)).isTrue();
    assertThat(access.confirms(anna, "wrong one")).isFalse();
    access.changePassword(anna, "lanterns on the breakwater");

    assertThat(access.session(session)).isEmpty();
    assertThat(login("anna", PASSWORD)).isInstanceOf(Refused.class);
    assertThat(login("anna", "lanterns on the breakwater")).isInstanceOf(Welcome.class);
  }

  @Test
  void theStoreHoldsNoPasswordSessionOrToken() throws Exception {
    access.addUser("anna", PASSWORD);
    String session = session();
    Secret token = access.addToken(UserRows.READER, "feeds", Scope.READ, null);
    String app = access.apps().add(UserRows.READER, "phone").orElseThrow().reveal();
    String fever = AppPasswords.feverKey("anna", app);
    store.close();

    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        assertThat(bytes)
            .as(file.toString())
            .doesNotContain(PASSWORD, session, token.reveal(), app, fever);
      }
    }
    assertThat(token.toString()).doesNotContain(token.reveal());
    assertThat(Hash.of(session)).hasSize(64);
  }

  @Test
  void anAppHasAPasswordOfItsOwnUnderBothProtocolsUntilItEnds() {
    access.addUser("anna", PASSWORD);
    access.addUser("ben", PASSWORD);
    String phone = access.apps().add(UserRows.READER, "phone").orElseThrow().reveal();
    String tablet = access.apps().add(UserRows.READER, "tablet").orElseThrow().reveal();

    assertThat(phone).matches("([a-km-np-z2-9]{4}-){5}[a-km-np-z2-9]{4}").isNotEqualTo(tablet);
    assertThat(access.apps().user("Anna", phone)).contains(UserRows.READER);
    assertThat(access.apps().user("ben", phone)).as("another's").isEmpty();
    assertThat(access.apps().user("anna", PASSWORD)).as("never the user's own").isEmpty();
    assertThat(login("anna", phone)).as("no way into the pages").isInstanceOf(Refused.class);
    assertThat(access.token(phone)).isEmpty();

    String fever = AppPasswords.feverKey("anna", phone);
    assertThat(fever).matches("[0-9a-f]{32}");
    assertThat(access.apps().userOfFever(fever.toUpperCase(java.util.Locale.ROOT)))
        .contains(UserRows.READER);
    assertThat(access.apps().userOfFever(AppPasswords.feverKey("anna", PASSWORD))).isEmpty();
    assertThat(access.apps().userOfFever(Hash.of(fever)))
        .as("what is stored opens nothing")
        .isEmpty();

    var apps = access.signIns(UserRows.READER, "").apps();
    assertThat(apps).extracting(app -> app.name()).containsExactly("tablet", "phone");
    assertThat(apps.getLast().lastUsed()).isNotNull();
    assertThat(apps.getFirst().lastUsed()).isNull();
    long id = apps.getLast().id();
    assertThat(access.apps().end(2, id)).as("not ben's").isFalse();
    assertThat(access.apps().end(UserRows.READER, id)).isTrue();
    assertThat(access.apps().user("anna", phone)).isEmpty();
    assertThat(access.apps().userOfFever(fever)).isEmpty();
    assertThat(access.apps().user("anna", tablet)).isPresent();

    access.removeUser(access.user("anna").orElseThrow());
    assertThat(access.apps().user("reader", tablet)).isEmpty();
  }

  @Test
  void passwordsThatEverybodyTriesFirstAreRefused() {
    var passwords = new Passwords();
    for (String common :
        List.of(
            "password",
            "Passw0rd!",
            "P@ssw0rd123",
            "dragon2026",
            "Liverpool1",
            "iloveyou!!",
            "qwertyuiop",
            "12345678",
            "98765432",
            "aaaaaaaa",
            "19900101",
            "drowssap",
            "monkeymonkey",
            "skepskep",
            "sunshine99",
            "trustno1",
            "1qaz2wsx",
            "zaq12wsx",
            "q1w2e3r4",
            "jordan23")) {
      assertThat(passwords.fault("anna", common)).as(common).contains(Passwords.Fault.COMMON);
    }
    for (String good :
        List.of(PASSWORD, "Kx9$fmQ2z", "vier Möwen im Regen", "ōhanami-14-lantern")) {
      assertThat(passwords.fault("anna", good)).as(good).isEmpty();
    }
    assertThat(passwords.fault("annalena", "annalena")).contains(Passwords.Fault.LIKE_THE_NAME);
    assertThat(passwords.fault("anna", "short")).contains(Passwords.Fault.TOO_SHORT);
  }

  @Test
  void aHashSaysItsParametersAndVerifiesOnlyItsPassword() {
    var passwords = new Passwords();
    String hash = passwords.hash(PASSWORD);

    assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    assertThat(passwords.matches(PASSWORD, hash)).isTrue();
    assertThat(passwords.matches("another", hash)).isFalse();
    assertThat(passwords.hash(PASSWORD)).isNotEqualTo(hash);
    for (String broken : List.of("", "$argon2id$", hash.replace("19456", "9999999"), "plain")) {
      assertThat(passwords.matches(PASSWORD, broken)).as(broken).isFalse();
    }
    assertThat(Passwords.outdated(hash)).isFalse();
    assertThat(Passwords.outdated(hash.replace("t=2", "t=1"))).isTrue();
  }

  @Test
  void theTestVectorOfArgon2ForOnePassVerifies() {
    // RFC 9106 has no vector without secret and data; this one is of the reference implementation:
    // echo -n password | argon2 somesalt -id -t 2 -m 16 -p 1
    String hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    assertThat(new Passwords().matches("password", hash)).isTrue();
  }

  private Access.Outcome login(String name, String password) {
    return access.login(name, password, "127.0.0.1", "a browser", null);
  }

  private String session() {
    return ((Welcome) login("anna", PASSWORD)).session().reveal();
  }
}
