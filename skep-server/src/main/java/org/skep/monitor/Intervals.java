package org.skep.monitor;

import java.time.Duration;
import org.skep.fetch.LocalPress;
import org.skep.settings.Settings;
import org.skep.store.FeedRow;

/** The bounds of a feed's interval, as the operator, the user and our own press have them. Pure. */
record Intervals(Settings settings, LocalPress press) {
  /** A feed that the user marks as news is asked at least that often. */
  private static final Duration NEWS_MAX = Duration.ofMinutes(60);

  /** The shortest time between two polls. */
  Duration min(FeedRow feed) {
    return press.interval(feed.url()).orElse(feed.news() ? settings.newsPoll() : settings.poll());
  }

  /** The longest, as far as it is for us to say. */
  Duration max(FeedRow feed) {
    return hasOwnPace(feed) ? min(feed) : feed.news() ? NEWS_MAX : Pace.INTERVAL_MAX;
  }

  /** Our own press is asked at its own pace, whatever it says and however it fails. */
  boolean hasOwnPace(FeedRow feed) {
    return press.interval(feed.url()).isPresent();
  }

  /** The shortest time after a poll until a user may ask for the next. */
  Duration refreshMin(FeedRow feed) {
    return hasOwnPace(feed) ? Duration.ZERO : settings.refreshMin();
  }
}
