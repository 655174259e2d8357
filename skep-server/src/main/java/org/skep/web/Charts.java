package org.skep.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.skep.reading.CopyView;
import org.skep.reading.Lineage;

/** Where the marks of the small charts stand; templates draw them as inline SVG. Pure. */
public final class Charts {
  private static final int DOTS_MAX = 24;
  private static final double LANE_MARGIN_PERCENT = 2;

  private Charts() {}

  /** One bar of a sparkline, in the units of its view box. */
  public record Bar(int x, int y, int height) {}

  /** One dot of a row: an original report is full, a copy hollow. */
  public record Dot(int x, boolean original) {}

  /**
   * One mark in a lane.
   *
   * @param x in percent of the lane, as SVG spells it
   * @param label what a pointer resting on it shows
   */
  public record Mark(String x, boolean original, String label) {}

  /** The marks of one lineage, and where the line between first and last runs. */
  public record Lane(List<Mark> marks, String from, String to) {}

  /** Bars 3 wide, 4 apart, at most 18 high; an empty slice has none. */
  public static List<Bar> bars(List<Integer> counts) {
    int most = counts.isEmpty() ? 1 : Math.max(1, Collections.max(counts));
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < counts.size(); i++) {
      int count = counts.get(i);
      int height = count == 0 ? 0 : Math.max(4, Math.round(18f * count / most));
      bars.add(new Bar(i * 4, 18 - height, height));
    }
    return bars;
  }

  /**
   * A dot for each article, originals first; a story too big for the row is drawn in proportion.
   */
  public static List<Dot> dots(int originals, int copies) {
    int all = originals + copies;
    double scale = all > DOTS_MAX ? (double) DOTS_MAX / all : 1;
    int full = Math.max(1, (int) Math.round(originals * scale));
    int hollow = copies == 0 ? 0 : Math.max(1, (int) Math.round(copies * scale));
    var dots = new ArrayList<Dot>();
    for (int i = 0; i < full + hollow; i++) {
      dots.add(new Dot(5 + i * 9, i < full));
    }
    return dots;
  }

  /** A lineage within the story's time. */
  public static Lane lane(Lineage lineage, Instant first, Instant last, Words words) {
    long span = Math.max(1, Duration.between(first, last).toSeconds());
    var marks = new ArrayList<Mark>();
    double from = percent(lineage.original().dated(), first, span);
    double to = from;
    for (CopyView copy : lineage.copies()) {
      double x = percent(copy.article().dated(), first, span);
      to = Math.max(to, x);
      marks.add(
          new Mark(spell(x), false, copy.article().outlet().name() + " " + words.lag(copy.lag())));
    }
    marks.add(
        new Mark(
            spell(from),
            true,
            lineage.original().outlet().name()
                + ", "
                + words.dateTime(lineage.original().dated())));
    return new Lane(List.copyOf(marks), spell(from), spell(to));
  }

  private static double percent(Instant at, Instant first, long spanSeconds) {
    double share = (double) Duration.between(first, at).toSeconds() / spanSeconds;
    return LANE_MARGIN_PERCENT + (100 - 2 * LANE_MARGIN_PERCENT) * Math.clamp(share, 0d, 1d);
  }

  private static String spell(double percent) {
    return String.format(Locale.ROOT, "%.1f%%", percent);
  }
}
