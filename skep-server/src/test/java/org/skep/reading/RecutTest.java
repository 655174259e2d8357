package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.Dropped;

class RecutTest {
  private static final String REPORT = "The weir at Tolvika was opened on Monday.";
  private static final String APPEAL = "This paper belongs to its readers.";

  @Test
  void whatIsKeptAsCutNowWasNeverEdited() {
    var before = article(REPORT + "\n\n" + APPEAL);

    assertThat(Recut.between(before, cut(REPORT, APPEAL))).isTrue();
  }

  @Test
  void aParagraphTheOutletTookBackIsAnEdit() {
    var before = article(REPORT + "\n\nTwo men are missing.");

    assertThat(Recut.between(before, cut(REPORT, APPEAL))).isFalse();
  }

  @Test
  void aNewWordIsAnEdit() {
    var before = article(REPORT + "\n\n" + APPEAL);

    assertThat(Recut.between(before, cut(REPORT.replace("Monday", "Tuesday"), APPEAL))).isFalse();
  }

  private static Article article(String text) {
    return Article.of(1, "https://a.example/1", "a.example", "T", text, "en", null, Instant.EPOCH);
  }

  private static Article cut(String text, String dropped) {
    Article whole = article(text);
    return new Article(
        whole.id(),
        1,
        whole.url(),
        whole.outlet(),
        null,
        whole.title(),
        null,
        List.of(),
        null,
        null,
        whole.firstSeen(),
        "en",
        text,
        null,
        false,
        List.of(),
        List.of(),
        List.of(new Dropped(Dropped.Kind.OTHER, dropped, 1)),
        List.of(),
        List.of(),
        1);
  }
}
