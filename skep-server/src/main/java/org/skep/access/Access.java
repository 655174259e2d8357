package org.skep.access;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.store.Hash;
import org.skep.store.LoginRows.Session;
import org.skep.store.LoginRows.Token;
import org.skep.store.LoginRows.User;
import org.skep.store.Store;
import org.skep.store.UserRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who asks. As long as no user has a password there is one reader and no login; from the first one
 * on everybody signs in. Sessions end when unused for thirty days and after ninety in any case;
 * tokens end when they say so. Names are compared in small letters. Thread-safe.
 */
public final class Access {
  /** Before a token, so that it is recognised wherever it turns up. */
  public static final String TOKEN_PREFIX = "skep_";

  static final Duration IDLE_MAX = Duration.ofDays(30);
  static final Duration AGE_MAX = Duration.ofDays(90);
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(10);
  private static final int AGENT_MAX = 200;
  private static final String NAME = "[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,39}";
  private static final Logger log = LoggerFactory.getLogger(Access.class);

  private final Store store;
  private final AppPasswords apps;
  private final Clock clock;
  private final Passwords passwords = new Passwords();
  private final LoginLimit limit = new LoginLimit();
  private final Secret setup = Secret.fresh("");
  private final String nobody = passwords.hash(Secret.fresh("").reveal());

  public Access(Store store, Clock clock) {
    this.store = store;
    this.apps = new AppPasswords(store, clock);
    this.clock = clock;
  }

  /** What came of signing in. */
  public sealed interface Outcome {
    /** The session's secret, for the cookie. */
    record Welcome(Secret session) implements Outcome {}

    /** Name or password is wrong; which of them is not said. */
    record Refused() implements Outcome {}

    /** Too many failures; not even tried. */
    record TooMany(Duration pause) implements Outcome {}
  }

  /** A user and how far they may go. */
  public record Identity(long user, Scope scope) {}

  /** Why a user could not be made. */
  public enum Fault {
    NAME,
    NAME_TAKEN,
    TOO_SHORT,
    TOO_LONG,
    COMMON,
    LIKE_THE_NAME
  }

  /** What became of a user's wish for another password. */
  public enum Change {
    DONE,
    NO_USER,
    WRONG_PASSWORD,
    WEAK_PASSWORD
  }

  /** Whether one must sign in. */
  public boolean required() {
    return store.read(tx -> tx.logins().any());
  }

  /** What the operator finds in the log and the first user must know. */
  public Secret setupToken() {
    return setup;
  }

  public boolean isSetupToken(String token) {
    return setup.is(token.strip());
  }

  /**
   * Signs in; takes as long for a name nobody has.
   *
   * @param address of the browser
   * @param old the session it had, which ends; {@code null} for none
   */
  public Outcome login(
      String name, String password, String address, String agent, @Nullable String old) {
    Instant now = clock.now();
    String folded = folded(name);
    String nameKey = "name " + folded;
    String addressKey = "address " + address;
    if (limit.exceeded(nameKey, now) || limit.exceeded(addressKey, now)) {
      log.warn("login name={} address={} outcome=too-many", printable(folded), address);
      return new Outcome.TooMany(LoginLimit.WINDOW);
    }
    Optional<User> user = store.read(tx -> tx.logins().user(folded));
    String hash = user.map(User::password).orElse(nobody);
    if (!passwords.matches(password, hash) || user.isEmpty()) {
      limit.failed(nameKey, now);
      limit.failed(addressKey, now);
      log.warn("login name={} address={} outcome=refused", printable(folded), address);
      return new Outcome.Refused();
    }
    limit.succeeded(nameKey);
    long id = user.orElseThrow().id();
    if (Passwords.outdated(hash)) {
      String fresh = passwords.hash(password);
      store.change(tx -> tx.logins().rehash(id, fresh));
    }
    log.info("login name={} address={} outcome=welcome", printable(folded), address);
    return new Outcome.Welcome(open(id, agent, old, now));
  }

  private Secret open(long user, String agent, @Nullable String old, Instant now) {
    Secret session = Secret.fresh("");
    store.change(tx -> {
      if (old != null) {
        tx.logins().endSession(Hash.of(old));
      }
      tx.logins().endSessions(now.minus(IDLE_MAX), now.minus(AGE_MAX));
      tx.logins()
          .addSession(
              session.hash(),
              user,
              agent.length() <= AGENT_MAX ? agent : agent.substring(0, AGENT_MAX),
              now);
    });
    return session;
  }

  /** Whose session this is; empty when there is none, or no more. */
  public Optional<Long> session(String secret) {
    Instant now = clock.now();
    Optional<Session> found =
        store
            .read(tx -> tx.logins().session(Hash.of(secret)))
            .filter(session -> session.lastUsed().isAfter(now.minus(IDLE_MAX)))
            .filter(session -> session.created().isAfter(now.minus(AGE_MAX)));
    found
        .filter(session -> session.lastUsed().isBefore(now.minus(TOUCH_EVERY)))
        .ifPresent(session -> store.change(tx -> tx.logins().touchSession(session.id(), now)));
    return found.map(Session::user);
  }

