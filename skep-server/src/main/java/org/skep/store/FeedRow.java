package org.skep.store;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A subscribed feed as it is now.
 *
 * @param id never reused; 0 before it is stored
 * @param site the page it belongs to; {@code null} when the feed names none
 * @param title as the user or the feed calls it; {@code null} before the first poll
 * @param folder empty for none
 * @param news whether the user wants it polled more often than hourly
 * @param polls so far
 * @param lastPoll {@code null} before the first one
 */
public record FeedRow(
    long id,
    String url,
    Kind kind,
    @Nullable String site,
    @Nullable String title,
    String folder,
    State state,
    FullText fullText,
    boolean news,
    Instant added,
    Schedule schedule,
    long polls,
    @Nullable PollReport lastPoll) {

  /** What the address answers with. */
  public enum Kind {
    FEED,
    SITEMAP,
    /** Pages the user saved or ingested: no address, never polled. */
    PAGES
  }

  /** Whether it is polled. */
  public enum State {
    ACTIVE,
    PAUSED,
    GONE
  }

  /** When an entry's page is fetched. */
  public enum FullText {
    ALWAYS,
    WHEN_TRUNCATED,
    NEVER
  }

  /**
   * What the scheduler knows; survives restarts.
   *
   * @param etag of the last answer that parsed, byte for byte; {@code null} for none
   * @param lastModified likewise
   * @param validatorsUrl the address, after redirects, that gave them; {@code null} for none
   * @param failures in a row
   * @param holdUntil not asked before; {@code null} for no hold
   * @param redirect a permanent redirect under observation; {@code null} for none
   * @param goneSince the first 410; {@code null} for none
   * @param hub a WebSub hub the feed names; {@code null} for none
   * @param wishes what the publisher asks of those who poll
   * @param rate how often there is something new
   */
  public record Schedule(
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable String validatorsUrl,
      Instant nextCheck,
      @Nullable Instant lastCheck,
      @Nullable Instant lastOk,
      int failures,
      @Nullable Instant holdUntil,
      @Nullable String holdReason,
      Duration interval,
      @Nullable Redirect redirect,
      @Nullable Instant goneSince,
      @Nullable String hub,
      Wishes wishes,
      Rate rate) {}

  /**
   * What a publisher asks of those who poll.
   *
   * @param interval the shortest; zero when none is asked for
   * @param skipHours bit h is set when nothing is to be asked in hour h (0 to 23, UTC)
   * @param skipDays bit d is set when nothing is to be asked on that day (0 is Monday, UTC)
   */
  public record Wishes(Duration interval, int skipHours, int skipDays) {
    public static final Wishes NONE = new Wishes(Duration.ZERO, 0, 0);
  }

  /**
   * How often a feed has news, by the last entries it listed.
   *
   * @param newest of them; {@code null} before the first poll
   * @param oldest of them; {@code null} when they bear no dates
   * @param entries that bear a date; 0 when the dates mean nothing
   */
  public record Rate(@Nullable Instant newest, @Nullable Instant oldest, int entries) {
    public static final Rate NONE = new Rate(null, null, 0);
  }

  /** A permanent redirect seen {@code count} times since {@code first}. */
  public record Redirect(int count, Instant first, String target) {}

  /** A subscription that was never polled. */
  public static FeedRow of(String url, Kind kind, String folder, Instant now, Duration interval) {
    var schedule =
        new Schedule(
            null,
            null,
            null,
            now,
            null,
            null,
            0,
            null,
            null,
            interval,
            null,
            null,
            null,
            Wishes.NONE,
            Rate.NONE);
    return new FeedRow(
        0,
        url,
        kind,
        null,
        null,
        folder,
        State.ACTIVE,
        FullText.WHEN_TRUNCATED,
        false,
        now,
        schedule,
        0,
        null);
  }

  /** The title, or the address while there is none. */
  public String name() {
    String known = title;
    return known == null || known.isBlank() ? url : known;
  }

  public FeedRow withSchedule(Schedule changed) {
    return new FeedRow(
        id, url, kind, site, title, folder, state, fullText, news, added, changed, polls, lastPoll);
  }

  public FeedRow withState(State changed) {
    return new FeedRow(
        id, url, kind, site, title, folder, changed, fullText, news, added, schedule, polls,
        lastPoll);
  }

  public FeedRow withUrl(String changed) {
    return new FeedRow(
        id, changed, kind, site, title, folder, state, fullText, news, added, schedule, polls,
        lastPoll);
  }

  public FeedRow withKind(Kind changed) {
    return new FeedRow(
        id, url, changed, site, title, folder, state, fullText, news, added, schedule, polls,
        lastPoll);
  }

  /** What the feed says of itself; what is known already stays. */
  public FeedRow described(@Nullable String feedTitle, @Nullable String feedSite) {
    return new FeedRow(
        id,
        url,
        kind,
        site == null ? feedSite : site,
        title == null ? feedTitle : title,
        folder,
        state,
        fullText,
        news,
        added,
        schedule,
        polls,
        lastPoll);
  }

  /** What the user may set. */
  public FeedRow edited(
      @Nullable String newTitle, String newFolder, FullText newFullText, boolean newNews) {
    return new FeedRow(
        id,
        url,
        kind,
        site,
        newTitle,
        newFolder,
        state,
        newFullText,
        newNews,
        added,
        schedule,
        polls,
        lastPoll);
  }

  /** After one more poll. */
  public FeedRow polled(PollReport report, Schedule changed) {
    return new FeedRow(
        id, url, kind, site, title, folder, state, fullText, news, added, changed, polls + 1,
        report);
  }
}
