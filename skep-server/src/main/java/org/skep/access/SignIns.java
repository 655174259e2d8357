package org.skep.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a user is signed in, for their settings.
 *
 * @param browsers the last used first
 * @param programs the newest first
 * @param apps likewise
 */
public record SignIns(String name, List<Browser> browsers, List<Program> programs, List<App> apps) {
  public SignIns {
    browsers = List.copyOf(browsers);
    programs = List.copyOf(programs);
    apps = List.copyOf(apps);
  }

  /**
   * A session.
   *
   * @param here whether it is the one that asks
   */
  public record Browser(long id, Instant created, Instant lastUsed, String agent, boolean here) {}

  /**
   * A reader app with a password of its own.
   *
   * @param lastUsed {@code null} for never
   */
  public record App(long id, String name, Instant created, @Nullable Instant lastUsed) {}

  /**
   * A token.
   *
   * @param expires {@code null} for never
   * @param lastUsed {@code null} for never
   */
  public record Program(
      long id,
      String name,
      Scope scope,
      Instant created,
      @Nullable Instant expires,
      @Nullable Instant lastUsed) {}
}
