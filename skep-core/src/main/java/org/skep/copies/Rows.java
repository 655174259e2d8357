package org.skep.copies;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.copies.LinkSignals.Credits;
import org.skep.model.Copy;
import org.skep.model.Credit;
import org.skep.model.Span;

/** Writes what was decided as rows a reader can check. Pure. */
final class Rows {
  private static final double MOST = 0.8;

  private Rows() {}

  /** It copies nobody we know; whom it credits is named. */
  static Copy original(Document document, long group) {
    return Copy.original(document.features.article(), group, unseen(document, null));
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
        passages(document, origin, match),
        alterations(document, origin, match));
  }

  static Copy.Kind kind(Match match) {
    if (match.alterations().length > 0) {
      return Copy.Kind.REWRITTEN;
    }
    if (match.in() >= MOST) {
      return match.of() >= MOST ? Copy.Kind.VERBATIM : Copy.Kind.TRIMMED;
    }
    return match.of() >= MOST ? Copy.Kind.VERBATIM : Copy.Kind.REWRITTEN;
  }

  private static String evidence(Document document, Document origin, Match match) {
    for (Credit credit : document.features.credits()) {
      if (Credits.names(credit, origin.features.outlet())) {
        return "credits it: " + credit.evidence();
      }
    }
    String share = Math.round(match.rawIn() * 100) + " % of its words are there";
    String first = match.source() > 0 ? ", which came first" : "";
    return share + first + altered(match);
  }

  private static String altered(Match match) {
    int numbers = 0;
    int quotes = 0;
    for (int i = 0; i < match.alterations().length; i += Alterations.STEP) {
      boolean number = match.alterations()[i] == Alterations.NUMBER;
      numbers += number ? 1 : 0;
      quotes += number ? 0 : 1;
    }
    return (quotes > 0 ? "; a quote is altered" : "")
        + (numbers > 0 ? "; a number is changed" : "");
  }

  private static List<Copy.Alteration> alterations(
      Document document, Document origin, Match match) {
    var alterations = new ArrayList<Copy.Alteration>();
    int[] changed = match.alterations();
    CopyFeatures here = document.features;
    CopyFeatures there = origin.features;
    for (int i = 0; i < changed.length; i += Alterations.STEP) {
      alterations.add(
          new Copy.Alteration(
              changed[i] == Alterations.NUMBER
                  ? Copy.Alteration.What.NUMBER
                  : Copy.Alteration.What.QUOTE,
              new Span(here.article(), here.revision(), changed[i + 1], changed[i + 2]),
              new Span(there.article(), there.revision(), changed[i + 3], changed[i + 4])));
    }
    return alterations;
  }

  /** Credited outlets that are not among the articles we have. */
  private static List<Copy.Origin> unseen(Document document, @Nullable Document origin) {
    var origins = new ArrayList<Copy.Origin>();
    for (Credit credit : document.features.credits()) {
      boolean own = Credits.names(credit, document.features.outlet());
      boolean known = origin != null && Credits.names(credit, origin.features.outlet());
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
