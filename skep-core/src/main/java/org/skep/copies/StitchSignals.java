package org.skep.copies;

import java.util.List;

/**
 * What speaks for an article being stitched from two sources: the signals of {@code
 * stitch-model.txt}. The second source is the one that has most of what the first leaves open.
 * Pure.
 */
final class StitchSignals {
  static final List<String> NAMES =
      List.of(
          "in",
          "of",
          "all",
          "gain",
          "gain-back",
          "run",
          "rare-run",
          "second-in",
          "second-of",
          "second-chance",
          "same-outlet",
          "same-group",
          "repeated",
          "altered",
          "words");

  private StitchSignals() {}

  static float[] of(Aligner aligner, Match best, Document origin, Match by, Document second) {
    CopyFeatures here = aligner.here();
    double gain = aligner.gain(by, best);
    return new float[] {
      (float) best.in(),
      (float) best.of(),
      (float) (best.in() + gain),
      (float) gain,
      (float) aligner.gain(best, by),
      aligner.run(by, best, 0),
      aligner.run(by, best, 0.5f),
      (float) by.in(),
      (float) by.of(),
      (float) by.chance(),
      here.outlet().equals(second.features.outlet()) ? 1 : 0,
      origin.group == second.group ? 1 : 0,
      (float) aligner.repeated(),
      best.alterations().length,
      (float) Math.log1p(here.grams().length)
    };
  }
}
