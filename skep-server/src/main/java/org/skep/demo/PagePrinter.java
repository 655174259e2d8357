package org.skep.demo;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Prints an article as its outlet's page: fills the outlet's template. Slots are {@code {{title}}};
 * {@code {{title:json}}} is escaped for a script, {@code {{related:div}}} says how the links to
 * other articles are laid out.
 */
final class PagePrinter {
  private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)(?::([a-z]+))?\\}\\}");
  private static final int RELATED = 3;

  private final DemoWorld world;

  PagePrinter(DemoWorld world) {
    this.world = world;
  }

  /** The page; the home is the outlet's address, with a slash at the end. */
  String print(DemoArticle article, DemoArticle.Version version, String home) {
    UnaryOperator<String> values = slot -> value(slot, article, version, home);
    return fill(
        article.outlet().page(),
        (slot, form) ->
            switch (slot) {
              case "related" -> related(article, form, home);
              case "paragraphs" -> paragraphs(article, version);
              case "meta" -> meta(article);
              default ->
                  form.equals("json")
                      ? Markup.json(values.apply(slot))
                      : Markup.html(values.apply(slot));
            });
  }

  /** The paragraphs as plain HTML, as a full-text feed carries them. */
  static String content(DemoArticle article, DemoArticle.Version version) {
    return IntStream.range(0, version.paragraphs().size())
        .mapToObj(i -> "<p>" + Markup.html(paragraph(article, version, i)) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  /** What a truncated feed and a listing show. */
  static String teaser(DemoArticle.Version version) {
    if (!version.standfirst().isEmpty()) {
      return version.standfirst();
    }
    String first = version.paragraphs().getFirst();
    return first.length() <= 140 ? first : first.substring(0, first.lastIndexOf(' ', 140)) + " ...";
  }

  /** An instant as the web prints it, to the second. */
  static String iso(Instant instant) {
    ZonedDateTime local = instant.truncatedTo(ChronoUnit.SECONDS).atZone(Dateline.ZONE);
    return local.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private String value(String slot, DemoArticle article, DemoArticle.Version version, String home) {
    String language = article.outlet().language();
    return switch (slot) {
      case "title" -> version.title();
      case "standfirst" -> version.standfirst();
      case "byline" -> article.byline();
      case "section" -> article.section();
      case "published" -> iso(article.published());
      case "modified" -> iso(version.modified());
      case "shown" -> Dateline.shown(article.published(), language);
      case "type" -> article.live() ? "LiveBlogPosting" : "NewsArticle";
      case "home" -> home;
      case "url" -> home + article.path().substring(1);
      default -> throw new IllegalArgumentException(article.outlet().id() + ": no slot " + slot);
    };
  }

  private static String paragraphs(DemoArticle article, DemoArticle.Version version) {
    DemoOutlet outlet = article.outlet();
    String printed =
        IntStream.range(0, version.paragraphs().size())
            .mapToObj(i -> {
              String text = Markup.html(paragraph(article, version, i));
              return article.live()
                  ? outlet
                      .live()
                      .replace("{{number}}", Integer.toString(version.paragraphs().size() - i))
                      .replace("{{time}}", version.times().get(i))
                      .replace("{{text}}", text)
                  : outlet.paragraph().replace("{{text}}", text);
            })
            .collect(Collectors.joining("\n"));
    String credit = article.credit();
    return credit == null
        ? printed
        : printed + "\n" + outlet.paragraph().replace("{{text}}", Markup.html(credit));
  }

  private static String paragraph(DemoArticle article, DemoArticle.Version version, int index) {
    String text = version.glued().get(index) + version.paragraphs().get(index);
    String dateline = article.dateline();
    return index == 0 && dateline != null
        ? dateline + " (" + article.outlet().name() + ") - " + text
        : text;
  }

  private static String meta(DemoArticle article) {
    String robots = article.robots();
    return robots == null ? "" : "<meta name=\"robots\" content=\"" + robots + "\">";
  }

  /** Three other articles of the outlet, always the same ones. */
  private String related(DemoArticle article, String form, String home) {
    var own =
        world.articles().stream()
            .filter(other -> other.outlet().id().equals(article.outlet().id()))
            .toList();
    int at = own.indexOf(article);
    var others =
        IntStream.rangeClosed(1, form.equals("one") ? 1 : Math.min(RELATED, own.size() - 1))
            .mapToObj(step -> own.get((at + step) % own.size()))
            .toList();
    return switch (form) {
      case "dash" -> elsewhere(article);
      case "div" -> links(others, home, "<div>", "</div>");
      case "br" -> links(others, home, "", "<br>");
      case "one" -> links(others, home, "", "");
      default -> links(others, home, "<li>", "</li>");
    };
  }

  /** What an aggregator appends: headlines of other outlets that have nothing to do with it. */
  private String elsewhere(DemoArticle article) {
    return world.articles().stream()
        .filter(other -> other.outlet().id().equals("flash"))
        .filter(other -> !other.story().equals(article.story()))
        .skip(article.number() % 4)
        .limit(RELATED)
        .map(other -> "<p>- " + Markup.html(other.first().title()) + "</p>")
        .collect(Collectors.joining("\n"));
  }

  private static String links(
      List<DemoArticle> articles, String home, String before, String after) {
    return articles.stream()
        .map(other ->
            before
                + "<a href=\""
                + Markup.html(home + other.path().substring(1))
                + "\">"
                + Markup.html(other.first().title())
                + "</a>"
                + after)
        .collect(Collectors.joining("\n"));
  }

  /** What stands in a slot. */
  interface Slots {
    String value(String slot, String form);
  }

  static String fill(String template, Slots slots) {
    return SLOT.matcher(template)
        .replaceAll(slot ->
            Matcher.quoteReplacement(
                slots.value(slot.group(1), slot.group(2) == null ? "" : slot.group(2))));
  }
}
