package org.skep.feed;

import java.util.List;

/**
 * Why bytes could not be read as a feed: the kind, the sentence for the feed's page, and where it
 * can be known the line and column and the feeds a page links instead.
 */
public final class FeedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final int line;
  private final int column;
  private final transient List<FeedLink> linked;

  /** What the bytes are instead. */
  public enum Kind {
    EMPTY,
    NOT_A_FEED,
    BROKEN,
    TOO_BIG
  }

  FeedException(Kind kind, String message) {
    this(kind, message, 0, 0, List.of());
  }

  FeedException(Kind kind, String message, int line, int column, List<FeedLink> linked) {
    super(message);
    this.kind = kind;
    this.line = line;
    this.column = column;
    this.linked = List.copyOf(linked);
  }

  public Kind kind() {
    return kind;
  }

  /** From 1; 0 when no place can be named. */
  public int line() {
    return line;
  }

  /** From 1; 0 when no place can be named. */
  public int column() {
    return column;
  }

  /** The feeds an HTML page links, best first; empty for anything else. */
  public List<FeedLink> linked() {
    return linked == null ? List.of() : linked;
  }
}
