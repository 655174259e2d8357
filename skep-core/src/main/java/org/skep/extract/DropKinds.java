package org.skep.extract;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.skep.model.Dropped;

/**
 * Says what a dropped block is: by what it says ({@link Phrases}), by what the site calls it
 * (class-words.txt), by where it stands. Immutable and thread-safe.
 */
final class DropKinds {
  private static final double LINKED = 0.6;
  private static final int TITLE_WORDS_MIN = 4;

  /** Of two classes whose phrases a block shows, the first of these wins. */
  private static final Dropped.Kind[] TELLING = {
    Dropped.Kind.COOKIE,
    Dropped.Kind.PAYWALL,
    Dropped.Kind.AGGREGATOR_TRAILER,
    Dropped.Kind.NEWSLETTER,
    Dropped.Kind.COPYRIGHT,
    Dropped.Kind.SIGN_OFF,
    Dropped.Kind.AUTHOR_BIO,
    Dropped.Kind.COMMENTS,
    Dropped.Kind.READ_MORE,
    Dropped.Kind.RELATED,
    Dropped.Kind.AD,
    Dropped.Kind.TAGS,
    Dropped.Kind.SOCIAL,
    Dropped.Kind.CAPTION,
    Dropped.Kind.BYLINE
  };

  /** A linked title is a related article unless its words say one of these. */
  private static final Set<Dropped.Kind> OUTWEIGHS_TITLES =
      Set.of(
          Dropped.Kind.READ_MORE,
          Dropped.Kind.AGGREGATOR_TRAILER,
          Dropped.Kind.SIGN_OFF,
          Dropped.Kind.COPYRIGHT,
          Dropped.Kind.COOKIE,
          Dropped.Kind.PAYWALL);

  private final Phrases phrases;
  private final Map<String, Dropped.Kind> classWords = new HashMap<>();

  DropKinds(Phrases phrases) {
    this.phrases = phrases;
    for (String line : Phrases.lines("class-words.txt")) {
      String[] fields = line.split("\t");
      classWords.put(fields[0], kind(fields[1]));
    }
  }

  static Dropped.Kind kind(String label) {
    for (Dropped.Kind kind : Phrases.KINDS) {
      if (kind.label().equals(label)) {
        return kind;
      }
    }
    throw new IllegalStateException("no class of boilerplate is called " + label);
  }

  /** The block's class; cost is that of its words and of the elements around it. */
  Dropped.Kind of(Block block) {
    if (block.zone.has(Zone.CAPTION) || (block.zone.has(Zone.FIGURE) && !block.isParagraph())) {
      return Dropped.Kind.CAPTION;
    }
    Dropped.Kind named = named(block.zone);
    if (named == Dropped.Kind.COMMENTS || named == Dropped.Kind.COOKIE) {
      return named;
    }
    Dropped.Kind said = said(block);
    boolean title = block.linkDensity() >= LINKED && block.words >= TITLE_WORDS_MIN;
    if (title && (said == null || !OUTWEIGHS_TITLES.contains(said))) {
      return Dropped.Kind.RELATED;
    }
    if (said != null) {
      return said;
    }
    return named == null ? Dropped.Kind.OTHER : named;
  }

  /** What the site's own class words call it, the innermost first. */
  Dropped.@Nullable Kind named(Zone inner) {
    for (Zone zone = inner; zone != null && !zone.tag.equals("body"); zone = zone.parent) {
      Dropped.Kind kind = zone.called.kind(classWords);
      if (kind != null) {
        return kind;
      }
    }
    return null;
  }

  /** What its words say it is. */
  Dropped.@Nullable Kind said(Block block) {
    int found = block.said(phrases);
    if (found == 0) {
      return null;
    }
    for (Dropped.Kind kind : TELLING) {
      if ((found & (1 << Phrases.KINDS.indexOf(kind))) != 0) {
        return kind;
      }
    }
    return null;
  }
}
