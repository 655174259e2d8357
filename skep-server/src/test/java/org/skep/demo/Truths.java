package org.skep.demo;

/**
 * What the pipeline reaches on the demo press today, a little below: outlets are fetched side by
 * side, so the order of arrival differs from run to run. These numbers are only ever raised.
 */
final class Truths {
  static final int MISSING_MAX = 0;
  static final double TEXT_RECALL = 0.99;
  static final double TEXT_PRECISION = 0.94;
  static final double STORY_RECALL = 0.70;
  static final double ORIGINS = 0.8;
  static final double ORIGINALS = 0.96;
  static final double STATEMENTS = 0.94;
  static final double SPEAKERS = 0.72;

  private Truths() {}

  /** Prints every share and every miss when {@code -Dskep.truth=true} asks for them. */
  static void report(String what, TruthScore score) {
    if (!Boolean.getBoolean("skep.truth")) {
      return;
    }
    System.out.println(what + ": text " + score.extraction());
    System.out.println(what + ": stories " + score.stories(false));
    System.out.println(what + ": across languages " + score.stories(true));
    System.out.println(what + ": copies " + score.copies());
    System.out.println(what + ": statements " + score.statements());
    score.misses().forEach(miss -> System.out.println("  " + miss));
  }
}
