package org.skep.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Copy;
import org.skep.model.Stated;

/** The articles with their revisions. */
public final class ArticleRows {
  private static final Instant PLAUSIBLE_MIN = Instant.parse("1990-01-01T00:00:00Z");

  /** Every column of an {@link ArticleRow}, what is derived included. */
  static final String SELECT =
      """
      SELECT a.*, coalesce(c.lineage, a.id) AS lineage, coalesce(c.kind, 'ORIGINAL') AS copy_kind,
        c.origin, m.story
      FROM article a LEFT JOIN copy c ON c.article = a.id LEFT JOIN story_member m
        ON m.article = a.id
      """;

  private final Sql sql;
  private final LogRows log;
  private final EntryRows entries;
  private final PageRows pages;
  private final RecentAnalyses analyses;

  ArticleRows(Sql sql, LogRows log, EntryRows entries, PageRows pages, RecentAnalyses analyses) {
    this.sql = sql;
    this.log = log;
    this.entries = entries;
    this.pages = pages;
    this.analyses = analyses;
  }

  /** A version of an article. */
  public record Revision(int revision, long seq, Instant at, String title, String hash) {}

  /** A feed that lists the article. */
  public record Source(long feed, String name, String folder, Instant firstSeen) {}

  public Optional<ArticleRow> find(long id) {
    return sql.first(SELECT + "WHERE a.id = ?", ArticleRows::read, id);
  }

  /** Those that exist, in the order asked for. */
  public List<ArticleRow> find(List<Long> ids) {
    Map<Long, ArticleRow> rows =
        sql
            .list(
                SELECT + "WHERE a.id IN (SELECT value FROM json_each(?))",
                ArticleRows::read,
                Sql.array(ids))
            .stream()
            .collect(Collectors.toMap(ArticleRow::id, Function.identity()));
    return ids.stream().map(rows::get).filter(Objects::nonNull).toList();
  }

  public long count() {
    return sql.number("SELECT count(*) FROM article");
  }

  /** The present revision with everything it tells by itself. */
  public Optional<Analysis> analysis(long id) {
    return sql.first(
        """
        SELECT r.article, r.revision, r.body FROM article a JOIN revision r
          ON r.article = a.id AND r.revision = a.revision
        WHERE a.id = ?
        """,
        analyses::read,
        id);
  }

  /** One revision. */
  public Optional<Analysis> analysis(long id, int revision) {
    return sql.first(
        "SELECT article, revision, body FROM revision WHERE article = ? AND revision = ?",
        analyses::read,
        id,
        revision);
  }

  /** All versions, oldest first. */
  public List<Revision> revisions(long id) {
    return sql.list(
        "SELECT revision, seq, at, title, hash FROM revision WHERE article = ? ORDER BY revision",
        row ->
            new Revision(
                row.integer("revision"),
                row.number("seq"),
                row.instant("at"),
                row.text("title"),
                row.text("hash")),
        id);
  }

  /** The feeds that list it, the first one first. */
  public List<Source> sources(long id) {
    return sql.list(
        """
        SELECT f.id, coalesce(f.title, f.url) AS name, f.folder, min(e.first_seen) AS first_seen
        FROM entry e JOIN feed f ON f.id = e.feed WHERE e.article = ?
        GROUP BY f.id ORDER BY min(e.first_seen), f.id
        """,
        row ->
            new Source(
                row.number("id"), row.text("name"), row.text("folder"), row.instant("first_seen")),
        id);
  }

  /** Articles of one lineage of copies, earliest first. */
  public List<ArticleRow> lineage(long lineage) {
    return sql.list(
        SELECT + "WHERE c.lineage = ? ORDER BY a.dated, a.seq", ArticleRows::read, lineage);
  }

  /** Articles of a story, earliest first. */
  public List<ArticleRow> ofStory(long story) {
    return sql.list(SELECT + "WHERE m.story = ? ORDER BY a.dated, a.seq", ArticleRows::read, story);
  }

