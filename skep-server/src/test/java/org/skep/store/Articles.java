package org.skep.store;

import java.time.Instant;
import java.util.List;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Quote;
import org.skep.model.Speaker;
import org.skep.model.SpeakerKind;

/** Self-written analysed articles for the tests of this module. */
public final class Articles {
  public static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  private Articles() {}

  /** An article without quotes; its id follows from its address. */
  public static Analysis article(String url, String title, String text) {
    return new Analysis(plain(url, title, text), List.of(), List.of(), List.of(), List.of());
  }

  /** One whose text holds those words, said by the speaker. */
  public static Analysis quoting(String url, String title, String text, String said, String who) {
    Article article = plain(url, title, text);
    int begin = text.indexOf(said);
    var quote =
        new Quote(
            Quote.Type.DIRECT,
            List.of(article.span(begin, begin + said.length())),
            List.of(),
            List.of(),
            who,
            SpeakerKind.PERSON,
            -1,
            .9);
    var speaker = new Speaker(who, SpeakerKind.PERSON, List.of(), List.of(), List.of());
    return new Analysis(article, List.of(), List.of(), List.of(quote), List.of(speaker));
  }

  /** The same with another revision number. */
  public static Analysis revision(Analysis analysis, int revision) {
    return new Analysis(
        analysis.article().asRevision(revision, analysis.article().firstSeen()),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Article plain(String url, String title, String text) {
    String host = url.substring(url.indexOf("//") + 2).split("/", 2)[0];
    return Article.of(ArticleId.of(url), url, host, title, text, "en", null, NOON);
  }
}
