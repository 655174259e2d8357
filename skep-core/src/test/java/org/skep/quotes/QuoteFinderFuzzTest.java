package org.skep.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skep.mention.MentionFinder;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Quote;
import org.skep.model.Span;

/** Nonsense goes in, no exception comes out, and every span lies in the text. */
class QuoteFinderFuzzTest {
  private static final String[] PIECES = {
    "“",
    "”",
    "\"",
    "'",
    "’",
    "‘",
    "«",
    "»",
    "„",
    "''",
    "—",
    "–",
    "-",
    ",",
    ".",
    "?",
    "!",
    ":",
    ";",
    "(",
    ")",
    "\n",
    "\n\n",
    " ",
    "said",
    "that",
    "told",
    "he",
    "she",
    "who",
    "Ann",
    "Lee",
    "Mr.",
    "according",
    "to",
    "the",
    "minister",
    "of",
    "and",
    "called",
    "sagte",
    "dit-il",
    "selon",
    "laut",
    "sixth",
    "call",
    "12",
    "dead",
    "at",
    "least",
    "$",
    "1.5",
    "million",
    "Thursday",
    "May",
    "31",
    "2026",
    "сказал",
    "\ud83d\ude00",
    "\ud83d",
    "é",
    "1,000,000,000,000,000,000",
    "wie",
    "hat",
    "s"
  };

  @Test
  void randomWordsAndMarks() {
    var finder = new QuoteFinder();
    var mentions = new MentionFinder();
    var random = new Random(11);
    for (int round = 0; round < 3000; round++) {
      var text = new StringBuilder();
      for (int n = random.nextInt(60); n >= 0; n--) {
        text.append(PIECES[random.nextInt(PIECES.length)]);
        text.append(random.nextInt(4) == 0 ? "" : " ");
      }
      var language = List.of("en", "de", "fr", "es", "it", "pt", "nl", "ru", "und").get(round % 9);
      var article = Article.of(1, "", "", "T", text.toString(), language, null, Instant.EPOCH);
      var found = finder.find(article);
      for (Quote quote : found.quotes()) {
        assertInside(quote.content(), text.length());
        assertInside(quote.cue(), text.length());
        assertInside(quote.source(), text.length());
        assertThat(quote.within()).isBetween(-1, found.quotes().size() - 1);
        assertThat(quote.confidence()).isBetween(0.0, 1.0);
      }
      var facts = mentions.find(article).facts();
      facts.forEach(fact -> assertInside(List.of(fact.span()), text.length()));
      QuotesJson.line(
          "x", new Analysis(article, List.of(), facts, found.quotes(), found.speakers()));
    }
  }

  private static void assertInside(List<Span> spans, int length) {
    spans.forEach(span -> assertThat(span.end()).isBetween(span.begin(), length));
  }
}
