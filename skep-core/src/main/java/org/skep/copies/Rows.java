package org.skep.copies;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.Copy;
import org.skep.model.Credit;
import org.skep.model.Span;

/** Writes what was decided as rows a reader can check. Pure. */
final class Rows {
  private static final double MOST = 0.8;

  private Rows() {}

  /** It copies nobody we know; whom it credits is named. */
  static Copy original(Document document, long group) {
    return new Copy(
        document.features.article(),
        group,
        null,
        unseen(document, null),
        Copy.Kind.ORIGINAL,
        false,
        0,
        0,
        List.of());
  }

  static Copy copy(
      Document document, Document origin, Match match, @Nullable Document second, long group) {
    var origins = new ArrayList<Copy.Origin>();
    origins.add(
        new Copy.Origin(
            origin.features.article(),
            origin.features.outlet(),
            evidence(document, origin, match)));
    if (second != null) {
      origins.add(
          new Copy.Origin(
              second.features.article(),
              second.features.outlet(),
              "passages the first origin does not have are there"));
    }
    origins.addAll(unseen(document, origin));
    return new Copy(
        document.features.article(),
        group,
        origin.features.article(),
        origins,
        second == null ? kind(match) : Copy.Kind.STITCHED,
        document.features.titleHash() != origin.features.titleHash(),
        match.rawIn(),
        match.rawOf(),
        passages(document, origin, match));
  }

  static Copy.Kind kind(Match match) {
    if (match.altered()) {
      return Copy.Kind.REWRITTEN;
    }
    if (match.in() >= MOST) {
      return match.of() >= MOST ? Copy.Kind.VERBATIM : Copy.Kind.TRIMMED;
    }
    return match.of() >= MOST ? Copy.Kind.VERBATIM : Copy.Kind.REWRITTEN;
  }

  private static String evidence(Document document, Document origin, Match match) {
    for (Credit credit : document.features.credits()) {
      if (Lineage.names(credit, origin.features.outlet())) {
        return "credits it: " + credit.evidence();
      }
    }
    String share = Math.round(match.rawIn() * 100) + " % of its words are there";
    boolean later = document.trusted().isAfter(origin.trusted());
    String altered = match.altered() ? "; a quote is altered" : "";
    return share + (later ? ", which came first" : "") + altered;
  }

  /** Credited outlets that are not among the articles we have. */
  private static List<Copy.Origin> unseen(Document document, @Nullable Document origin) {
    var origins = new ArrayList<Copy.Origin>();
    for (Credit credit : document.features.credits()) {
      boolean own = Lineage.names(credit, document.features.outlet());
      boolean known = origin != null && Lineage.names(credit, origin.features.outlet());
      if (!own && !known && credit.kind() != Credit.Kind.LINK) {
        origins.add(new Copy.Origin(null, credit.name(), "credits it: " + credit.evidence()));
      }
    }
    return origins;
  }

  private static List<Copy.Passage> passages(Document document, Document origin, Match match) {
    var passages = new ArrayList<Copy.Passage>();
    int[] runs = match.passages();
    CopyFeatures here = document.features;
    CopyFeatures there = origin.features;
    for (int i = 0; i < runs.length; i += 4) {
      passages.add(
          new Copy.Passage(
              new Span(here.article(), here.revision(), runs[i], runs[i + 1]),
              new Span(there.article(), there.revision(), runs[i + 2], runs[i + 3])));
    }
    return passages;
  }
}
