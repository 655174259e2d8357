package org.skep.index;

import java.util.Set;
import java.util.TreeSet;

/** What {@code is:} and {@code has:} take. */
final class SearchFlags {
  static final String ORIGINAL = "original";
  static final String COPY = "copy";
  static final String STARRED = "starred";
  static final String READ = "read";
  static final String UNREAD = "unread";
  static final String REVISED = "revised";
  static final String PAYWALLED = "paywalled";
  static final String QUOTE = "quote";
  static final String IMAGE = "image";
  static final String NUMBER = "number";

  static final Set<String> IS =
      new TreeSet<>(Set.of(ORIGINAL, COPY, STARRED, READ, UNREAD, REVISED, PAYWALLED));
  static final Set<String> HAS = new TreeSet<>(Set.of(QUOTE, IMAGE, NUMBER));

  private SearchFlags() {}
}
