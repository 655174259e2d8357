package org.skep.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.copies.LinkSignals.Kin;
import org.skep.copies.LinkSignals.Pair;

/** An arriving article held against its candidates. Pure; not thread-safe. */
final class Comparison {
  /** With the text forgotten, so much of the fingerprints must be shared. */
  private static final double PRINTS_MIN = 0.6;

  /** Less in common is not worth a second look. */
  private static final double STRENGTH_MIN = 0.15;

  private final CopyFeatures features;
  private final CopyIndex.Candidates candidates;
  private final LinkModel model;
  private final Aligner aligner;
  private final Map<Integer, Document> documents = new HashMap<>();
  private final Map<Integer, Overlap> overlaps = new HashMap<>();
  private final List<Match> matches = new ArrayList<>();
  private final List<Compared> compared = new ArrayList<>();
  private double best;

  Comparison(CopyFeatures features, CopyIndex.Candidates candidates, LinkModel model) {
    this.features = features;
    this.candidates = candidates;
    this.model = model;
    aligner = new Aligner(features, candidates.weights());
    compare();
  }

  /** What was measured between the article and a candidate whose text is there. */
  record Compared(CopyIndex.Candidate candidate, Pair pair, Kin kin) {}

  private void compare() {
    for (var candidate : candidates.found()) {
      Document document = candidate.document();
      documents.put(document.number, document);
      if (document.features.grams().length > 0) {
        Overlap overlap = overlap(document);
        double strength = LinkSignals.strength(overlap);
        best = Math.max(best, strength);
        if (strength >= STRENGTH_MIN && overlap.telling(features)) {
          compared.add(
              new Compared(candidate, aligner.pair(document, overlap), kin(candidate, overlap)));
        } else {
          matches.add(unlike(document, overlap));
        }
      } else {
        matches.add(byPrints(document, candidate));
      }
    }
    for (Compared one : compared) {
      matches.add(match(one));
    }
    matches.sort(
        Comparator.comparingDouble((Match match) -> -match.chance())
            .thenComparingInt(Match::other));
  }

  private Overlap overlap(Document document) {
    return overlaps.computeIfAbsent(document.number, number -> aligner.overlap(document));
  }

  private Kin kin(CopyIndex.Candidate candidate, Overlap overlap) {
    Document origin = candidate.origin();
    if (origin == null || origin.features.article() == features.article()) {
      return Kin.original(overlap);
    }
    Overlap root = overlap(origin);
    return new Kin(root.in(), root.of(), aligner.common(overlap, root));
  }

  private Match match(Compared one) {
    Document document = one.candidate().document();
    Pair pair = one.pair();
    Overlap overlap = pair.overlap();
    long later = candidates.trusted() - one.candidate().trusted();
    long seen = features.seen().getEpochSecond() - document.features.seen().getEpochSecond();
    double chance = model.chance(LinkSignals.link(pair, one.kin(), document, later, best));
    return new Match(
        document.number,
        chance,
        model.source(pair, later, seen),
        overlap.in(),
        overlap.of(),
        overlap.rawIn(),
        overlap.rawOf(),
        overlap.passages(features, document.features),
        pair.changed(),
        overlap.covered());
  }

  /** Too little in common for a copy, or a site's own matter; yet a passage may be from there. */
  private static Match unlike(Document document, Overlap overlap) {
    return new Match(
        document.number,
        0,
        0,
        overlap.in(),
        overlap.of(),
        overlap.rawIn(),
        overlap.rawOf(),
        new int[0],
        new int[0],
        overlap.covered());
  }

  /** The text is forgotten: the share of fingerprints stands for that of 5-grams. */
  private Match byPrints(Document document, CopyIndex.Candidate candidate) {
    double in = (double) candidate.shared() / Math.max(1, features.prints().length);
    double of = (double) candidate.shared() / Math.max(1, document.prints);
    return new Match(
        document.number,
        Math.max(in, of) >= PRINTS_MIN ? Math.max(in, of) : 0,
        Long.signum(candidates.trusted() - candidate.trusted()),
        in,
        of,
        in,
        of,
        new int[0],
        new int[0],
        new boolean[features.grams().length]);
  }

  List<Compared> compared() {
    return compared;
  }

  /** The strongest overlap of any candidate. */
  double best() {
    return best;
  }

  /** Likeliest first. */
  List<Match> matches() {
    return matches;
  }

  Document document(Match match) {
    Document document = documents.get(match.other());
    if (document == null) {
      throw new IllegalStateException("no candidate has the number " + match.other());
    }
    return document;
  }

  /** The match that has most of what the best one leaves open; {@code null} when none has any. */
  @Nullable Match second(Match best) {
    Match second = null;
    double most = 0;
    for (Match match : matches) {
      if (match.other() != best.other()
          && !document(match).features.outlet().equals(features.outlet())) {
        double gain = aligner.gain(match, best);
        if (gain > most) {
          most = gain;
          second = match;
        }
      }
    }
    return second;
  }

  /** For {@link LinkModel#stitched}. */
  float[] stitched(Match best, Match second) {
    return StitchSignals.of(aligner, best, document(best), second, document(second));
  }
}
