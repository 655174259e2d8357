package org.skep.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;

/**
 * All that the demo press knows: its outlets and its articles, dated back from the start of the
 * demo. Read once from {@code demo/} on the class path; immutable.
 *
 * @param articles by time of publication
 */
record DemoWorld(Map<String, DemoOutlet> outlets, List<DemoArticle> articles) {
  private static final List<String> OUTLETS =
      List.of(
          "wire", "harbour", "courier", "flash", "nlb", "tagblatt", "gazette", "diario", "heap");

  /** The folder whose articles each are a story of their own. */
  private static final String ONLY_HERE = "only-here/";

  DemoWorld {
    articles = List.copyOf(articles);
  }

  /** The press as it stands when the demo starts at this moment. */
  static DemoWorld at(Instant start) {
    var outlets = new LinkedHashMap<String, DemoOutlet>();
    for (String id : OUTLETS) {
      outlets.put(id, DemoOutlet.of(id, Sheet.ofOutlet(id)));
    }
    var press = new Typesetter(start, outlets);
    for (String id : Sheet.text("articles.txt").lines().toList()) {
      press.read(id);
    }
    return new DemoWorld(
        outlets,
        press.set.values().stream().sorted(Comparator.comparing(DemoArticle::published)).toList());
  }

  DemoArticle article(String id) {
    return articles.stream()
        .filter(article -> article.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no article " + id));
  }

  /** Turns files into articles; a copy is set after the articles it copies. */
  private static final class Typesetter {
    private final Instant start;
    private final Map<String, DemoOutlet> outlets;
    private final Map<String, DemoArticle> set = new LinkedHashMap<>();

    Typesetter(Instant start, Map<String, DemoOutlet> outlets) {
      this.start = start;
      this.outlets = outlets;
    }

    DemoArticle read(String id) {
      DemoArticle known = set.get(id);
      if (known != null) {
        return known;
      }
      DemoArticle article = typeset(id, Sheet.ofArticle(id));
      set.put(id, article);
      return article;
    }

    private DemoArticle typeset(String id, Sheet sheet) {
      DemoOutlet outlet = outlets.get(sheet.one("outlet"));
      if (outlet == null) {
        throw new IllegalArgumentException(id + ": no outlet " + sheet.one("outlet"));
      }
      Instant published = sheet.published(start);
      var dateline = new Dateline(sheet.event(start), published, outlet.language());
      String[] states = sheet.body().split("\n+=== after ", 2);
      var first = version(id, dateline, published, sheet, states[0]);
      return new DemoArticle(
          id,
          id.startsWith(ONLY_HERE) ? id : id.substring(0, id.indexOf('/')),
          outlet,
          4000 + 7 * set.size(),
          Slug.of(sheet.one("title")),
          sheet.one("section"),
          sheet.find("feed").orElse("main"),
          sheet.orEmpty("byline"),
          sheet.find("dateline").orElse(null),
          sheet.find("credit").orElse(null),
          sheet.find("robots").orElse(null),
          sheet.find("live").isPresent(),
          published,
          sheet.find("copy").map(Typesetter::kind).orElse(Copy.Kind.ORIGINAL),
          sheet.find("copy").map(Typesetter::origins).orElse(List.of()),
          sheet.all("said").stream().map(line -> said(dateline.fill(line))).toList(),
          first,
          states.length < 2 ? null : corrected(id, dateline, sheet, states[1]));
    }

    private DemoArticle.Version corrected(String id, Dateline dateline, Sheet sheet, String state) {
      int line = state.indexOf('\n');
      Duration after = Dateline.span(state.substring(0, line).strip());
      Sheet second = Sheet.parse(id, state.substring(line + 1));
      second.head().putIfAbsent("standfirst", sheet.all("standfirst"));
      return version(id, dateline, dateline.published().plus(after), second, second.body());
    }

    private DemoArticle.Version version(
        String id, Dateline dateline, Instant modified, Sheet sheet, String body) {
      var paragraphs = new ArrayList<String>();
      var glued = new ArrayList<String>();
      var times = new ArrayList<String>();
      String glue = "";
      for (String line : body.split("\n+")) {
        if (line.startsWith("@glue ")) {
          glue = line.substring(6);
        } else if (line.startsWith("@copy ")) {
          for (String copied : copied(id, line.substring(6))) {
            paragraphs.add(copied);
            glued.add(glue);
            glue = "";
          }
        } else if (line.startsWith("@live ")) {
          int end = line.indexOf('}');
          times.add(dateline.fill(line.substring(6, end + 1)));
          paragraphs.add(dateline.fill(line.substring(end + 1).strip()));
          glued.add("");
        } else {
          paragraphs.add(dateline.fill(line));
          glued.add(glue);
          glue = "";
        }
      }
      return new DemoArticle.Version(
          modified,
          dateline.fill(sheet.one("title")),
          dateline.fill(sheet.orEmpty("standfirst")),
          paragraphs,
          glued,
          times);
    }

    /** {@code kell-call/wire-1 2-5}: paragraphs of another article, as it first stood. */
    private List<String> copied(String id, String what) {
      String[] parts = what.split(" ");
      String[] range = parts[1].split("-");
      int from = Integer.parseInt(range[0]);
      int to = Integer.parseInt(range[range.length - 1]);
      var paragraphs = read(parts[0]).first().paragraphs();
      if (from < 1 || to > paragraphs.size()) {
        throw new IllegalArgumentException(
            id + ": copies " + what + ", which has " + paragraphs.size() + " paragraphs");
      }
      return paragraphs.subList(from - 1, to);
    }

    private static Copy.Kind kind(String copy) {
      return Copy.Kind.valueOf(copy.substring(0, copy.indexOf(' ')).toUpperCase(Locale.ROOT));
    }

    private static List<String> origins(String copy) {
      return List.of(copy.substring(copy.indexOf(" of ") + 4).split(", "));
    }

    private static DemoArticle.Said said(String line) {
      int bar = line.indexOf(" | ");
      String who = line.substring(0, bar);
      int chain = who.indexOf(" < ");
      @Nullable String via = chain < 0 ? null : who.substring(0, chain);
      return new DemoArticle.Said(
          chain < 0 ? who : who.substring(chain + 3), via, line.substring(bar + 3));
    }
  }
}
