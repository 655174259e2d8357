package org.skep.store;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.skep.model.Analysis;
import org.skep.model.PersonLink;
import org.skep.model.Quote;
import org.skep.model.Span;
import org.skep.model.SpeakerKind;

/** The quotes of all articles' present revisions. */
public final class QuoteRows {
  private final Sql sql;

  QuoteRows(Sql sql) {
    this.sql = sql;
  }

  /** Of one article, in the order of its analysis. */
  public List<QuoteRow> ofArticle(long article) {
    return sql.list("SELECT * FROM quote WHERE article = ? ORDER BY n", QuoteRows::read, article);
  }

  /** Of a story's articles, earliest first. */
  public List<QuoteRow> ofStory(long story) {
    return sql.list(
        """
        SELECT q.* FROM story_member m JOIN quote q ON q.article = m.article
        WHERE m.story = ? ORDER BY q.dated, q.article, q.n
        """,
        QuoteRows::read,
        story);
  }

  /** Of one person before that time, newest first. */
  public List<QuoteRow> ofPerson(long person, Instant before, int limit) {
    return sql.list(
        """
        SELECT * FROM quote WHERE person = ? AND dated < ?
        ORDER BY dated DESC, article, n LIMIT ?
        """,
        QuoteRows::read,
        person,
        before,
        limit);
  }

  public long count() {
    return sql.number("SELECT count(*) FROM quote");
  }

  void replace(Analysis analysis, Instant dated, Map<String, Long> persons) {
    var article = analysis.article();
    delete(article.id());
    for (int n = 0; n < analysis.quotes().size(); n++) {
      Quote quote = analysis.quotes().get(n);
      String speaker = quote.speaker();
      sql.update(
          """
          INSERT INTO quote (article, n, revision, type, speaker, kind, person, within, confidence,
            words, begin_at, end_at, dated)
          VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
          """,
          article.id(),
          n,
          article.revision(),
          quote.type(),
          speaker,
          quote.speakerKind(),
          speaker == null ? null : persons.get(speaker),
          quote.within(),
          quote.confidence(),
          quote.words(article.text()),
          quote.content().getFirst().begin(),
          quote.content().getLast().end(),
          dated);
    }
  }

  /** Persons quoted in the article. */
  List<Long> persons(long article) {
    return sql.list(
        "SELECT DISTINCT person FROM quote WHERE article = ? AND person IS NOT NULL",
        row -> row.number("person"),
        article);
  }

  /** Gives what a speaker says in an article to a person. */
  void give(PersonLink link) {
    sql.update(
        "UPDATE quote SET person = ? WHERE article = ? AND speaker = ?",
        link.person(),
        link.article(),
        link.speaker());
  }

  void delete(long article) {
    sql.update("DELETE FROM quote WHERE article = ?", article);
  }

  private static QuoteRow read(Row row) {
    return new QuoteRow(
        row.number("article"),
        row.integer("n"),
        Quote.Type.valueOf(row.text("type")),
        row.textOrNull("speaker"),
        SpeakerKind.valueOf(row.text("kind")),
        row.numberOrNull("person"),
        row.integer("within"),
        row.decimal("confidence"),
        row.text("words"),
        new Span(
            row.number("article"),
            row.integer("revision"),
            row.integer("begin_at"),
            row.integer("end_at")),
        row.instant("dated"));
  }
}