  /** The same of many stories at once; a story without articles has no entry. */
  public Map<Long, List<ArticleRow>> ofStories(Collection<Long> stories) {
    return sql
        .list(
            SELECT + "WHERE m.story IN (SELECT value FROM json_each(?)) ORDER BY a.dated, a.seq",
            ArticleRows::read,
            Sql.array(stories))
        .stream()
        .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.story())));
  }

  /** The newest ones that pass the filter, before the cursor. */
  public List<ArticleRow> river(RiverFilter filter, int limit) {
    var arguments = new ArrayList<@Nullable Object>();
    String where = filter.where(arguments);
    arguments.add(limit);
    return sql.list(
        SELECT + "WHERE " + where + " ORDER BY a.dated DESC, a.id DESC LIMIT ?",
        ArticleRows::read,
        arguments.toArray());
  }

  /** Ids of all that pass the filter, newest first; for sync clients. */
  public List<Long> riverIds(RiverFilter filter, int limit) {
    var arguments = new ArrayList<@Nullable Object>();
    String where = filter.where(arguments);
    arguments.add(limit);
    return sql.list(
        "SELECT a.id FROM article a WHERE " + where + " ORDER BY a.dated DESC, a.id DESC LIMIT ?",
        row -> row.number("id"),
        arguments.toArray());
  }

  public long riverCount(RiverFilter filter) {
    var arguments = new ArrayList<@Nullable Object>();
    String where = filter.where(arguments);
    return sql.number("SELECT count(*) FROM article a WHERE " + where, arguments.toArray());
  }

  /**
   * Articles changed after the cursor, which is a seq and an id, and not after {@code upTo}, in
   * that order.
   */
  public List<ArticleRow> changed(long seq, long id, long upTo, int limit) {
    return sql.list(
        SELECT
            + """
            WHERE (a.changed_seq, a.id) > (?, ?) AND a.changed_seq <= ?
            ORDER BY a.changed_seq, a.id LIMIT ?
            """,
        ArticleRows::read,
        seq,
        id,
        upTo,
        limit);
  }

  /** Every id whose changes are covered; for checks and rebuilds. */
  public void eachId(long upTo, Consumer<Long> consumer) {
    sql.each(
        "SELECT id FROM article WHERE changed_seq <= ? ORDER BY id",
        row -> consumer.accept(row.number("id")),
        upTo);
  }

  /** How many articles arrived since then. */
  public long arrivedSince(Instant since) {
    return sql.number("SELECT count(*) FROM article WHERE first_seen >= ?", since);
  }

  /** The known revision's number and hash; empty for an article never seen. */
  public Optional<Revision> present(long id) {
    return sql.first(
        "SELECT revision, seq, updated AS at, title, hash FROM article WHERE id = ?",
        row ->
            new Revision(
                row.integer("revision"),
                row.number("seq"),
                row.instant("at"),
                row.text("title"),
                row.text("hash")),
        id);
  }

  /** Takes the article in, as new, as a revision, or not at all. */
  public Arrival arrive(Arriving arriving, Instant at) {
    Article article = arriving.analysis().article();
    if (sql.number("SELECT count(*) FROM tombstone WHERE article = ?", article.id()) > 0) {
      return new Arrival.Erased();
    }
    Revision known = present(article.id()).orElse(null);
    if (known != null && known.hash().equals(arriving.hash())) {
      return new Arrival.Unchanged();
    }
    int expected = known == null ? 0 : known.revision() + 1;
    if (article.revision() != expected) {
      return new Arrival.Outdated(expected - 1);
    }
    long seq = log.append(at, "ARRIVED", article.id(), article.revision(), null);
    if (known == null) {
      insert(arriving, seq, at);
    } else {
      revise(arriving, seq, at);
    }
    sql.update(
        "INSERT INTO revision (article, revision, seq, at, title, hash, body)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
        article.id(),
        article.revision(),
        seq,
        at,
        article.title(),
        arriving.hash(),
        arriving.packed());
    analyses.arrived(arriving.analysis());
    KeptPage page = arriving.page();
    if (page != null) {
      pages.save(article.id(), article.revision(), page);
    }
    return known == null ? new Arrival.Fresh(seq) : new Arrival.Revised(seq);
  }

  /** Erases the article; a tombstone stays, and a log entry. Gives the seq; 0 when unknown. */
  public long purge(long id, Instant at) {
    Revision known = present(id).orElse(null);
    if (known == null) {
      return 0;
    }
    sql.update(
        "INSERT OR REPLACE INTO tombstone (article, hash, at) VALUES (?, ?, ?)",
        id,
        known.hash(),
        at);
    entries.purge(id);
    pages.purge(id);
    sql.update("DELETE FROM article WHERE id = ?", id);
    sql.update("DELETE FROM user_article WHERE article = ?", id);
    sql.update("DELETE FROM user_label WHERE article = ?", id);
    return log.append(at, "PURGED", id, null, null);
  }

  private void insert(Arriving arriving, long seq, Instant at) {
    Article article = arriving.analysis().article();
    sql.update(
        """
        INSERT INTO article (id, revision, seq, changed_seq, url, outlet, publisher, title,
          standfirst, byline, language, published, dated, first_seen, updated, image, paywalled,
          reserved, words, hash)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        article.id(),
        article.revision(),
        seq,
        seq,
        article.url(),
        article.outlet(),
        article.publisher(),
        article.title(),
        article.standfirst(),
        String.join(", ", article.byline()),
        article.language(),
        iso(article.published()),
        plausible(article),
        article.firstSeen(),
        at,
        article.image(),
        article.paywalled(),
        String.join(",", article.reserved()),
        words(article.text()),
        arriving.hash());
  }

  private void revise(Arriving arriving, long seq, Instant at) {
    Article article = arriving.analysis().article();
    sql.update(
        """
        UPDATE article SET revision = ?, changed_seq = ?, url = ?, publisher = ?, title = ?,
          standfirst = ?, byline = ?, language = ?, published = ?, updated = ?, image = ?,
          paywalled = ?, reserved = ?, words = ?, hash = ?
        WHERE id = ?
        """,
        article.revision(),
        seq,
        article.url(),
        article.publisher(),
        article.title(),
        article.standfirst(),
        String.join(", ", article.byline()),
        article.language(),
        iso(article.published()),
        at,
        article.image(),
        article.paywalled(),
        String.join(",", article.reserved()),
        words(article.text()),
        arriving.hash(),
        article.id());
  }

  static ArticleRow read(Row row) {
    String reserved = row.text("reserved");
    return new ArticleRow(
        row.number("id"),
        row.integer("revision"),
        row.number("seq"),
        row.number("changed_seq"),
        row.text("url"),
        row.text("outlet"),
        row.textOrNull("publisher"),
        row.text("title"),
        row.textOrNull("standfirst"),
        row.text("byline"),
        row.text("language"),
        row.textOrNull("published"),
        row.instant("dated"),
        row.instant("first_seen"),
        row.instant("updated"),
        row.textOrNull("image"),
        row.flag("paywalled"),
        reserved.isEmpty() ? List.of() : Arrays.asList(reserved.split(",", -1)),
        row.integer("words"),
        row.text("hash"),
        row.number("lineage"),
        Copy.Kind.valueOf(row.text("copy_kind")),
        row.numberOrNull("origin"),
        row.numberOrNull("story"));
  }

  private static Instant plausible(Article article) {
    Instant dated = article.dated();
    return dated.isBefore(PLAUSIBLE_MIN) ? article.firstSeen() : dated;
  }

  private static @Nullable String iso(@Nullable Stated stated) {
    return stated == null ? null : stated.iso();
  }

  private static int words(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(i));
      if (letter && !inside) {
        words++;
      }
      inside = letter;
    }
    return words;
  }
}
