package org.skep.bench.stories;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.skep.ArrivalClock;
import org.skep.demo.Sheet;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Stated;

/**
 * The demo press as a labelled stream, a story within a language: its files by time, then language,
 * then event, copies set in. Not the pages that the press prints: weekdays are English in every
 * language and count from the publication, other slots stay open, and what a page says beside its
 * text, later or between its paragraphs stands in the text. The join model is learnt from them so.
 *
 * @param id as {@code articles.txt} lists it
 */
record DemoSet(String id, Sheet sheet, String language) {
  private static final Instant START = Instant.parse("2031-03-14T09:30:00Z");
  private static final Pattern WEEKDAY = Pattern.compile("\\{weekday([+-]\\d)?\\}");

  /** The folder whose articles each are a story of their own. */
  private static final String ONLY_HERE = "only-here";

  /** All articles; always the same. */
  static List<GoldStream> read() {
    var clock = new ArrivalClock();
    return Sheet.text("articles.txt")
        .lines()
        .map(DemoSet::of)
        .sorted(
            Comparator.comparing(DemoSet::published)
                .thenComparing(DemoSet::language)
                .thenComparing(report -> report.sheet.event(START)))
        .map(report -> report.line(clock))
        .toList();
  }

  private static DemoSet of(String id) {
    var sheet = Sheet.ofArticle(id);
    return new DemoSet(id, sheet, Sheet.ofOutlet(sheet.one("outlet")).one("language"));
  }

  private Instant published() {
    return sheet.published(START);
  }

  private GoldStream line(ArrivalClock clock) {
    var published = published().atOffset(ZoneOffset.UTC);
    var stated = new Stated(published, false);
    var article =
        Article.of(
            ArticleId.of(id),
            "",
            sheet.one("outlet"),
            sheet.one("title"),
            paragraphs(sheet).stream()
                .map(paragraph ->
                    WEEKDAY.matcher(paragraph).replaceAll(slot -> weekday(published, slot)))
                .collect(Collectors.joining("\n\n")),
            language,
            stated,
            clock.seen(stated));
    String folder = id.substring(0, id.indexOf('/'));
    return new GoldStream(id, article, (folder.equals(ONLY_HERE) ? id : folder) + "-" + language);
  }

  private static String weekday(OffsetDateTime published, MatchResult slot) {
    int days = slot.group(1) == null ? 0 : Integer.parseInt(slot.group(1));
    return published.plusDays(days).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** The paragraphs, those of another article where a line copies them: {@code @copy ID 2-5}. */
  private static List<String> paragraphs(Sheet sheet) {
    var paragraphs = new ArrayList<String>();
    for (String line : sheet.body().split("\n+")) {
      String[] words = line.split(" ");
      if (words[0].equals("@copy")) {
        String[] range = words[2].split("-");
        int from = Integer.parseInt(range[0]) - 1;
        int to = Integer.parseInt(range[range.length - 1]);
        paragraphs.addAll(paragraphs(Sheet.ofArticle(words[1])).subList(from, to));
      } else {
        paragraphs.add(line.startsWith("@") ? line.substring(words[0].length() + 1) : line);
      }
    }
    return paragraphs;
  }
}
