package org.skep.feed;

/** The formats feeds come in. */
public enum FeedFormat {
  RSS_090("rss0.90"),
  RSS_091("rss0.91"),
  RSS_092("rss0.92"),
  RSS_093("rss0.93"),
  RSS_094("rss0.94"),
  RSS_10("rss1.0"),
  RSS_11("rss1.1"),
  RSS_20("rss2.0"),
  /** RSS that does not say which. */
  RSS("rss"),
  ATOM_03("atom0.3"),
  ATOM_10("atom1.0"),
  JSON_10("json1.0"),
  JSON_11("json1.1"),
  CDF("cdf");

  private final String label;

  FeedFormat(String label) {
    this.label = label;
  }

  /** As outputs spell it. */
  public String label() {
    return label;
  }

  boolean isAtom() {
    return this == ATOM_03 || this == ATOM_10;
  }
}
