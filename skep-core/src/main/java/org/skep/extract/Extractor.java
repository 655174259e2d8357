package org.skep.extract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;
import org.skep.language.LanguageIdentifier;
import org.skep.learn.Logistic;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Credit;
import org.skep.model.Dropped;
import org.skep.model.Page;
import org.skep.model.Post;
import org.skep.model.Stated;
import org.skep.url.UrlIdentity;

/**
 * Turns a page into an article, or says why it is none: parse once, read what the page declares,
 * cut it into blocks, judge each block, cut what structure, site rules and the site's profile know
 * better. Never throws on any bytes. Pure and thread-safe.
 */
public final class Extractor {
  /** Less prose than this is no article. */
  static final int PROSE_CHARS_MIN = 120;

  private static final int BLOCK_HASHES_MAX = 500;
  private static final int TITLE_CHARS_MAX = 100;

  private final BlockModel model;
  private final Phrases phrases = Phrases.load();
  private final DateFinder dateFinder = new DateFinder(phrases);
  private final PageKind kinds = new PageKind();
  private final Origins origins = new Origins();
  private final PlainText plainText = new PlainText(phrases);
  private final Cutter cutter;

  /** With the shipped weights and rules. */
  public Extractor() {
    this(BlockModel.load(), SiteRules.load());
  }

  /** With other weights, or with a user's own rules. */
  public Extractor(BlockModel model, SiteRules rules) {
    this.model = model;
    this.cutter = new Cutter(phrases, rules);
  }

  /** Cost: one parse and one traversal of the page, plus two passes over its blocks. */
  public Extraction extract(Page page, SiteProfile profile) {
    return switch (PageParser.parse(page)) {
      case PageParser.Parsed.Refused(var reason, var evidence) ->
          new Extraction.NotAnArticle(reason, null, null, evidence);
      case PageParser.Parsed.Text(var text) -> extractText(text, page);
      case PageParser.Parsed.Html(var root) -> extract(page, root, profile);
    };
  }

  /** As {@link #extract(Page, SiteProfile)}, of a page whose bytes were decoded before. */
  public Extraction extractHtml(String html, Page page, SiteProfile profile) {
    return switch (PageParser.parseHtml(html)) {
      case PageParser.Parsed.Refused(var reason, var evidence) ->
          new Extraction.NotAnArticle(reason, null, null, evidence);
      case PageParser.Parsed.Text(var text) -> extractText(text, page);
      case PageParser.Parsed.Html(var root) -> extract(page, root, profile);
    };
  }

  private Extraction extract(Page page, Element root, SiteProfile profile) {
    Layout layout = BlockReader.read(root);
    var facts = new PageFacts(page, layout, phrases);
    return extract(page, layout, facts, profile);
  }

  private Extraction extract(Page page, Layout layout, PageFacts facts, SiteProfile profile) {
    Hints hints = facts.hints();
    PublicationDates dates = dateFinder.find(facts, layout, hints, page.fetchedAt());
    List<Block> blocks = layout.blocks();
    String title = Titles.choose(facts, layout, hints);
    double[] scores = model.score(layout, hints);
    var cutting = cutter.cut(facts, hints, blocks, scores, profile);
    String text = String.join("\n\n", cutting.paragraphs());
    if (text.length() < PROSE_CHARS_MIN) {
      var verdict = kinds.of(facts, layout, text.length());
      boolean wall = verdict.reason() == Extraction.Reason.CONSENT_WALL;
      String named = wall && !facts.titles.isEmpty() ? facts.titles.getFirst() : title;
      return none(verdict.reason(), named, dates.published(), verdict.evidence());
    }
    if (PageKind.isFront(facts, blocks, cutting)) {
      String evidence = "many linked titles and no paragraph of length";
      return none(Extraction.Reason.SECTION_FRONT, title, dates.published(), evidence);
    }
    List<Credit> credits = origins.find(facts, blocks, cutting.kept());
    String address = facts.address();
    var article =
        new Article(
            idOf(address, text),
            0,
            address,
            facts.outlet,
            facts.publisher,
            title.isBlank() ? beginning(text) : title,
            cutting.standfirst(),
            facts.byline(),
            dates.published(),
            dates.modified(),
            page.fetchedAt(),
            LanguageIdentifier.identify(text),
            text,
            facts.image(),
            isPaywalled(facts, cutting),
            cutting.related(),
            credits,
            cutting.dropped(),
            posts(facts, layout, cutting, dates.published(), page.fetchedAt()),
            facts.reserved(),
            confidence(cutting.kept(), scores));
    return new Extraction.Found(article, hashes(blocks));
  }

