package org.skep.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.skep.clock.Clock;
import org.skep.store.AppPasswordRows.AppPassword;
import org.skep.store.Hash;
import org.skep.store.LoginRows.User;
import org.skep.store.Store;

/**
 * Passwords for reader apps that know nothing better than a name and a password (Google Reader,
 * Fever): made by us, one an app, never the user's own. Each is 120 random bits, so that its
 * SHA-256 tells nothing and no limit of tries is needed, which a stranger could lock a reader out
 * with. Thread-safe.
 */
public final class AppPasswords {
  private static final Duration TOUCH_EVERY = Duration.ofMinutes(10);

  private final Store store;
  private final Clock clock;

  public AppPasswords(Store store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** A password for one more app of the user's; shown now and never again. */
  public Optional<Secret> add(long user, String app) {
    Secret secret = Secret.forTyping();
    return store.write(tx -> {
      Optional<User> owner = tx.logins().user(user);
      owner.ifPresent(one ->
          tx.appPasswords()
              .add(
                  user,
                  app,
                  secret.hash(),
                  Hash.of(feverKey(one.name(), secret.reveal())),
                  clock.now()));
      return owner.map(_ -> secret);
    });
  }

  /** Whose name and app password these are; empty when they are nobody's. */
  public Optional<Long> user(String name, String password) {
    String folded = name.strip().toLowerCase(Locale.ROOT);
    return used(
        store.read(tx ->
            tx.appPasswords()
                .byPassword(Hash.of(password.strip()))
                .filter(found ->
                    tx.logins()
                        .user(found.user())
                        .filter(it -> it.name().equals(folded))
                        .isPresent())));
  }

  /**
   * Whose key this is that a Fever app sends: md5 of {@code name:password}; empty when nobody's.
   */
  public Optional<Long> userOfFever(String key) {
    String folded = key.strip().toLowerCase(Locale.ROOT);
    return used(store.read(tx -> tx.appPasswords().byFever(Hash.of(folded))));
  }

  private Optional<Long> used(Optional<AppPassword> found) {
    Instant now = clock.now();
    found
        .filter(password -> {
          Instant last = password.lastUsed();
          return last == null || last.isBefore(now.minus(TOUCH_EVERY));
        })
        .ifPresent(password -> store.change(tx -> tx.appPasswords().touch(password.id(), now)));
    return found.map(AppPassword::user);
  }

  /** Only one of the user's own; says whether there was one. */
  public boolean end(long user, long id) {
    return store.write(tx -> tx.appPasswords().end(user, id));
  }

  /** What the protocol demands; MD5 protects nothing here, the password's own bits do. */
  static String feverKey(String name, String password) {
    try {
      byte[] text = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
