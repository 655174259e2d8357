package org.skep;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Stated;

/**
 * A stream of made-up articles for tests: events told by several outlets in their own words, some
 * copied whole or in part. The same seed gives the same stream.
 */
final class SmallPress {
  private static final String[] FIRST = {"Ada", "Bela", "Cosmo", "Dora", "Egon", "Fenja", "Gero"};
  private static final String[] LAST = {
    "Holmgaard", "Irrwitz", "Jolanta", "Kestrel", "Lomax", "Mirador", "Nagelund", "Ostrava"
  };
  private static final String[] PLACE = {
    "Quillport", "Rosendam", "Sarnholm", "Tolvika", "Umberfeld", "Vinterby"
  };
  private static final String[] WHAT = {
    "a ferry ran aground", "the old bridge was closed", "a bakery caught fire", "a dam overflowed"
  };
  private static final String[] MORE = {
    "Divers were still at work when night fell over the harbour.",
    "Nobody had expected so many visitors on a working day.",
    "The town hall promised a report before the end of the month.",
    "Schools in the district stay closed until further notice.",
    "Two neighbours told us that they had heard a loud bang first.",
    "Traffic was sent around the market square for hours."
  };

  private final Random random;
  private Instant now = Instant.parse("2026-03-02T06:00:00Z");
  private int count;
  private final List<Article> recent = new ArrayList<>();

  SmallPress(long seed) {
    random = new Random(seed);
  }

  List<Article> articles(int n) {
    var articles = new ArrayList<Article>();
    while (articles.size() < n) {
      event(articles);
    }
    return articles.subList(0, n);
  }

  private void event(List<Article> to) {
    String who = pick(FIRST) + " " + pick(LAST);
    String where = pick(PLACE);
    String what = pick(WHAT);
    int number = 20 + random.nextInt(900);
    recent.clear();
    int reports = 1 + random.nextInt(4);
    for (int i = 0; i < reports; i++) {
      now = now.plus(Duration.ofMinutes(5 + random.nextInt(50)));
      boolean copies = !recent.isEmpty() && random.nextInt(3) == 0;
      Article article = copies ? copy() : report(who, where, what, number);
      recent.add(article);
      to.add(article);
    }
  }

  private Article report(String who, String where, String what, int number) {
    String lead =
        "In "
            + where
            + " "
            + what
            + " on Monday, and "
            + number
            + " people had to wait, said "
            + who
            + ", who leads the fire service there.";
    String quote = "\"We were lucky this time,\" " + who + " said. " + pick(MORE);
    return article(
        where + ": " + what + ", " + number + " people wait",
        lead + "\n\n" + pick(MORE) + " " + quote + "\n\n" + pick(MORE));
  }

  private Article copy() {
    Article source = recent.get(random.nextInt(recent.size()));
    int cut = source.text().lastIndexOf("\n\n");
    boolean trims = random.nextBoolean() && cut > 0;
    return article(source.title(), trims ? source.text().substring(0, cut) : source.text());
  }

  private Article article(String title, String text) {
    String outlet = "outlet" + random.nextInt(9) + ".example";
    String url = "https://" + outlet + "/" + count++;
    var stated = new Stated(now.atOffset(ZoneOffset.UTC), false);
    return Article.of(
        ArticleId.of(url), url, outlet, title, text, "en", stated, now.plusSeconds(60));
  }

  private String pick(String[] of) {
    return of[random.nextInt(of.length)];
  }
}
