package org.skep.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/**
 * One file of the hostile pack.
 *
 * @param kind which reader gets it
 */
record HostileFile(String name, Kind kind, byte[] bytes) {
  enum Kind {
    LISTING,
    PAGE,
    ARCHIVE,
    ROBOTS
  }

  private static final int MANY = 400_000;

  @Override
  public String toString() {
    return kind + " " + name;
  }

  /** The whole pack: more than sixty files, always the same. */
  static List<HostileFile> pack() {
    var pack = new ArrayList<HostileFile>();
    trees(pack);
    texts(pack);
    encodings(pack);
    json(pack);
    pages(pack);
    archives(pack);
    robots(pack);
    return pack;
  }

  private static void trees(List<HostileFile> pack) {
    for (String root : List.of("rss", "feed", "rdf:RDF", "urlset", "sitemapindex", "opml")) {
      listing(pack, root + " nested for ever", "<" + root + ">" + "<a>".repeat(MANY));
      listing(
          pack,
          root + " full of elements",
          "<" + root + ">" + "<item><title>x</title></item>".repeat(60_000) + "</" + root + ">");
      listing(pack, root + " of attributes", "<" + root + attributes(100_000) + "/>");
      listing(pack, root + " that is cut", "<" + root + "><channel><item><title>half a w");
    }
    listing(pack, "outlines in outlines", "<opml><body>" + "<outline text='a'>".repeat(MANY / 4));
    listing(
        pack,
        "addresses never closed",
        "<urlset>" + "<url><loc>https://a.example/".repeat(MANY / 4));
    listing(pack, "end tags only", "<rss>" + "</a>".repeat(MANY));
    listing(pack, "namespaces", "<rss>" + "<a xmlns:b='c' xmlns='d'>".repeat(MANY / 8));
  }

  private static String attributes(int count) {
    var out = new StringBuilder(count * 10);
    for (int i = 0; i < count; i++) {
      out.append(" a").append(i).append("='x'");
    }
    return out.toString();
  }

  private static void texts(List<HostileFile> pack) {
    String item =
        "<rss><channel><item><description><![CDATA[%s]]></description></item></channel></rss>";
    listing(pack, "laughs", laughs());
    listing(
        pack,
        "a secret file",
        "<!DOCTYPE a [<!ENTITY b SYSTEM"
            + " 'file:///etc/passwd'>]><rss><channel><title>&b;</title></channel></rss>");
    listing(
        pack,
        "quadratic entity",
        "<!DOCTYPE a [<!ENTITY b '"
            + "x".repeat(50_000)
            + "'>]><rss><channel><title>"
            + "&b;".repeat(50_000));
    listing(pack, "ampersands", "<rss><channel><title>" + "&".repeat(4 * MANY));
    listing(
        pack,
        "references",
        "<rss><channel><title>" + "&#x1F600;".repeat(MANY) + "</title></channel></rss>");
    listing(pack, "comments", "<rss>" + "<!--".repeat(MANY));
    listing(pack, "cdata", "<rss><channel><title>" + "<![CDATA[".repeat(MANY));
    listing(pack, "instructions", "<rss>" + "<?a".repeat(MANY));
    listing(pack, "links in a description", item.formatted("<a href='b".repeat(MANY)));
    listing(pack, "tags in a description", item.formatted("<".repeat(4 * MANY)));
    listing(pack, "a long title", "<rss><channel><title>" + "word ".repeat(MANY));
    listing(
        pack,
        "dates",
        "<rss><channel>"
            + ("<item><pubDate>" + "9".repeat(500) + "</pubDate></item>").repeat(5_000));
    listing(
        pack,
        "addresses",
        "<rss><channel>"
            + ("<item><link>https://" + "a.".repeat(500) + "</link></item>").repeat(3_000));
    listing(
        pack,
        "addresses in unicode",
        "<rss><channel>"
            + ("<item><link>https://" + "ü.".repeat(200) + "</link></item>").repeat(500));
    listing(pack, "blanks", " ".repeat(10 * MANY) + "<rss/>");
    listing(pack, "lines of text", "https://a.example/x\n".repeat(MANY / 2));
    listing(
        pack,
        "authors",
        "<rss><channel><item><author>" + "a@b (".repeat(MANY) + "</author></item></channel></rss>");
    listing(
        pack,
        "categories",
        "<rss><channel><item>"
            + "<category>a</category>".repeat(MANY / 4)
            + "</item></channel></rss>");
  }

  private static String laughs() {
    var out = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 'ha'>");
    for (int i = 1; i < 30; i++) {
      out.append("<!ENTITY l")
          .append(i)
          .append(" '")
          .append(("&l" + (i - 1) + ";").repeat(10))
          .append("'>");
    }
    return out.append("]><rss><channel><title>&l29;</title></channel></rss>").toString();
  }

