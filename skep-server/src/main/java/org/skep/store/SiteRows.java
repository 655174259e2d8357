package org.skep.store;

import java.time.Instant;
import java.util.Optional;

/** What was learnt of each site's pages. */
public final class SiteRows {
  private final Sql sql;

  SiteRows(Sql sql) {
    this.sql = sql;
  }

  /** The bytes of the site's profile. */
  public Optional<byte[]> profile(String host) {
    return sql.first(
        "SELECT body FROM site_profile WHERE host = ?", row -> row.bytes("body"), host);
  }

  public void save(String host, byte[] profile, Instant now) {
    sql.update(
        "INSERT OR REPLACE INTO site_profile (host, updated, body) VALUES (?, ?, ?)",
        host,
        now,
        profile);
  }
}
