package org.skep.copies;

import java.util.List;
import org.skep.model.Credit;

/**
 * What speaks for and against two articles having their words from the same pen, and which of the
 * two is the source: the signals of {@code link-model.txt} and {@code source-model.txt}. Pure.
 */
final class LinkSignals {
  /** In the order of {@link #link}. */
  static final List<String> LINK =
      List.of(
          "in",
          "of",
          "raw-in",
          "raw-of",
          "weight",
          "longest",
          "words",
          "words-there",
          "paired-in",
          "paired-of",
          "same",
          "order",
          "same-title",
          "same-outlet",
          "credits",
          "credited",
          "credits-other",
          "hours",
          "behind-best",
          "quotes-altered",
          "numbers-altered",
          "explained",
          "second",
          "origin-in",
          "origin-of",
          "kin");

  /** In the order of {@link #source}. */
  static final List<String> SOURCE =
      List.of(
          "in",
          "of",
          "raw-in",
          "raw-of",
          "words",
          "words-there",
          "credits",
          "credited",
          "credits-other",
          "other-credits-other",
          "own-credit",
          "other-own-credit",
          "later",
          "seen-later",
          "same-title",
          "altered");

  /** What was measured between two articles. */
  record Pair(
      CopyFeatures here,
      CopyFeatures there,
      Overlap overlap,
      SentencePairs sentences,
      int[] changed) {}

  /**
   * What the article has in common with the origin of the one there.
   *
   * @param in share of the article found in it
   * @param of share of it found in the article
   * @param kin share of what the one there shares that its origin has too: a passage stitched in
   *     from elsewhere is no sign of this lineage
   */
  record Kin(double in, double of, double kin) {
    /** The one there is an original. */
    static Kin original(Overlap overlap) {
      return new Kin(overlap.in(), overlap.of(), 1);
    }
  }

  private LinkSignals() {}

  /**
   * @param candidate the one there: a copy that an origin explains speaks for few others
   * @param later seconds from the time of the one there to the time here
   * @param best the strongest overlap of any candidate
   */
  static float[] link(Pair pair, Kin kin, Document candidate, long later, double best) {
    Overlap overlap = pair.overlap();
    CopyFeatures here = pair.here();
    CopyFeatures there = pair.there();
    return new float[] {
      (float) overlap.in(),
      (float) overlap.of(),
      (float) overlap.rawIn(),
      (float) overlap.rawOf(),
      log(overlap.weight()),
      log(overlap.longest()),
      log(here.grams().length),
      log(there.grams().length),
      (float) pair.sentences().in(),
      (float) pair.sentences().of(),
      (float) pair.sentences().same(),
      (float) pair.sentences().order(),
      flag(here.titleHash() == there.titleHash()),
      flag(here.outlet().equals(there.outlet())),
      flag(Credits.credits(here, there)),
      flag(Credits.credits(there, here)),
      flag(Credits.others(here, there)),
      log(Math.abs(later) / 3600.0),
      (float) (best - strength(overlap)),
      altered(pair.changed(), Alterations.QUOTE),
      altered(pair.changed(), Alterations.NUMBER),
      (float) candidate.explained(),
      flag(candidate.second >= 0),
      (float) kin.in(),
      (float) kin.of(),
      (float) kin.kin()
    };
  }

  /** The same pair as a question of direction: whether the one there is the source. */
  static float[] source(Pair pair, long later, long seenLater) {
    Overlap overlap = pair.overlap();
    return direction(
        pair.here(),
        pair.there(),
        new double[] {overlap.in(), overlap.of(), overlap.rawIn(), overlap.rawOf()},
        later,
        seenLater,
        pair.changed().length);
  }

  /** The question turned round: whether the one here is the source. */
  static float[] turned(Pair pair, long later, long seenLater) {
    Overlap overlap = pair.overlap();
    return direction(
        pair.there(),
        pair.here(),
        new double[] {overlap.of(), overlap.in(), overlap.rawOf(), overlap.rawIn()},
        -later,
        -seenLater,
        pair.changed().length);
  }

  private static float[] direction(
      CopyFeatures here,
      CopyFeatures there,
      double[] shares,
      long later,
      long seenLater,
      int changed) {
    return new float[] {
      (float) shares[0],
      (float) shares[1],
      (float) shares[2],
      (float) shares[3],
      log(here.grams().length),
      log(there.grams().length),
      flag(Credits.credits(here, there)),
      flag(Credits.credits(there, here)),
      flag(Credits.others(here, there)),
      flag(Credits.others(there, here)),
      flag(Credits.own(here)),
      flag(Credits.own(there)),
      signed(later),
      signed(seenLater),
      flag(here.titleHash() == there.titleHash()),
      changed
    };
  }

  /** How much of the one is found in the other, whichever is more. */
  static double strength(Overlap overlap) {
    return Math.max(overlap.in() + overlap.rawIn(), overlap.of() + overlap.rawOf()) / 2;
  }

  private static float altered(int[] changed, int what) {
    int n = 0;
    for (int i = 0; i < changed.length; i += Alterations.STEP) {
      n += changed[i] == what ? 1 : 0;
    }
    return n;
  }

  private static float log(double x) {
    return (float) Math.log1p(x);
  }

  private static float signed(long seconds) {
    return (float) (Long.signum(seconds) * Math.log1p(Math.abs(seconds) / 60.0));
  }

  private static float flag(boolean is) {
    return is ? 1 : 0;
  }

  /** Who credits whom. */
  static final class Credits {
    private Credits() {}

    static boolean credits(CopyFeatures copy, CopyFeatures origin) {
      return !copy.outlet().equals(origin.outlet()) && any(copy, origin);
    }

    private static boolean any(CopyFeatures of, CopyFeatures outlet) {
      for (String key : of.creditKeys()) {
        if (names(key, outlet.outletKey())) {
          return true;
        }
      }
      return false;
    }

    /** Whether it credits neither itself nor the other, but a third. */
    static boolean others(CopyFeatures copy, CopyFeatures origin) {
      for (int i = 0; i < copy.credits().size(); i++) {
        String key = copy.creditKeys().get(i);
        boolean link = copy.credits().get(i).kind() == Credit.Kind.LINK;
        if (!link && !names(key, origin.outletKey()) && !names(key, copy.outletKey())) {
          return true;
        }
      }
      return false;
    }

    /** An agency names itself in its dateline. */
    static boolean own(CopyFeatures features) {
      return any(features, features);
    }

    private static boolean names(String name, String host) {
      return name.length() > 2
          && (host.startsWith(name) || (!host.isEmpty() && name.startsWith(host)));
    }

    /** "The Example Post" names theexamplepost.org. */
    static boolean names(Credit credit, String outlet) {
      return names(CopyFeatures.squash(credit.name()), CopyFeatures.squash(outlet));
    }
  }
}
