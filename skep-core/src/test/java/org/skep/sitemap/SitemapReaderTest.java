package org.skep.sitemap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class SitemapReaderTest {
  private static Sitemap read(String text) {
    return SitemapReader.read(
            text.getBytes(StandardCharsets.UTF_8), null, "https://hive.example/sitemap.xml")
        .orElseThrow();
  }

  @Test
  void aNewsSitemapTellsTitleDateAndOutlet() {
    var sitemap =
        read(
            """
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9">
              <url><loc> /2026/bees </loc><lastmod>2026-03-02T15:00:00Z</lastmod>
                <n:news><n:publication><n:name>Hive</n:name><n:language>en</n:language></n:publication>
                <n:publication_date>2026-03-02</n:publication_date><n:title>Bees</n:title><n:keywords>bees, honey</n:keywords></n:news></url>
            </urlset>
            """);

    var entry = sitemap.entries().getFirst();
    assertThat(sitemap.index()).isFalse();
    assertThat(entry.url()).isEqualTo("https://hive.example/2026/bees");
    assertThat(entry.title()).isEqualTo("Bees");
    assertThat(entry.publication()).isEqualTo("Hive");
    assertThat(entry.language()).isEqualTo("en");
    assertThat(entry.keywords()).containsExactly("bees", "honey");
    assertThat(entry.published()).hasToString("Stated[at=2026-03-02T00:00Z, dayOnly=true]");
  }

  @Test
  void imagesAndVideosAreReadAndGzipIsUndone() throws IOException {
    String text =
        """
        <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"
          xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" xmlns:video="http://www.google.com/schemas/sitemap-video/1.1">
          <url><loc>https://hive.example/film</loc>
            <image:image><image:loc>/one.jpg</image:loc></image:image>
            <image:image><image:loc>https://cdn.example/two.jpg</image:loc></image:image>
            <video:video><video:title>Bees at work</video:title><video:publication_date>2026-03-02T10:00:00Z</video:publication_date></video:video></url>
        </urlset>
        """;
    var zip = new ByteArrayOutputStream();
    try (var out = new GZIPOutputStream(zip)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    var sitemap =
        SitemapReader.read(
            zip.toByteArray(), "application/x-gzip", "https://hive.example/s.xml.gz");
    var entry = sitemap.orElseThrow().entries().getFirst();

    assertThat(entry.images())
        .containsExactly("https://hive.example/one.jpg", "https://cdn.example/two.jpg");
    assertThat(entry.title()).isEqualTo("Bees at work");
    assertThat(entry.published()).hasToString("Stated[at=2026-03-02T10:00Z, dayOnly=false]");
  }

  @Test
  void anIndexNamesSitemaps() {
    var index =
        read(
            "<sitemapindex><sitemap><loc>https://hive.example/a.xml.gz</loc></sitemap></sitemapindex>");

    assertThat(index.index()).isTrue();
    assertThat(index.entries())
        .extracting(Sitemap.Entry::url)
        .containsExactly("https://hive.example/a.xml.gz");
  }

  @Test
  void aListOfAddressesIsASitemap() {
    assertThat(read("https://hive.example/a\n\nnonsense\nhttps://hive.example/b").entries())
        .hasSize(2);
  }

  @Test
  void entriesWithoutAnAddressAreCounted() {
    var sitemap =
        read(
            "<urlset><url><loc>mailto:a@b.example</loc></url><url/><url><loc>/x</loc></url></urlset>");

    assertThat(sitemap.entries()).hasSize(1);
    assertThat(sitemap.warnings())
        .containsExactly("2 entries were left out: no address, or more than 50000");
  }

  @Test
  void whatIsNoSitemapIsNone() {
    assertThat(SitemapReader.read("<rss/>".getBytes(StandardCharsets.UTF_8), null, "")).isEmpty();
    assertThat(SitemapReader.read("hello".getBytes(StandardCharsets.UTF_8), null, "")).isEmpty();
  }
}
