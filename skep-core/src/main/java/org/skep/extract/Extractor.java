package org.skep.extract;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.LanguageIdentifier;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Page;

/**
 * Turns a page into an article, or says why it is none. Never throws on any bytes. Pure and
 * thread-safe.
 */
public final class Extractor {
  /** Less prose than this is no article. */
  static final int PROSE_CHARS_MIN = 120;

  private final BlockModel model;

  /** With the shipped weights. */
  public Extractor() {
    this(BlockModel.load());
  }

  /** With other weights; for the trainer. */
  public Extractor(BlockModel model) {
    this.model = model;
  }

  /** Cost: one parse and one traversal of the page, plus two passes over its blocks. */
  public Extraction extract(Page page, SiteProfile profile) {
    return switch (PageParser.parse(page)) {
      case PageParser.Parsed.Refused(var reason, var evidence) ->
          new Extraction.NotAnArticle(reason, null, null, evidence);
      case PageParser.Parsed.Text(var text) -> extractText(text, page);
      case PageParser.Parsed.Html(var document) -> {
        Layout layout = BlockReader.read(document);
        var facts = new PageFacts(page, document, layout);
        yield extract(page, layout, facts);
      }
    };
  }

  private static Extraction extractText(String text, Page page) {
    return new Extraction.NotAnArticle(
        Extraction.Reason.TOO_SHORT, null, null, page.url() + ": plain text of " + text.length());
  }

  private Extraction extract(Page page, Layout layout, PageFacts facts) {
    Hints hints = facts.hints();
    List<Block> blocks = layout.blocks();
    int headingIndex = hints.headingIndex();
    Block heading = headingIndex < 0 ? null : blocks.get(headingIndex);
    String title = Titles.choose(facts.titles, heading, hints);
    double[] scores = model.score(layout, hints);
    var paragraphs = new ArrayList<String>();
    for (Block block : blocks) {
      if (scores[block.index] > 0 && block != heading) {
        paragraphs.add(block.text);
      }
    }
    String text = String.join("\n\n", paragraphs);
    if (text.length() < PROSE_CHARS_MIN) {
      return new Extraction.NotAnArticle(
          Extraction.Reason.TOO_SHORT,
          title.isEmpty() ? null : title,
          facts.published(),
          text.length() + " characters of prose");
    }
    return new Extraction.Found(article(page, facts, title, text), List.of());
  }

  private static Article article(Page page, PageFacts facts, String title, String text) {
    String address = facts.address();
    String headline = title.isBlank() ? firstWords(text) : title;
    @Nullable String standfirst = null;
    return new Article(
        ArticleId.of(address),
        0,
        address,
        facts.host,
        facts.publisher,
        headline,
        standfirst,
        facts.byline(),
        facts.published(),
        facts.modified(),
        page.fetchedAt(),
        LanguageIdentifier.identify(text),
        text,
        facts.image(),
        facts.jsonLd.isPaid(),
        List.of(),
        List.of(),
        List.of(),
        facts.reserved(),
        1);
  }

  private static String firstWords(String text) {
    int end = Math.min(text.length(), 80);
    return text.substring(0, end);
  }
}
