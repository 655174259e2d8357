package org.skep.demo;

/**
 * An article as a feed lists it.
 *
 * @param url its page, host and port included
 */
record Listed(DemoArticle article, DemoArticle.Version version, String url) {
  String title() {
    return version.title();
  }

  String teaser() {
    return PagePrinter.teaser(version);
  }

  String content() {
    return PagePrinter.content(article, version);
  }

  String published() {
    return PagePrinter.iso(article.published());
  }

  String modified() {
    return PagePrinter.iso(version.modified());
  }
}
