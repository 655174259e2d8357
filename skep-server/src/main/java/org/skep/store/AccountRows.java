package org.skep.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skep.model.Account;

/** What the reports of a story tell differently, and which stories are still to be compared. */
public final class AccountRows {
  private final Sql sql;

  AccountRows(Sql sql) {
    this.sql = sql;
  }

  /** The stored form; a list alone is no record. */
  record Stored(List<Account> accounts) {}

  /** Of one story, most telling first. */
  public List<Account> ofStory(long story) {
    return sql.first(
            "SELECT body FROM story_account WHERE story = ?",
            row -> Packed.unpack(row.bytes("body"), Stored.class).accounts(),
            story)
        .orElse(List.of());
  }

  /** How many each of these stories has; none, no entry. */
  public Map<Long, Integer> counts(Collection<Long> stories) {
    var counts = new HashMap<Long, Integer>();
    sql.list(
        """
        SELECT story, accounts FROM story_account
        WHERE accounts > 0 AND story IN (SELECT value FROM json_each(?))
        """,
        row -> counts.put(row.number("story"), row.integer("accounts")),
        Sql.array(stories));
    return counts;
  }

  /** Stories that changed since they were compared. */
  public List<Long> uncompared(int limit) {
    return sql.list(
        "SELECT story FROM story_uncompared ORDER BY story LIMIT ?",
        row -> row.number("story"),
        limit);
  }

  public long uncomparedCount() {
    return sql.number("SELECT count(*) FROM story_uncompared");
  }

  /** What the comparison found. */
  public void save(long story, List<Account> accounts) {
    sql.update("DELETE FROM story_uncompared WHERE story = ?", story);
    if (accounts.isEmpty()) {
      sql.update("DELETE FROM story_account WHERE story = ?", story);
    } else {
      sql.update(
          "INSERT OR REPLACE INTO story_account (story, accounts, body) VALUES (?, ?, ?)",
          story,
          accounts.size(),
          Packed.pack(new Stored(accounts)));
    }
  }

  /** The story changed; one report alone, or none, differs from nothing. */
  void changed(long story) {
    if (sql.number("SELECT reports FROM story WHERE id = ?", story) > 1) {
      sql.update("INSERT OR IGNORE INTO story_uncompared (story) VALUES (?)", story);
    } else {
      save(story, List.of());
    }
  }
}
