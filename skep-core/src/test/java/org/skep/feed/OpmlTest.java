package org.skep.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.skep.feed.Opml.Subscription;

class OpmlTest {
  private static Opml read(String text) throws FeedException {
    return Opml.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void foldersBecomeTheirPathWhateverTheSpelling() throws FeedException {
    var opml =
        read(
            """
            <opml version="1.0"><head><title>Mine</title></head><body>
              <outline text="News &amp; more"><outline title="North">
                <outline text="Gazette" XMLURL="https://gazette.example/rss" HtmlUrl="https://gazette.example/"/>
              </outline></outline>
              <outline xmlUrl="feed://mill.example/atom"/>
            </body></opml>
            """);

    assertThat(opml.title()).isEqualTo("Mine");
    assertThat(opml.subscriptions())
        .containsExactly(
            new Subscription(
                "Gazette",
                "https://gazette.example/rss",
                "https://gazette.example/",
                List.of("News & more", "North")),
            new Subscription(
                "http://mill.example/atom", "http://mill.example/atom", null, List.of()));
    assertThat(opml.warnings()).isEmpty();
  }

  @Test
  void whatIsWrittenIsReadBackTheSame() throws FeedException {
    var opml =
        new Opml(
            "Bees <&> \"more\"",
            List.of(
                new Subscription("Top 'one'", "https://a.example/?x=1&y=2", null, List.of()),
                new Subscription(
                    "In <A>", "https://b.example/", "https://b.example/home", List.of("A")),
                new Subscription("In A/B", "https://c.example/", null, List.of("A", "B & C")),
                new Subscription("日本", "https://d.example/", null, List.of("Ü"))),
            List.of());

    assertThat(read(opml.write())).isEqualTo(opml);
  }

  @Test
  void passwordsDoNotLeave() throws FeedException {
    var opml =
        read(
            "<opml><body><outline xmlUrl='https://me:secret@a.example/rss' htmlUrl='https://me:secret@a.example/'/></body></opml>");

    assertThat(opml.subscriptions().getFirst().xmlUrl()).contains("secret");
    assertThat(opml.write()).doesNotContain("secret").contains("https://a.example/rss");
  }

  @Test
  void theSameAddressTwiceIsOneSubscription() throws FeedException {
    var opml =
        read(
            "<opml><body><outline text='a' xmlUrl='https://a.example/rss'/><outline text='b' xmlUrl='HTTPS://A.EXAMPLE:443/rss'/></body></opml>");

    assertThat(opml.subscriptions()).extracting(Subscription::title).containsExactly("a");
    assertThat(opml.warnings()).containsExactly("listed twice: HTTPS://A.EXAMPLE:443/rss");
  }

  @Test
  void aBrokenListIsReadAsFarAsItGoes() throws FeedException {
    var opml =
        read(
            "<opml><body><outline text='R&B' xmlUrl='https://a.example/rss'><outline text=\"x\" xmlUrl=https://b.example/>");

    assertThat(opml.subscriptions()).hasSize(2);
    assertThat(opml.warnings()).isNotEmpty();
  }

  @Test
  void tenThousandOutlinesAreRead() throws FeedException {
    var many =
        IntStream.range(0, 10_000)
            .mapToObj(i ->
                new Subscription(
                    "Feed " + i,
                    "https://h" + i + ".example/rss",
                    null,
                    List.of("Folder " + i % 7)))
            .toList();

    assertThat(read(new Opml(null, many, List.of()).write()).subscriptions()).hasSize(many.size());
  }

  @Test
  void whatIsNoOpmlSaysWhatItIs() {
    assertThatThrownBy(() -> read("<rss/>"))
        .isInstanceOf(FeedException.class)
        .hasMessage("The file is no OPML: it begins with <rss>.");
    assertThatThrownBy(() -> read("hello"))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("no markup");
  }
}
