package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.skep.model.Page;
import org.skep.model.Post;

class LivePostsTest {
  private static final String LATE =
      "The last ferry left the harbour at dusk, and the pier was cleared by the police. Some had waited since the storm, with children and bags, and nobody could tell them where to sleep.";
  private static final String NOON =
      "At noon the captain told the crowd that no further boat would come this week. He said the mayor had asked for two days, and that the engine needed a part nobody had.";
  private static final String EARLY =
      "In the early morning hundreds of people stood at the pier and waited for news. The harbour office had promised a list of names, but the window stayed shut until nine.";
  private static final String NIGHT =
      "Through the night the harbour office answered no calls, families said on Friday. A clerk who gave no name told them to come back when it was light, and then hung up.";

  @Test
  void timeElementsOverThePostsAreTheirTimes() {
    assertThat(
            posts(
                "<article><h1>Harbour closes – live</h1><p class='by'><time datetime='2026-04-12T05:00:00Z'>5 am</time></p>"
                    + post("<time datetime='2026-04-12T19:10:00Z'>19.10</time>", LATE)
                    + post("<time datetime='2026-04-12T12:00:00Z'>12.00</time>", NOON)
                    + post("<time datetime='2026-04-12T06:45:00Z'>6.45</time>", EARLY)
                    + "</article>"))
        .containsExactly(
            "0 2026-04-12T19:10:00Z", "1 2026-04-12T12:00:00Z", "2 2026-04-12T06:45:00Z");
  }

  @Test
  void clocksTakeTheDayOfPublicationAndMidnightBeginsAnother() {
    assertThat(
            posts(
                "<meta property='article:published_time' content='2026-04-12T06:00:00+02:00'>"
                    + "<article><h1>Harbour closes – live</h1>"
                    + post("<time>1:20 a.m.</time>", NIGHT)
                    + post("<time>7:10 p.m.</time>", LATE)
                    + post("<time>12:00 p.m.</time>", NOON)
                    + post("<time>6:45 a.m.</time>", EARLY)
                    + "</article>"))
        .containsExactly(
            "0 2026-04-13T01:20:00+02:00",
            "1 2026-04-12T19:10:00+02:00",
            "2 2026-04-12T12:00:00+02:00",
            "3 2026-04-12T06:45:00+02:00");
  }

  @Test
  void clocksAtTheBeginningOfParagraphsAreTimesToo() {
    assertThat(
            posts(
                "<meta property='article:published_time' content='2026-04-12T06:00:00+02:00'>"
                    + "<article><h1>Hafen schließt – im Liveticker</h1>"
                    + ("<p>06.45 Uhr: " + EARLY + "</p>")
                    + ("<p>12.00 Uhr: " + NOON + "</p>")
                    + ("<p>19.10 Uhr: " + LATE + "</p>")
                    + "</article>"))
        .containsExactly(
            "0 2026-04-12T06:45:00+02:00",
            "1 2026-04-12T12:00:00+02:00",
            "2 2026-04-12T19:10:00+02:00");
  }

  @Test
  void declaredPostsAreFoundByTheirFirstWords() {
    String updates =
        "{\"@type\":\"LiveBlogPosting\",\"headline\":\"Harbour closes\",\"liveBlogUpdate\":["
            + update("2026-04-12T19:10:00Z", "", LATE)
            + ","
            + update("2026-04-12T12:00:00Z", "No boat this week", NOON)
            + ","
            + update("2026-04-12T06:45:00Z", "Never printed", "Words that the page does not show.")
            + "]}";
    assertThat(
            posts(
                "<script type='application/ld+json'>"
                    + updates
                    + "</script>"
                    + "<article><h1>Harbour closes</h1><p>"
                    + LATE
                    + "</p>"
                    + "<h2>No boat this week</h2><p>"
                    + NOON
                    + "</p><p>"
                    + EARLY
                    + "</p></article>"))
        .containsExactly("0 2026-04-12T19:10:00Z", "1 2026-04-12T12:00:00Z");
  }

  @Test
  void anArticleWithACorrectionAndCommentsHasNoPosts() {
    assertThat(
            posts(
                "<article><h1>Harbour closes</h1><p><time datetime='2026-04-12T19:10:00Z'>19.10</time></p><p>"
                    + LATE
                    + "</p><p>"
                    + NOON
                    + "</p><p>Corrected at <time datetime='2026-04-13T08:00:00Z'>8 am</time></p></article>"
                    + "<section id='comments'><h2>Comments</h2>"
                    + comment("2026-04-12T20:00:00Z")
                    + comment("2026-04-12T21:00:00Z")
                    + comment("2026-04-12T22:00:00Z")
                    + "</section>"))
        .isEmpty();
  }

  @Test
  void timesInNoOrderAreNoPosts() {
    assertThat(
            posts(
                "<article><h1>Ferries of the week</h1>"
                    + post("<time datetime='2026-04-12T12:00:00Z'>12.00</time>", NOON)
                    + post("<time datetime='2026-04-12T19:10:00Z'>19.10</time>", LATE)
                    + post("<time datetime='2026-04-12T06:45:00Z'>6.45</time>", EARLY)
                    + "</article>"))
        .isEmpty();
  }

  @Test
  void aTimetableIsNoLiveBlog() {
    assertThat(
            posts(
                "<meta property='article:published_time' content='2026-04-12T06:00:00+02:00'>"
                    + "<article><h1>Ferries of the week</h1><p>"
                    + LATE
                    + "</p><p>"
                    + NOON
                    + "</p>"
                    + "<table><tr><td>6:45</td><td>Orsa</td></tr><tr><td>12:00</td><td>Tamber</td></tr>"
                    + "<tr><td>19:10</td><td>Orsa</td></tr></table></article>"))
        .isEmpty();
  }

  private static String post(String time, String text) {
    return "<section class='post'><p class='when'>" + time + "</p><p>" + text + "</p></section>";
  }

  private static String comment(String at) {
    return "<div class='comment'><time datetime='"
        + at
        + "'>then</time><p>I was there and saw it.</p></div>";
  }

  private static String update(String at, String headline, String body) {
    return "{\"@type\":\"BlogPosting\",\"datePublished\":\"%s\",\"headline\":\"%s\",\"articleBody\":\"%s\"}"
        .formatted(at, headline, body);
  }

  private static List<String> posts(String html) {
    var page =
        new Page(
            "https://pier.example/2026/04/harbour",
            Map.of(),
            ("<!DOCTYPE html><html lang='en'>" + html).getBytes(StandardCharsets.UTF_8),
            Instant.parse("2026-06-01T00:00:00Z"));
    var found = (Extraction.Found) new Extractor().extract(page, SiteProfile.EMPTY);
    return found.article().posts().stream().map(LivePostsTest::print).toList();
  }

  private static String print(Post post) {
    return post.after() + " " + post.at().iso();
  }
}
