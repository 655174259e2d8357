package org.skep.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.feed.FeedException;
import org.skep.feed.Opml;
import org.skep.store.FeedRow;
import org.skep.store.Store;

/** The feeds: how they are, adding and taking away, and the list as OPML. Thread-safe. */
public final class Subscriptions {
  private static final Duration FIRST_INTERVAL = Duration.ofMinutes(30);

  private final Store store;
  private final Newsroom newsroom;
  private final Clock clock;

  Subscriptions(Store store, Newsroom newsroom, Clock clock) {
    this.store = store;
    this.newsroom = newsroom;
    this.clock = clock;
  }

  /** The feeds and how they are. */
  public FeedsView all() {
    return store.read(tx -> new FeedDesk(tx, clock.now()).view());
  }

  /** One feed. */
  public Optional<FeedsView.FeedRow> find(long id) {
    return store.read(tx -> new FeedDesk(tx, clock.now()).find(id));
  }

  /** All feeds as OPML, without credentials; ingested pages are no subscription. */
  public String exportOpml() {
    return store.read(tx ->
        new Opml(
                "Skep",
                tx.feeds().all().stream()
                    .filter(feed -> feed.kind() != FeedRow.Kind.PAGES)
                    .map(feed ->
                        new Opml.Subscription(
                            Shown.of(feed.name()),
                            Shown.of(feed.url()),
                            feed.site(),
                            feed.folder().isEmpty() ? List.of() : List.of(feed.folder())))
                    .toList(),
                List.of())
            .write());
  }

  /**
   * Subscribes to what the file lists; nested folders become one, "World / Asia". Gives how many
   * were new.
   *
   * @throws FeedException when the file is no OPML
   */
  public int importOpml(byte[] file) throws FeedException {
    return subscribe(
        Opml.read(file).subscriptions().stream()
            .filter(one -> one.xmlUrl().matches("https?://\\S{1,2000}"))
            .map(one ->
                new Subscription(
                    one.xmlUrl(), one.title(), String.join(" / ", one.folders()), false))
            .toList());
  }

  /** What an address offers. */
  public FeedChoice discover(String address) {
    return newsroom.discover(address);
  }

  /** Subscribes to those not subscribed yet, and looks at them; gives how many were new. */
  public int subscribe(List<Subscription> wanted) {
    var added = new ArrayList<Long>();
    for (Subscription one : wanted) {
      store
          .write(tx -> {
            boolean known = tx.feeds().find(one.url()).isPresent();
            var feed =
                FeedRow.of(
                    newsroom.withCredentials(one.url()),
                    one.sitemap() ? FeedRow.Kind.SITEMAP : FeedRow.Kind.FEED,
                    one.folder(),
                    clock.now(),
                    FIRST_INTERVAL);
            FeedRow stored = tx.feeds().add(feed);
            if (known) {
              return Optional.<FeedRow>empty();
            }
            String title = one.title();
            if (title != null && !title.isBlank()) {
              tx.feeds().save(stored.edited(title, one.folder(), stored.fullText(), stored.news()));
            }
            return Optional.of(stored);
          })
          .ifPresent(feed -> added.add(feed.id()));
    }
    added.forEach(newsroom::refresh);
    return added.size();
  }

  /** A feed somebody wants; {@code null} title for the feed's own. */
  public record Subscription(String url, @Nullable String title, String folder, boolean sitemap) {}

  /** Name and folder, as the user wants them. */
  public void edit(long id, String title, String folder) {
    change(
        id,
        feed ->
            feed.edited(
                title.isBlank() ? null : title.strip(),
                folder.strip(),
                feed.fullText(),
                feed.news()));
  }

  /** Not polled until resumed. */
  public void pause(long id) {
    change(id, feed -> feed.withState(FeedRow.State.PAUSED));
  }

  /** Polled again, beginning now. */
  public void resume(long id) {
    change(id, feed -> feed.withState(FeedRow.State.ACTIVE));
    newsroom.refresh(id);
  }

  private void change(long id, UnaryOperator<FeedRow> change) {
    store.change(tx -> tx.feeds().find(id).map(change).ifPresent(tx.feeds()::save));
  }

  /** Looks at it now, as far as politeness allows. */
  public void refresh(long id) {
    newsroom.refresh(id);
  }

  /** Its articles stay in their stories. */
  public void delete(long id) {
    store.change(tx -> tx.feeds().delete(id));
  }
}
