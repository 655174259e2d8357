package org.skep.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** Every page, rendered from views made by hand and written to target/gallery to be looked at. */
class PageGalleryTest {
  private static final String HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";

  @Test
  void everyPageRendersInEveryLanguage() throws IOException {
    for (String language : Words.LANGUAGES) {
      write(
          Templates.compiled(),
          Path.of("target/gallery", language),
          new Samples("", language, "auto"));
    }
  }

  @Test
  void everyPageIsWellFormedHtml() {
    forEveryPage(
        "",
        (page, html) -> {
          Parser parser = Parser.htmlParser().setTrackErrors(20);
          Jsoup.parse(html, "http://127.0.0.1/", parser);
          assertThat(parser.getErrors()).as(page).isEmpty();
        });
  }

  @Test
  void everyPageHasOneHeadingOneMainAndNoIdTwice() {
    forEveryPage(
        "",
        (page, html) -> {
          Document document = Jsoup.parse(html);
          assertThat(document.select("h1")).as(page + ": h1").hasSize(1);
          assertThat(document.select("main")).as(page + ": main").hasSize(1);
          List<String> ids = document.select("[id]").eachAttr("id");
          assertThat(ids).as(page).doesNotHaveDuplicates();
          for (var field :
              document.select("input:not([type=hidden],[type=checkbox],[type=radio]), textarea")) {
            assertThat(document.select("label[for=" + field.id() + "]"))
                .as(page + ": " + field)
                .isNotEmpty();
          }
        });
  }

  @Test
  void noPageHasInlineScriptOrStyleSoTheContentSecurityPolicyCanForbidThem() {
    forEveryPage(
        "",
        (page, html) -> {
          Document document = Jsoup.parse(html);
          assertThat(
                  document.select("style, [style], script:not([src]), iframe, object, embed, base"))
              .as(page)
              .isEmpty();
          assertThat(document.getAllElements())
              .as(page)
              .noneMatch(
                  e -> e.attributes().asList().stream().anyMatch(a -> a.getKey().startsWith("on")));
        });
  }

  @Test
  void aLinkToElsewhereTellsNothingOfUsAndOpensNoWayBack() {
    forEveryPage(
        "",
        (page, html) -> {
          var document = Jsoup.parse(html);
          for (var link : document.select("a[href^=http], a[href^=//]")) {
            assertThat(link.attr("rel")).as(page + ": " + link).contains("noopener", "noreferrer");
          }
          assertThat(document.select("[target], [ping], img[src^=http], script[src^=http]"))
              .as(page)
              .isEmpty();
        });
  }

  @Test
  void aPersonsPageLinksTheirItemAtWikidata() {
    forEveryPage(
        "",
        (page, html) -> {
          var links = Jsoup.parse(html).select("a[href^=https://www.wikidata.org/wiki/Q]");
          assertThat(links).as(page).hasSize(page.equals("person") ? 1 : 0);
          assertThat(links.eachAttr("rel")).allMatch("noopener noreferrer external"::equals);
        });
  }

  @Test
  void aHostileTitleStaysTextWhereverItIsPrinted() {
    forEveryPage(
        HOSTILE,
        (page, html) -> {
          Document document = Jsoup.parse(html);
          assertThat(document.select("script")).as(page).hasSize(1);
          assertThat(document.select("img")).as(page).isEmpty();
          assertThat(document.select("[onerror]")).as(page).isEmpty();
        });
  }

  @Test
  void everyFormThatChangesSomethingCarriesTheToken() {
    forEveryPage(
        "",
        (page, html) -> {
          for (var form : Jsoup.parse(html).select("form[method=post]")) {
            assertThat(form.select("input[name=token][value=t0ken]"))
                .as(page + ": " + form.attr("action"))
                .hasSize(1);
          }
        });
  }

  /** Renders all samples into a folder; the way to look at them while designing. */
  static void write(Templates templates, Path folder, Samples samples) throws IOException {
    Files.createDirectories(folder);
    for (var page : samples.all().entrySet()) {
      String html = templates.page(page.getValue().getKey(), page.getValue().getValue());
      Files.writeString(folder.resolve(page.getKey() + ".html"), html);
    }
  }

  private interface Check {
    void check(String page, String html);
  }

  private static void forEveryPage(String suffix, Check check) {
    var templates = Templates.compiled();
    var samples = new Samples(suffix, "en", "auto");
    assertThat(samples.all()).isNotEmpty();
    for (var page : samples.all().entrySet()) {
      check.check(
          page.getKey(), templates.page(page.getValue().getKey(), page.getValue().getValue()));
    }
  }
}
