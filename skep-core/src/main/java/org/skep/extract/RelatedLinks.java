package org.skep.extract;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.skep.model.Dropped;
import org.skep.model.Link;
import org.skep.url.Url;

/**
 * The other articles a page offers, out of what was dropped: links with a title's length and look,
 * outside menus, tags and share buttons. Immutable and thread-safe.
 */
final class RelatedLinks {
  private static final int LINKS_MAX = 100;
  private static final int WORDS_MIN = 3;
  private static final int WORDS_MAX = 40;
  private final Teasers teasers;

  RelatedLinks(Teasers teasers) {
    this.teasers = teasers;
  }

  /** Adds what this dropped block offers. */
  void collect(Block block, Dropped.Kind kind, Collector into) {
    if (block.links.isEmpty() || isFurniture(block, kind)) {
      return;
    }
    for (Block.Run run : block.links) {
      String title = block.text.substring(run.begin(), run.end()).strip();
      if (isTitle(title) && isPage(run.href())) {
        into.add(new Link(teasers.withoutLabel(title), run.href()));
      }
    }
  }

  private static boolean isFurniture(Block block, Dropped.Kind kind) {
    if (block.zone.has(Zone.NAV) || block.zone.has(Zone.FOOTER) || block.zone.has(Zone.HEADER)) {
      return true;
    }
    return switch (kind) {
      case COOKIE, SOCIAL, TAGS, COPYRIGHT, COMMENTS, BYLINE, CAPTION, PAYWALL, NEWSLETTER -> true;
      case AUTHOR_BIO, SIGN_OFF, AGGREGATOR_TRAILER -> true;
      case RELATED, READ_MORE, AD, OTHER -> false;
    };
  }

  private static boolean isTitle(String title) {
    int words = TextShape.of(title.isEmpty() ? " " : title).words();
    return words >= WORDS_MIN && words <= WORDS_MAX;
  }

  /** No mail, no telephone and no script, however it is spelled: a browser skips tabs in it. */
  private static boolean isPage(String href) {
    boolean scheme = href.indexOf(':') >= 0;
    return !href.isEmpty()
        && !href.startsWith("#")
        && (!scheme || Url.parse(href).map(Url::isHttp).orElse(true));
  }

  /** The links found so far, each title and each address once. */
  static final class Collector {
    private final List<Link> links = new ArrayList<>();
    private final Set<String> titles = new HashSet<>();
    private final Set<String> addresses = new HashSet<>();
    private final PageFacts facts;

    Collector(PageFacts facts) {
      this.facts = facts;
    }

    void add(Link link) {
      boolean fresh = titles.add(link.title().toLowerCase(Locale.ROOT));
      boolean elsewhere = link.url().isEmpty() || addresses.add(link.url());
      if (links.size() < LINKS_MAX && fresh && elsewhere) {
        String url = link.url().isEmpty() ? null : facts.resolve(link.url());
        links.add(new Link(link.title(), url == null ? link.url() : url));
      }
    }

    List<Link> links() {
      return List.copyOf(links);
    }
  }
}
