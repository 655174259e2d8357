package org.skep.extract;

import org.jspecify.annotations.Nullable;

/**
 * The page as seen from its headline: what stands apart (sidebars, comments, teasers, menus) and
 * what is near. An element that holds the headline too is never apart, whatever its class says.
 */
final class Vicinity {
  private static final int BEFORE_HEADING_COSTS = 3;

  /** A sidebar or teaser within so many elements of the headline holds the article's own line. */
  private static final int NEAR = 40;

  private final @Nullable Zone heading;

  Vicinity(Layout layout, int headingIndex) {
    this.heading = headingIndex < 0 ? null : layout.blocks().get(headingIndex).zone;
  }

  /** Whether this element belongs to something other than the article. */
  boolean isApart(Zone zone) {
    for (Zone at = zone; at != null && !holdsHeading(at); at = at.parent) {
      boolean box = at.tag.equals("aside") || at.called.is(ClassMarks.TEASER);
      if (at.tag.equals("nav")
          || (at.depth > 1 && at.called.is(ClassMarks.OTHERS))
          || (box && distance(at) > NEAR)) {
        return true;
      }
    }
    return false;
  }

  /** Whether this element is about other articles or by other people. */
  boolean isOthers(Zone zone) {
    for (Zone at = zone; at != null && !holdsHeading(at); at = at.parent) {
      if (at.tag.equals("nav") || (at.depth > 1 && at.called.is(ClassMarks.OTHERS))) {
        return true;
      }
    }
    return false;
  }

  /** Whether this element holds what readers wrote. */
  boolean isComment(Zone zone) {
    for (Zone at = zone; at != null && !holdsHeading(at); at = at.parent) {
      if (at.depth > 1 && at.called.is(ClassMarks.COMMENTS)) {
        return true;
      }
    }
    return false;
  }

  private boolean holdsHeading(Zone zone) {
    return heading != null && zone.contains(heading);
  }

  /** How far from the headline, in elements; what stands above it counts as further. */
  int distance(Zone zone) {
    int from = heading == null ? 0 : heading.order;
    return zone.order >= from ? zone.order - from : (from - zone.order) * BEFORE_HEADING_COSTS;
  }
}
