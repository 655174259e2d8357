package org.skep.store;

import java.util.Optional;
import org.skep.url.Url;

/**
 * Names and passwords of feeds, apart from their addresses and sealed. Lost with the key file: then
 * the feed is asked without them, and its page shows what the server says to that.
 */
public final class CredentialRows {
  private final Sql sql;
  private final Vault vault;

  CredentialRows(Sql sql, Vault vault) {
    this.sql = sql;
    this.vault = vault;
  }

  /** Whether the feed has any. */
  public boolean has(long feed) {
    return sql.number("SELECT count(*) FROM credential WHERE feed = ?", feed) > 0;
  }

  /** The feed's address as it is requested: with name and password where it has them. */
  public String requestUrl(FeedRow feed) {
    return find(feed.id())
        .map(userinfo -> feed.url().replaceFirst("://", "://" + quoted(userinfo) + "@"))
        .orElse(feed.url());
  }

  /** Keeps what stands before the host of the address, if anything does. */
  void keep(long feed, String url) {
    userinfo(url)
        .ifPresent(userinfo ->
            sql.update(
                "INSERT OR REPLACE INTO credential (feed, sealed) VALUES (?, ?)",
                feed,
                vault.seal(userinfo, purpose(feed))));
  }

  /** Takes name and password out of addresses that were stored before they were kept apart. */
  void sealOld() {
    var old = sql.list("SELECT * FROM feed WHERE url LIKE 'http%://%@%'", FeedRows::read);
    for (FeedRow feed : old) {
      String bare = without(feed.url());
      if (!bare.equals(feed.url())) {
        boolean taken = sql.number("SELECT count(*) FROM feed WHERE url = ?", bare) > 0;
        keep(feed.id(), feed.url());
        sql.update(
            "UPDATE feed SET url = ? WHERE id = ?",
            taken ? bare + "#" + feed.id() : bare, // a fragment is never sent
            feed.id());
      }
    }
  }

  private Optional<String> find(long feed) {
    return sql.first(
            "SELECT sealed FROM credential WHERE feed = ?", row -> row.bytes("sealed"), feed)
        .flatMap(sealed -> vault.open(sealed, purpose(feed)));
  }

  /** The address as it may be kept: an address without name and password stays as it is. */
  static String without(String url) {
    return Url.parse(url).filter(Url::hasUserinfo).map(Url::toString).orElse(url);
  }

  private static Optional<String> userinfo(String url) {
    return Url.parse(url)
        .filter(Url::hasUserinfo)
        .map(it -> it.username() + (it.password().isEmpty() ? "" : ":" + it.password()));
  }

  private static String quoted(String userinfo) {
    return java.util.regex.Matcher.quoteReplacement(userinfo);
  }

  private static String purpose(long feed) {
    return "credentials of feed " + feed;
  }
}
