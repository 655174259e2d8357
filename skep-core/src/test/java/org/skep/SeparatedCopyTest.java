package org.skep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Correction;
import org.skep.model.LogEntry;
import org.skep.model.Stated;
import org.skep.model.StoryChange;

/** A copy that a user took out of its origin's story stays out, whatever arrives later. */
class SeparatedCopyTest {
  private static final String REPORT =
      """
      The tram depot of Umberfeld was flooded on Tuesday after a pipe of 90 centimetres burst under \
      the Kestrel bridge, the city works said.

      "All 34 carriages stood in water up to the seats," depot head Dora Mirador told reporters.

      Buses replace the lines 2, 5 and 11 until the end of the week at least.\
      """;

  private final Pipeline pipeline = new Pipeline();

  @Test
  void laterArticlesAndReviewsDoNotBringItBack() {
    var log = log();

    assertThat(stories(log)).satisfies(SeparatedCopyTest::apart);
  }

  @Test
  void noMoreDoesANewRevisionOfItNorOfItsOrigin() {
    var log = log();
    add(log, article("copy", "tolvika.example", REPORT + "\n\nMore follows.", "11:00"));
    add(log, article("origin", "rosendam.example", REPORT + "\n\nMore will follow.", "11:30"));

    assertThat(stories(log)).satisfies(SeparatedCopyTest::apart);
  }

  @Test
  void aCopyOfItGoesWithIt() {
    var log = log();
    String own = REPORT.replace("told reporters", "told us on the phone from the depot on Tuesday");
    add(log, article("second", "sarnholm.example", own, "12:00"));

    assertThat(stories(log)).satisfies(SeparatedCopyTest::apart);
  }

  private static void apart(Map<Long, Long> stories) {
    assertThat(stories.get(ArticleId.of("copy")))
        .isNotNull()
        .isNotEqualTo(stories.get(ArticleId.of("origin")));
  }

  /** Origin and copy, their separation, then enough articles for several deep reviews. */
  private List<LogEntry> log() {
    var log = new ArrayList<LogEntry>();
    add(log, article("origin", "rosendam.example", REPORT, "08:00"));
    add(log, article("copy", "tolvika.example", REPORT, "09:00"));
    assertThat(stories(log).get(ArticleId.of("copy"))).isEqualTo(ArticleId.of("origin"));
    var separated = new Correction.SplitStory(ArticleId.of("copy"));
    log.add(new LogEntry.Corrected(log.size() + 1L, log.get(0).at(), separated));
    new SmallPress(3).articles(1_100).forEach(article -> add(log, article));
    return log;
  }

  private void add(List<LogEntry> log, Article article) {
    log.add(
        new LogEntry.PageArrived(log.size() + 1L, article.firstSeen(), pipeline.analyse(article)));
  }

  /** Where every article is after the log, from nothing and once through a snapshot. */
  private Map<Long, Long> stories(List<LogEntry> log) {
    var stories = new HashMap<Long, Long>();
    var state = Derivations.empty();
    for (LogEntry entry : log) {
      pipeline.derive(state, entry).stories().forEach(change -> apply(change, stories));
      if (entry.seq() % 400 == 0) {
        state = again(state);
      }
    }
    return stories;
  }

  private static void apply(StoryChange change, Map<Long, Long> stories) {
    switch (change) {
      case StoryChange.Opened opened -> stories.put(opened.article(), opened.story());
      case StoryChange.Joined joined -> stories.put(joined.article(), joined.story());
      case StoryChange.Merged merged ->
          stories.replaceAll((_, story) -> story == merged.from() ? merged.story() : story);
      case StoryChange.Left left -> stories.remove(left.article());
      case StoryChange.Grouped _ -> {}
    }
  }

  private static Derivations again(Derivations state) {
    try {
      var bytes = new ByteArrayOutputStream();
      state.snapshot(new DataOutputStream(bytes));
      return Derivations.restore(
          new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Article article(String id, String outlet, String text, String time) {
    var at = OffsetDateTime.parse("2026-03-02T" + time + ":00Z");
    return Article.of(
        ArticleId.of(id),
        "https://" + outlet + "/" + id,
        outlet,
        "Depot under water",
        text,
        "en",
        new Stated(at, false),
        at.toInstant().plusSeconds(30));
  }
}