  private static void encodings(List<HostileFile> pack) {
    String feed = "<rss><channel><title>x</title></channel></rss>";
    for (String name : List.of("UTF-16", "UTF-16LE", "UTF-32", "ISO-2022-JP", "GB18030")) {
      pack.add(
          new HostileFile(
              "says UTF-8, is " + name,
              Kind.LISTING,
              ("<?xml version='1.0' encoding='UTF-8'?>" + feed).getBytes(Charset.forName(name))));
    }
    pack.add(new HostileFile("noise", Kind.LISTING, noise(1 << 20)));
    pack.add(new HostileFile("zeros", Kind.LISTING, new byte[4 << 20]));
    pack.add(new HostileFile("gzip of zeros", Kind.LISTING, gzip(new byte[60 << 20])));
    pack.add(new HostileFile("gzip in gzip", Kind.LISTING, gzip(gzip(new byte[60 << 20]))));
    pack.add(
        new HostileFile(
            "gzip of noise, cut",
            Kind.LISTING,
            java.util.Arrays.copyOf(gzip(noise(1 << 20)), 1 << 19)));
  }

  private static void json(List<HostileFile> pack) {
    listing(pack, "json nested", "{\"items\":" + "[".repeat(MANY));
    listing(pack, "json objects nested", "{\"a\":".repeat(MANY));
    listing(
        pack,
        "json number",
        "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":"
            + "9".repeat(MANY)
            + "}]}");
    listing(pack, "json string", "{\"title\":\"" + "\\u0041".repeat(MANY) + "\"}");
    listing(pack, "json items", "{\"items\":[" + "{\"id\":1},".repeat(MANY / 4) + "{}]}");
    listing(pack, "json names", "{" + "\"a\":1,".repeat(MANY) + "\"items\":[]}");
  }

  private static void pages(List<HostileFile> pack) {
    page(pack, "divs nested", "<div>".repeat(200_000));
    page(pack, "tables nested", "<table><tr><td>".repeat(50_000));
    page(pack, "formatting never closed", "<b><i><font>".repeat(30_000) + "x");
    page(pack, "attributes", "<p" + attributes(100_000) + ">x");
    page(pack, "links", "<a href=/x>y</a> ".repeat(50_000));
    page(pack, "paragraphs", "<p>A sentence, and one more. ".repeat(50_000));
    page(pack, "quotes", "<p>\"“«‘".repeat(30_000));
    page(
        pack,
        "scripts of data",
        "<script type='application/ld+json'>" + "{\"a\":".repeat(50_000) + "</script>");
    page(pack, "comments", "<!--".repeat(MANY));
    page(pack, "entities", "&amp&lt&#9".repeat(100_000));
  }

  private static void archives(List<HostileFile> pack) {
    String record =
        String.join(
            "\r\n",
            "WARC/1.0",
            "WARC-Type: response",
            "WARC-Target-URI: http://a.example/",
            "Content-Length: %s",
            "",
            "HTTP/1.1 200 OK",
            "",
            "<p>x");
    archive(pack, "a length beyond the end", record.formatted("999999999"));
    archive(pack, "a length beyond all numbers", record.formatted("9".repeat(50)));
    archive(pack, "a negative length", record.formatted("-5"));
    archive(pack, "headers without end", "WARC/1.0\r\n" + "A: b\r\n".repeat(MANY));
    archive(pack, "one header line", "WARC/1.0\r\nA: " + "b".repeat(4 * MANY));
    archive(
        pack, "records of nothing", "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n".repeat(20_000));
    pack.add(new HostileFile("noise", Kind.ARCHIVE, noise(1 << 20)));
    pack.add(new HostileFile("gzip of zeros", Kind.ARCHIVE, gzip(new byte[80 << 20])));
    pack.add(
        new HostileFile(
            "gzip, cut",
            Kind.ARCHIVE,
            java.util.Arrays.copyOf(
                gzip(record.formatted("5").getBytes(StandardCharsets.US_ASCII)), 40)));
  }

  private static void robots(List<HostileFile> pack) {
    String all = "User-agent: *\n";
    robots(pack, "stars", all + ("Disallow: /" + "*a".repeat(500) + "$\n").repeat(400));
    robots(pack, "agents", "User-agent: skep\n".repeat(25_000) + "Disallow: /\n");
    robots(pack, "one line", all + "Disallow: /" + "x".repeat(500_000));
    robots(pack, "noise", new String(noise(500_000), StandardCharsets.ISO_8859_1));
  }

  private static void listing(List<HostileFile> pack, String name, String text) {
    pack.add(new HostileFile(name, Kind.LISTING, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static void page(List<HostileFile> pack, String name, String body) {
    String html = "<!DOCTYPE html><html><head><title>T</title></head><body><article>" + body;
    pack.add(new HostileFile(name, Kind.PAGE, html.getBytes(StandardCharsets.UTF_8)));
  }

  private static void archive(List<HostileFile> pack, String name, String text) {
    pack.add(new HostileFile(name, Kind.ARCHIVE, text.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static void robots(List<HostileFile> pack, String name, String text) {
    pack.add(new HostileFile(name, Kind.ROBOTS, text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(3).nextBytes(noise);
    return noise;
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
