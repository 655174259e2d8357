package org.skep.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.skep.model.Person;
import org.skep.model.PersonLink;

/** Canonical speakers: persons, organisations, documents. */
public final class PersonRows {
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final String HAS_PAGE = "hidden = 0 AND (reports >= 2 OR roles > 0)";

  private final Sql sql;

  PersonRows(Sql sql) {
    this.sql = sql;
  }

  /** The person of that id, or the one it was merged into. */
  public Optional<PersonRow> find(long id) {
    return sql.first("SELECT * FROM person WHERE id = ?", PersonRows::read, resolve(id));
  }

  /** The id this one was merged into, or itself. */
  public long resolve(long id) {
    long current = id;
    for (int hop = 0; hop < 20; hop++) { // a chain this long only a loop makes
      long next = sql.number("SELECT target FROM person_redirect WHERE person = ?", current);
      if (next == 0) {
        return current;
      }
      current = next;
    }
    return current;
  }

  /** Those who have a page, the most quoted first. */
  public List<PersonRow> listed(int offset, int limit) {
    return sql.list(
        "SELECT * FROM person WHERE "
            + HAS_PAGE
            + " AND quotes > 0 ORDER BY reports DESC, quotes DESC, name LIMIT ? OFFSET ?",
        PersonRows::read,
        limit,
        offset);
  }

  /** Those whose name or alias begins with these letters, whatever their case and accents. */
  public List<PersonRow> named(String beginning, int limit) {
    return sql.list(
        "SELECT * FROM person WHERE "
            + HAS_PAGE
            + """
             AND id IN (SELECT person FROM person_alias WHERE substr(folded, 1, length(?1)) = ?1)
            ORDER BY quotes DESC LIMIT ?2
            """,
        PersonRows::read,
        fold(beginning),
        limit);
  }

  /** Person of each speaker the article names. */
  public Map<String, Long> ofArticle(long article) {
    var persons = new TreeMap<String, Long>();
    sql.list(
        "SELECT speaker, person FROM person_link WHERE article = ?",
        row -> persons.put(row.text("speaker"), row.number("person")),
        article);
    return persons;
  }

  public long count() {
    return sql.number("SELECT count(*) FROM person");
  }

  /** Comparable form of a name: lower case, no accents. */
  public static String fold(String name) {
    return ACCENTS
        .matcher(Normalizer.normalize(name, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .strip();
  }

  void save(Person person, long seq) {
    sql.update(
        """
        INSERT INTO person (id, name, kind, first_seen, last_seen, roles, seq, body)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind,
          first_seen = excluded.first_seen, last_seen = excluded.last_seen,
          roles = excluded.roles, seq = excluded.seq, body = excluded.body
        """,
        person.id(),
        person.name(),
        person.kind(),
        person.firstSeen(),
        person.lastSeen(),
        person.roles().size(),
        seq,
        Packed.pack(person));
    sql.update("DELETE FROM person_alias WHERE person = ?", person.id());
    saveAlias(person.id(), person.name());
    person.aliases().forEach(alias -> saveAlias(person.id(), alias));
  }

  /**
   * Ties a speaker to a person.
   *
   * @param merged whether the person it was tied to is the same one
   */
  void link(PersonLink link, boolean merged) {
    Long before = merged ? ofArticle(link.article()).get(link.speaker()) : null;
    if (before != null && before != link.person()) {
      redirect(before, link.person());
    }
    sql.update(
        "INSERT OR REPLACE INTO person_link (article, speaker, person) VALUES (?, ?, ?)",
        link.article(),
        link.speaker(),
        link.person());
  }

  void unlink(long article) {
    sql.update("DELETE FROM person_link WHERE article = ?", article);
  }

  void hide(long person, boolean hidden) {
    sql.update("UPDATE person SET hidden = ? WHERE id = ?", hidden, person);
  }

  void redirect(long person, long target) {
    if (resolve(target) != person) {
      sql.update(
          "INSERT OR REPLACE INTO person_redirect (person, target) VALUES (?, ?)", person, target);
    }
  }

  /** Counts its quotes anew; about 1 µs a quote. */
  void recount(long person) {
    sql.update(
        """
        UPDATE person SET (quotes, reports) = (
          SELECT count(*), count(DISTINCT coalesce(c.lineage, q.article))
          FROM quote q LEFT JOIN copy c ON c.article = q.article WHERE q.person = ?1)
        WHERE id = ?1
        """,
        person);
  }

  private void saveAlias(long person, String alias) {
    sql.update(
        "INSERT OR IGNORE INTO person_alias (person, alias, folded) VALUES (?, ?, ?)",
        person,
        alias,
        fold(alias));
  }

  private static PersonRow read(Row row) {
    return new PersonRow(
        Packed.unpack(row.bytes("body"), Person.class),
        row.flag("hidden"),
        row.number("quotes"),
        row.number("reports"));
  }
}
