package org.skep.store;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.skep.model.StoryChange;

/** The stories, as the changes of the story stage make them. */
public final class StoryRows {
  private final Sql sql;

  StoryRows(Sql sql) {
    this.sql = sql;
  }

  /** The story of that id, or the one it was merged into. */
  public Optional<StoryRow> find(long id) {
    return sql.first("SELECT * FROM story WHERE id = ?", StoryRows::read, resolve(id));
  }

  /** The id this one was merged into, or itself. */
  public long resolve(long id) {
    long current = id;
    for (int hop = 0; hop < 100; hop++) { // a story may swallow one that swallowed another ...
      long next = sql.number("SELECT target FROM story_redirect WHERE story = ?", current);
      if (next == 0) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /** Stories with an article since then, the most reported first: what a front page ranks. */
  public List<StoryRow> recent(Instant since, int limit) {
    return sql.list(
        """
        SELECT * FROM story WHERE last_at >= ? ORDER BY reports DESC, last_at DESC, id LIMIT ?
        """,
        StoryRows::read,
        since,
        limit);
  }

  /** Stories of one article, newest first: what nobody else reports. */
  public List<StoryRow> single(Instant since, int limit) {
    return sql.list(
        """
        SELECT * FROM story WHERE last_at >= ? AND reports = 1
        ORDER BY last_at DESC, id LIMIT ?
        """,
        StoryRows::read,
        since,
        limit);
  }

  /** Of each story: original reports whose first article is younger than that; none, no entry. */
  public Map<Long, Integer> reportsSince(Collection<Long> stories, Instant since) {
    var reports = new HashMap<Long, Integer>();
    sql.list(
        """
        SELECT story, count(*) AS n FROM (
          SELECT m.story, coalesce(c.lineage, a.id) AS lineage, min(a.dated) AS first
          FROM story_member m JOIN article a ON a.id = m.article
            LEFT JOIN copy c ON c.article = a.id
          WHERE m.story IN (SELECT value FROM json_each(?)) GROUP BY m.story, lineage)
        WHERE first > ? GROUP BY story
        """,
        row -> reports.put(row.number("story"), row.integer("n")),
        Sql.array(stories),
        since);
    return reports;
  }

  /** The stories that any of these articles is in. */
  public Set<Long> ofArticles(Collection<Long> articles) {
    return new HashSet<>(
        sql.list(
            """
            SELECT DISTINCT story FROM story_member
            WHERE article IN (SELECT value FROM json_each(?))
            """,
            row -> row.number("story"),
            Sql.array(articles)));
  }

  /** The same event in other languages, this story included. */
  public List<StoryRow> group(long group) {
    return sql.list(
        "SELECT * FROM story WHERE language_group = ? ORDER BY reports DESC, id",
        StoryRows::read,
        group);
  }

  /** Why each article is in it. */
  public List<StoryRow.Member> members(long story) {
    return sql.list(
        "SELECT * FROM story_member WHERE story = ? ORDER BY seq, article",
        StoryRows::readMember,
        story);
  }

  /** Why this article is where it is. */
  public Optional<StoryRow.Member> member(long article) {
    return sql.first(
        "SELECT * FROM story_member WHERE article = ?", StoryRows::readMember, article);
  }

  public long count() {
    return sql.number("SELECT count(*) FROM story");
  }

  /** Applies one change; the stories and articles it touches are added to the sets. */
  void apply(StoryChange change, long seq, Set<Long> stories, Set<Long> articles) {
    stories.add(change.story());
    switch (change) {
      case StoryChange.Opened(var story, var article) -> {
        stories.add(storyOf(article));
        join(article, story, "", 1, seq);
        articles.add(article);
      }
      case StoryChange.Joined joined -> {
        stories.add(storyOf(joined.article()));
        join(
            joined.article(),
            joined.story(),
            String.join("\n", joined.reasons()),
            joined.confidence(),
            seq);
        articles.add(joined.article());
      }
      case StoryChange.Merged merged -> {
        stories.add(merged.from());
        members(merged.from()).forEach(member -> articles.add(member.article()));
        sql.update(
            "UPDATE story_member SET story = ?, seq = ? WHERE story = ?",
            merged.story(),
            seq,
            merged.from());
        sql.update("DELETE FROM story_redirect WHERE story = ?", merged.story());
        sql.update(
            "INSERT OR REPLACE INTO story_redirect (story, target) VALUES (?, ?)",
            merged.from(),
            merged.story());
      }
      case StoryChange.Left(var story, var article) -> {
        sql.update("DELETE FROM story_member WHERE article = ? AND story = ?", article, story);
        articles.add(article);
      }
      case StoryChange.Grouped(var story, var group) -> {
        make(story, seq);
        sql.update("UPDATE story SET language_group = ? WHERE id = ?", group, story);
      }
    }
  }

  long storyOf(long article) {
    return sql.number("SELECT story FROM story_member WHERE article = ?", article);
  }

  /** Counts the story anew; deletes it when nothing is left in it. */
  void recount(long story, long seq) {
    if (sql.number("SELECT count(*) FROM story_member WHERE story = ?", story) == 0) {
      sql.update("DELETE FROM story WHERE id = ?", story);
      return;
    }
    make(story, seq);
    sql.update(
        """
        UPDATE story SET (articles, reports, outlets, first_at, last_at) = (
          SELECT count(*), count(DISTINCT coalesce(c.lineage, a.id)), count(DISTINCT a.outlet),
            coalesce(min(a.dated), 0), coalesce(max(a.dated), 0)
          FROM story_member m JOIN article a ON a.id = m.article
            LEFT JOIN copy c ON c.article = a.id
          WHERE m.story = ?1), seq = ?2
        WHERE id = ?1
        """,
        story,
        seq);
    sql.update(
        """
        UPDATE story SET (lead, headline) = (
          SELECT a.id, a.title
          FROM story_member m JOIN article a ON a.id = m.article
            LEFT JOIN copy c ON c.article = a.id
          WHERE m.story = ?1
          ORDER BY coalesce(c.kind, 'ORIGINAL') <> 'ORIGINAL', a.paywalled, a.dated, a.id LIMIT 1)
        WHERE id = ?1 AND articles > 0
        """,
        story);
    sql.update(
        """
        UPDATE story SET languages = coalesce((
          SELECT group_concat(language, ',') FROM (
            SELECT a.language FROM story_member m JOIN article a ON a.id = m.article
            WHERE m.story = ?1 GROUP BY a.language ORDER BY count(*) DESC, a.language)), '')
        WHERE id = ?1
        """,
        story);
  }

  void forget(long article) {
    sql.update("DELETE FROM story_member WHERE article = ?", article);
  }

  private void make(long story, long seq) {
    sql.update(
        """
        INSERT OR IGNORE INTO story (id, language_group, lead, headline, first_at, last_at,
          articles, reports, outlets, languages, seq)
        VALUES (?, ?, NULL, '', 0, 0, 0, 0, 0, '', ?)
        """,
        story,
        story,
        seq);
  }

  private void join(long article, long story, String reasons, double confidence, long seq) {
    sql.update(
        """
        INSERT OR REPLACE INTO story_member (article, story, reasons, confidence, seq)
        VALUES (?, ?, ?, ?, ?)
        """,
        article,
        story,
        reasons,
        confidence,
        seq);
  }

  private static StoryRow.Member readMember(Row row) {
    String reasons = row.text("reasons");
    return new StoryRow.Member(
        row.number("article"),
        row.number("story"),
        reasons.isEmpty() ? List.of() : Arrays.asList(reasons.split("\n", -1)),
        row.decimal("confidence"));
  }

  private static StoryRow read(Row row) {
    String languages = row.text("languages");
    return new StoryRow(
        row.number("id"),
        row.number("language_group"),
        row.numberOrNull("lead"),
        row.text("headline"),
        row.instant("first_at"),
        row.instant("last_at"),
        row.integer("articles"),
        row.integer("reports"),
        row.integer("outlets"),
        languages.isEmpty() ? List.of() : Arrays.asList(languages.split(",", -1)),
        row.number("seq"));
  }
}