  /** Whether the password is this user's; a wrong one counts as a failed try. */
  public boolean confirms(User user, String password) {
    Instant now = clock.now();
    String key = "name " + user.name();
    String hash = user.password();
    if (hash == null || limit.exceeded(key, now)) {
      return false;
    }
    boolean right = passwords.matches(password, hash);
    if (!right) {
      limit.failed(key, now);
    }
    return right;
  }

  public void logout(String secret) {
    store.change(tx -> tx.logins().endSession(Hash.of(secret)));
  }

  /** Whose token this is; empty when there is none, or no more. */
  public Optional<Identity> token(String secret) {
    if (!secret.startsWith(TOKEN_PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.now();
    Optional<Token> found =
        store
            .read(tx -> tx.logins().token(Hash.of(secret)))
            .filter(token -> {
              Instant expires = token.expires();
              return expires == null || expires.isAfter(now);
            });
    found
        .filter(token -> {
          Instant last = token.lastUsed();
          return last == null || last.isBefore(now.minus(TOUCH_EVERY));
        })
        .ifPresent(token -> store.change(tx -> tx.logins().touchToken(token.id(), now)));
    return found.map(token -> new Identity(token.user(), Scope.valueOf(token.scope())));
  }

  /** A user who may sign in; the first one takes over what was read until now. */
  public Optional<Fault> addUser(String name, String password) {
    String folded = folded(name);
    if (!folded.matches(NAME)) {
      return Optional.of(Fault.NAME);
    }
    Optional<Fault> fault = fault(folded, password);
    if (fault.isPresent()) {
      return fault;
    }
    String hash = passwords.hash(password);
    return store.write(tx -> tx.logins().add(folded, hash)).isPresent()
        ? Optional.empty()
        : Optional.of(Fault.NAME_TAKEN);
  }

  /** Another password; every session of the user ends. */
  public Optional<Fault> changePassword(User user, String password) {
    Optional<Fault> fault = fault(user.name(), password);
    if (fault.isEmpty()) {
      String hash = passwords.hash(password);
      store.change(tx -> tx.logins().setPassword(user.id(), hash));
    }
    return fault;
  }

  /** Another password for a user who can say the old one. */
  public Change changePassword(long id, String old, String password) {
    User user = store.read(tx -> tx.logins().user(id)).orElse(null);
    if (user == null) {
      return Change.NO_USER;
    }
    if (!confirms(user, old)) {
      return Change.WRONG_PASSWORD;
    }
    return changePassword(user, password).isPresent() ? Change.WEAK_PASSWORD : Change.DONE;
  }

  private Optional<Fault> fault(String name, String password) {
    return passwords.fault(name, password).map(fault -> Fault.valueOf(fault.name()));
  }

  public List<User> users() {
    return store.read(tx -> tx.logins().users());
  }

  public Optional<User> user(String name) {
    return store.read(tx -> tx.logins().user(folded(name)));
  }

  public void removeUser(User user) {
    store.change(tx -> tx.logins().remove(user.id()));
  }

  /** Where the user is signed in; {@code secret} is the session that asks. */
  public SignIns signIns(long user, String secret) {
    return store.read(tx -> {
      long here = tx.logins().session(Hash.of(secret)).map(Session::id).orElse(0L);
      return new SignIns(
          tx.logins().user(user).map(User::name).orElse(""),
          tx.logins().sessions(user).stream()
              .map(session ->
                  new SignIns.Browser(
                      session.id(),
                      session.created(),
                      session.lastUsed(),
                      session.agent(),
                      session.id() == here))
              .toList(),
          tx.logins().tokens(user).stream()
              .map(token ->
                  new SignIns.Program(
                      token.id(),
                      token.name(),
                      Scope.valueOf(token.scope()),
                      token.created(),
                      token.expires(),
                      token.lastUsed()))
              .toList(),
          tx.appPasswords().of(user).stream()
              .map(app -> new SignIns.App(app.id(), app.name(), app.created(), app.lastUsed()))
              .toList());
    });
  }

  /** Only one of the user's own; says whether there was one. */
  public boolean endSession(long user, long id) {
    return store.write(tx -> tx.logins().endSession(user, id));
  }

  /**
   * A token for a program; shown now and never again.
   *
   * @param life {@code null} for ever
   */
  public Secret addToken(long user, String name, Scope scope, @Nullable Duration life) {
    Secret token = Secret.fresh(TOKEN_PREFIX);
    Instant now = clock.now();
    store.change(tx ->
        tx.logins()
            .addToken(
                token.hash(), user, name, scope.name(), life == null ? null : now.plus(life), now));
    return token;
  }

  /** Only one of the user's own; says whether there was one. */
  public boolean endToken(long user, long id) {
    return store.write(tx -> tx.logins().endToken(user, id));
  }

  /** Passwords for reader apps. */
  public AppPasswords apps() {
    return apps;
  }

  /** Without logins: the one reader. */
  public static Identity reader() {
    return new Identity(UserRows.READER, Scope.ADMIN);
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** What anybody may type goes into the log as a name only when it looks like one. */
  private static String printable(String name) {
    return name.matches(NAME) ? name : "?";
  }
}
