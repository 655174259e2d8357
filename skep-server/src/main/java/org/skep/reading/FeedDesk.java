package org.skep.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.skep.store.FeedRow;
import org.skep.store.FigureRows.FeedFigures;
import org.skep.store.PollReport;
import org.skep.store.Tx;

/** How the feeds are, with the evidence of their last poll. */
final class FeedDesk {
  private static final int RATE_DAYS = 7;

  private final Tx tx;
  private final Instant now;

  FeedDesk(Tx tx, Instant now) {
    this.tx = tx;
    this.now = now;
  }

  FeedsView view() {
    Map<Long, FeedFigures> figures = tx.figures().feeds(now.minus(Duration.ofDays(RATE_DAYS)));
    var folders = new TreeMap<String, List<FeedsView.FeedRow>>();
    for (FeedRow feed : tx.feeds().all()) {
      folders
          .computeIfAbsent(feed.folder(), _ -> new ArrayList<>())
          .add(row(feed, figures.getOrDefault(feed.id(), FeedFigures.NONE)));
    }
    return new FeedsView(
        folders.entrySet().stream()
            .map(entry -> new FeedsView.Folder(entry.getKey(), entry.getValue()))
            .toList());
  }

  Optional<FeedsView.FeedRow> find(long id) {
    return tx.feeds().find(id).map(feed -> row(feed, FeedFigures.NONE));
  }

  private FeedsView.FeedRow row(FeedRow feed, FeedFigures figures) {
    PollReport poll = feed.lastPoll();
    var health = health(feed);
    double days =
        Math.clamp(Duration.between(feed.added(), now).toHours() / 24d, 1d, (double) RATE_DAYS);
    return new FeedsView.FeedRow(
        feed.id(),
        Shown.of(feed.name()),
        Shown.of(feed.url()),
        feed.folder(),
        health,
        evidence(poll),
        poll == null ? List.of() : poll.warnings(),
        feed.schedule().failures(),
        feed.schedule().lastCheck(),
        feed.state() == FeedRow.State.ACTIVE && feed.kind() != FeedRow.Kind.PAGES
            ? feed.schedule().nextCheck()
            : null,
        figures.recent() / days,
        figures.articles(),
        figures.articles() == 0 ? 0 : (double) figures.copies() / figures.articles());
  }

  /** The last answer in a sentence, then what it was read from. */
  private static String evidence(@Nullable PollReport poll) {
    if (poll == null) {
      return "";
    }
    var parts = new ArrayList<String>();
    parts.add(poll.text());
    if (!poll.outcome().good()) {
      parts.addAll(poll.evidence());
      String advice = poll.advice();
      if (advice != null) {
        parts.add(advice);
      }
    }
    parts.addAll(poll.hops());
    return Shown.of(String.join(" · ", parts));
  }

  private static FeedsView.Health health(FeedRow feed) {
    return switch (feed.state()) {
      case PAUSED -> FeedsView.Health.PAUSED;
      case GONE -> FeedsView.Health.GONE;
      case ACTIVE -> active(feed);
    };
  }

  private static FeedsView.Health active(FeedRow feed) {
    PollReport poll = feed.lastPoll();
    if (feed.kind() == FeedRow.Kind.PAGES) {
      return FeedsView.Health.WELL;
    }
    if (poll == null) {
      return FeedsView.Health.NEW;
    }
    return switch (poll.outcome()) {
      case OK, NOT_MODIFIED -> FeedsView.Health.WELL;
      case RATE_LIMITED -> FeedsView.Health.SLOWED;
      case GONE -> FeedsView.Health.GONE;
      case HTTP_STATUS,
          BOT_WALL,
          NOT_A_FEED,
          BROKEN_FEED,
          MOVED,
          NETWORK,
          BLOCKED,
          ROBOTS,
          TOO_BIG,
          BROKEN_BODY,
          BAD_ADDRESS ->
          FeedsView.Health.FAILING;
    };
  }
}
