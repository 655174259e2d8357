package org.skep.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.skep.model.Article;
import org.skep.model.Credit;
import org.skep.model.Dropped;
import org.skep.model.Link;
import org.skep.model.Page;

class ExtractorTest {
  private static final Instant FETCHED = Instant.parse("2026-06-01T00:00:00Z");
  private static final String URL = "https://news.example/2026/weir";

  private static final String PROSE =
      """
      <p>The old weir at Lower Mill will be rebuilt this summer, the water board said on Monday, after a flood had torn a gap into it.</p>
      <p>Anglers had asked for a fish ladder. "The salmon cannot vote, but we can," said their chairman, Ruben Haas.</p>
      """;

  private final Extractor extractor = new Extractor();

  @Test
  void aTitleLosesTheNameOfItsSite() {
    var article =
        found(
            page(
                "<title>Weir to be rebuilt | Mill News</title><meta property='og:site_name' content='Mill News'>",
                "<h2>Weir to be rebuilt</h2>" + PROSE));

    assertThat(article.title()).isEqualTo("Weir to be rebuilt");
    assertThat(article.publisher()).isEqualTo("Mill News");
    assertThat(article.outlet()).isEqualTo("news.example");
  }

  @Test
  void aCanonicalAddressElsewhereIsEvidenceOfAnOriginAndNotTheArticlesAddress() {
    var article =
        found(
            page(
                "<link rel=canonical href='https://millgazette.example/weir'>",
                "<h1>Weir to be rebuilt</h1>" + PROSE));

    assertThat(article.url()).isEqualTo(URL);
    assertThat(article.credits())
        .extracting(Credit::kind, Credit::name)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(Credit.Kind.CANONICAL, "millgazette.example"));
  }

  @Test
  void aRelatedLinkIsAPageAndNeverAScript() {
    var article =
        found(
            page(
                "",
                "<h1>Weir to be rebuilt</h1>"
                    + PROSE
                    + "<div class=related><h3>Related</h3><ul>"
                    + "<li><a href='java&#9;script:alert(1)'>Salmon were counted below the weir</a>"
                    + "<li><a href=' data:text/html,x'>Anglers met in the town hall again</a>"
                    + "<li><a href='/2026/flood'>The flood tore a gap into the weir</a></ul></div>"));

    assertThat(article.related())
        .containsExactly(
            new Link("The flood tore a gap into the weir", "https://news.example/2026/flood"));
  }

  @Test
  void anAgencyInTheDatelineIsCredited() {
    var article =
        found(
            page(
                "",
                "<h1>Weir to be rebuilt</h1><p>LOWER MILL (Reuters) - The old weir will be rebuilt this summer, the water board said on Monday.</p>"
                    + PROSE));

    assertThat(article.credits()).extracting(Credit::name).containsExactly("Reuters");
  }

  @Test
  void whatThePublisherReservesIsKept() {
    var page =
        new Page(
            URL,
            Map.of("X-Robots-Tag", "noarchive"),
            html(
                "<meta name=robots content='nosnippet, max-image-preview:large'><meta name=tdm-reservation content=1>",
                "<h1>Weir to be rebuilt</h1>" + PROSE),
            FETCHED);

    assertThat(found(page).reserved()).containsExactlyInAnyOrder("noarchive", "nosnippet", "tdm");
  }

  @Test
  void anAuthorIsANameAndNothingElse() {
    assertThat(
            Bylines.clean(
                List.of("By Jane Roe, Senior Reporter and John Doe | jane@news.example"),
                List.of()))
        .containsExactly("Jane Roe", "John Doe");
    assertThat(Bylines.clean(List.of("Von Uwe Kranz"), List.of())).containsExactly("Uwe Kranz");
    assertThat(Bylines.clean(List.of("Mill News", "admin"), List.of("Mill News"))).isEmpty();
  }

  @Test
  void pastedTextIsCutLikeAPage() {
    String text =
        """
        The board promises a ladder for the fish as well
        The old weir at Lower Mill will be rebuilt this summer, the water board said on Monday, after a flood had torn a gap into it.
        Read more How the flood of March rose (IN PICTURES)The anglers had asked for a fish ladder and will get one, their chairman said.
        Read More Details
        Finally we hope Millbasket gave you enough information about ( Weir to be rebuilt )
        Also on site :
        - Bakery recalls its almond cakes
        """;

    var extraction = extractor.extractText(text, new Page("", Map.of(), new byte[0], FETCHED));

    var article = ((Extraction.Found) extraction).article();
    assertThat(article.title()).isEqualTo("Weir to be rebuilt");
    assertThat(article.standfirst()).isEqualTo("The board promises a ladder for the fish as well");
    assertThat(article.text())
        .endsWith(
            "into it.\n\nThe anglers had asked for a fish ladder and will get one, their chairman said.");
    assertThat(article.dropped())
        .extracting(Dropped::kind)
        .containsExactly(
            Dropped.Kind.READ_MORE,
            Dropped.Kind.AGGREGATOR_TRAILER,
            Dropped.Kind.AGGREGATOR_TRAILER,
            Dropped.Kind.AGGREGATOR_TRAILER,
            Dropped.Kind.RELATED);
  }

  @Test
  void aWrongLabelIsHealed() {
    byte[] body =
        html(
            "<meta charset=iso-8859-1>",
            "<h1>Wehr wird erneuert</h1><p>Das alte Wehr an der Mühle wird im Sommer erneuert, teilte der Verband „Mühlenwasser“ am Montag nach der Sitzung in Überlingen mit.</p>"
                + PROSE);

    assertThat(found(new Page(URL, Map.of(), body, FETCHED)).text()).contains("„Mühlenwasser“");
  }

  @Test
  void anEncodingIsTakenFromTheHeader() {
    byte[] body =
        new String(
                html(
                    "",
                    "<h1>Слово</h1><p>Старую плотину у мельницы восстановят этим летом, сообщило в понедельник водное управление, после того как паводок прорвал её весной.</p>"),
                StandardCharsets.UTF_8)
            .getBytes(Charset.forName("windows-1251"));

    var page =
        new Page(URL, Map.of("Content-Type", "text/html; charset=windows-1251"), body, FETCHED);

    assertThat(found(page).text()).startsWith("Старую плотину");
  }

  @Test
  void bytesThatAreNoPageAreRefusedWithWhatTheyAre() {
    assertThat(none("%PDF-1.7 ...").reason()).isEqualTo(Extraction.Reason.NOT_HTML);
    assertThat(none("<?xml version='1.0'?><rss version='2.0'></rss>").evidence())
        .isEqualTo("a feed");
    assertThat(none("").reason()).isEqualTo(Extraction.Reason.TOO_SHORT);
  }

  @Test
  void hostilePagesAreRefusedOrRead() {
    assertThat(none("<p>".repeat(300_000)).reason()).isEqualTo(Extraction.Reason.TOO_LARGE);
    assertThat(none("x".repeat(6 << 20)).reason()).isEqualTo(Extraction.Reason.TOO_LARGE);
    assertThat(none("<div>".repeat(150_000)).reason()).isEqualTo(Extraction.Reason.TOO_SHORT);
    assertThat(none("<p " + "a=b ".repeat(200_000) + ">").reason())
        .isEqualTo(Extraction.Reason.TOO_SHORT);
    assertThat(none("<a><b><i><table><tr>".repeat(20_000)).reason())
        .isEqualTo(Extraction.Reason.TOO_SHORT);
  }

  @Test
  void brokenBytesNeverThrow() {
    byte[] whole =
        html(
            "<title>Weir</title><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Weir\"}</script>",
            "<article><h1>Weir</h1>"
                + PROSE
                + "<ul><li><a href='/x'>Read more: flood</a></li></ul></article>");
    var random = new Random(11);
    for (int round = 0; round < 400; round++) {
      byte[] broken = whole.clone();
      for (int i = random.nextInt(30); i >= 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
      }
      int length = random.nextInt(broken.length + 1);
      var extraction =
          extractor.extract(
              new Page(URL, Map.of(), java.util.Arrays.copyOf(broken, length), FETCHED),
              SiteProfile.EMPTY);
      assertThat(ExtractionJson.line("round " + round, extraction)).startsWith("{\"id\":");
    }
  }

  private Article found(Page page) {
    var extraction = extractor.extract(page, SiteProfile.EMPTY);
    assertThat(extraction).isInstanceOf(Extraction.Found.class);
    return ((Extraction.Found) extraction).article();
  }

  private Extraction.NotAnArticle none(String body) {
    var page = new Page(URL, Map.of(), body.getBytes(StandardCharsets.UTF_8), FETCHED);
    return (Extraction.NotAnArticle) extractor.extract(page, SiteProfile.EMPTY);
  }

  private static Page page(String head, String body) {
    return new Page(URL, Map.of(), html(head, body), FETCHED);
  }

  private static byte[] html(String head, String body) {
    return ("<!DOCTYPE html><html lang=en><head>"
            + head
            + "</head><body>"
            + body
            + "</body></html>")
        .getBytes(StandardCharsets.UTF_8);
  }
}