  /**
   * The article in a plain text, one paragraph a line, judged by the same phrases and cuts as a
   * page.
   *
   * @param page where it comes from; its bytes are not read
   */
  public Extraction extractText(String text, Page page) {
    PlainText.Parts parts = plainText.read(text);
    String body = String.join("\n\n", parts.paragraphs());
    if (body.length() < PROSE_CHARS_MIN) {
      return none(
          Extraction.Reason.TOO_SHORT, parts.title(), null, body.length() + " characters of prose");
    }
    var article =
        new Article(
            idOf(page.url(), body),
            0,
            page.url(),
            PageFacts.outletOf(page.url()),
            null,
            parts.title().isBlank() ? beginning(body) : parts.title(),
            parts.standfirst(),
            List.of(),
            null,
            null,
            page.fetchedAt(),
            LanguageIdentifier.identify(body),
            body,
            null,
            false,
            parts.related(),
            List.of(),
            parts.dropped(),
            List.of(),
            List.of(),
            0.9);
    return new Extraction.Found(article, List.of());
  }

  private static Extraction none(
      Extraction.Reason reason, String title, @Nullable Stated published, String evidence) {
    return new Extraction.NotAnArticle(reason, title.isBlank() ? null : title, published, evidence);
  }

  /** A page without an address is known by its text. */
  private static long idOf(String address, String text) {
    return ArticleId.of(UrlIdentity.of(address).orElse(address.isEmpty() ? text : address));
  }

  private static List<Post> posts(
      PageFacts facts,
      Layout layout,
      Cutter.Cutting cutting,
      @Nullable Stated published,
      Instant fetchedAt) {
    var reader = new DateReader(facts.declaredTag(), fetchedAt);
    return new LivePosts(layout, cutting.openings(), reader, published)
        .find(facts.jsonLd.updates());
  }

  private static boolean isPaywalled(PageFacts facts, Cutter.Cutting cutting) {
    boolean prompt =
        cutting.dropped().stream()
            .anyMatch(one ->
                one.kind() == Dropped.Kind.PAYWALL && one.after() == cutting.paragraphs().size());
    return facts.jsonLd.isPaid() || (prompt && cutting.paragraphs().size() <= 6);
  }

  /** How sure the model is of the words it kept. */
  private static double confidence(List<Block> kept, double[] scores) {
    double sum = 0;
    double words = 0;
    for (Block block : kept) {
      sum += Logistic.probability(scores[block.index]) * block.words;
      words += block.words;
    }
    return words == 0 ? 0 : sum / words;
  }

  private static List<Long> hashes(List<Block> blocks) {
    var seen = new WordTable(Math.min(blocks.size(), BLOCK_HASHES_MAX));
    var hashes = new ArrayList<Long>();
    for (Block block : blocks) {
      if (hashes.size() < BLOCK_HASHES_MAX && seen.put(block.hash, 1) == 0) {
        hashes.add(block.hash);
      }
    }
    return hashes;
  }

  private static String beginning(String text) {
    int end = text.indexOf('\n');
    String line = end < 0 ? text : text.substring(0, end);
    return line.length() <= TITLE_CHARS_MAX
        ? line
        : line.substring(0, TITLE_CHARS_MAX).strip() + "…";
  }
}
