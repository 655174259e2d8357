package org.skep.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.index.SearchIndex;
import org.skep.model.Correction;
import org.skep.reading.ArticlePage.Lit;
import org.skep.store.ArticleRow;
import org.skep.store.Store;

/**
 * What a user sees and does: pages here, the rest behind {@link #marking}, {@link #subscriptions},
 * {@link #searching} and {@link #complaints}. One place for the pages, the API and the sync
 * protocols. Thread-safe; every view is of one moment.
 */
public final class Reading {
  private static final int FEED_ITEMS_MAX = 50;

  private final Store store;
  private final SearchIndex index;
  private final Newsroom newsroom;
  private final Clock clock;
  private final long user;
  private final Marking marking;
  private final Subscriptions subscriptions;
  private final Searching searching;
  private final Complaints complaints;

  /** For one user. */
  public Reading(Store store, SearchIndex index, Newsroom newsroom, Clock clock, long user) {
    this.store = store;
    this.index = index;
    this.newsroom = newsroom;
    this.clock = clock;
    this.user = user;
    this.marking = new Marking(store, newsroom, clock, user);
    this.subscriptions = new Subscriptions(store, newsroom, clock);
    this.searching = new Searching(store, index, user);
    this.complaints = new Complaints(store);
  }

  /** The same for another user. */
  public Reading of(long other) {
    return other == user ? this : new Reading(store, index, newsroom, clock, other);
  }

  /** Read, starred, muted. */
  public Marking marking() {
    return marking;
  }

  /** The feeds. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** The search. */
  public Searching searching() {
    return searching;
  }

  /** Bad extractions. */
  public Complaints complaints() {
    return complaints;
  }

  /** The time of the views. */
  public Instant now() {
    return clock.now();
  }

  /**
   * The front page; only the filters' chosen values count.
   *
   * @param language the reader's: an event that several languages report as fully stands in this
   *     one
   */
  public FrontView front(FrontView.Filters wanted, String language) {
    return store.read(tx -> {
      var lookup = new Lookup(tx);
      return new FrontPage(tx, lookup, user, clock.now(), wanted).view(language);
    });
  }

  /** The story, or the one it was merged into: then its id is another one. */
  public Optional<StoryView> story(long id) {
    return store.read(tx -> {
      var lookup = new Lookup(tx);
      return tx.stories().find(id).flatMap(row -> new StoryPage(tx, lookup, user).view(row));
    });
  }

  /** The article, with the words from begin to end lit up; equal for none. */
  public Optional<ArticleView> article(long id, int begin, int end) {
    return store.read(tx -> {
      var lookup = new Lookup(tx);
      return lookup
          .row(id)
          .flatMap(row -> ArticlePage.stored(tx, lookup, row, user, new Lit(begin, end)));
    });
  }

  /** Who is quoted in two independent reports, or those of them whose name begins so. */
  public PeopleView people(String query) {
    return store.read(tx -> new PeoplePages(tx, new Lookup(tx), clock.now()).people(query));
  }

  /** Empty for who has no page; the id is another one when the person was merged. */
  public Optional<PersonView> person(long id) {
    return store.read(tx -> new PeoplePages(tx, new Lookup(tx), clock.now()).person(id));
  }

  /** Empty when no article of that host was read. */
  public Optional<OutletView> outlet(String host) {
    return store.read(tx -> OutletPage.view(tx, new Lookup(tx), user, host));
  }

  /** The list of a shelf; an unknown key shows everything. */
  public RiverView river(String in, RiverView.Show show, @Nullable String before) {
    return store.read(tx -> new River(tx, new Lookup(tx), user).view(in, show, before));
  }

  /** Notes the correction; obeyed for ever. */
  public void correct(Correction correction) {
    newsroom.correct(correction);
  }

  /** Everything one page or text tells by itself. */
  public ReadView read(String input) {
    return switch (newsroom.read(input)) {
      case Newsroom.Outcome.Found(var analysis, var differs) ->
          new ReadView(input, ArticlePage.unstored(analysis, differs), null);
      case Newsroom.Outcome.None(var reason) -> new ReadView(input, null, reason);
    };
  }

  /** The front page for other programs. */
  public OutwardFeed frontFeed() {
    List<StoryCard> stories = front(FrontView.Filters.NONE, "").stories();
    return store.read(
        tx -> new OutwardFeed("Skep", "/", new Outward(new Lookup(tx)).stories(stories)));
  }

  /** A story's original reports, newest first. */
  public Optional<OutwardFeed> storyFeed(long id) {
    return store.read(tx ->
        tx.stories()
            .find(id)
            .map(story -> {
              var lineages = new HashSet<Long>();
              List<ArticleRow> originals =
                  tx.articles().ofStory(story.id()).stream()
                      .filter(row -> lineages.add(row.lineage()))
                      .toList();
              return new OutwardFeed(
                  story.headline(),
                  "/story/" + story.id(),
                  new Outward(new Lookup(tx)).articles(originals.reversed()));
            }));
  }

  /** What a person said, newest first. */
  public Optional<OutwardFeed> personFeed(long id) {
    Instant tomorrow = clock.now().plus(Duration.ofDays(1));
    return store.read(tx ->
        tx.persons()
            .find(id)
            .filter(Lookup::mayHavePage)
            .map(row -> {
              var outward = new Outward(new Lookup(tx));
              String name = row.person().name();
              return new OutwardFeed(
                  name,
                  "/person/" + row.person().id(),
                  tx.quotes().ofPerson(row.person().id(), tomorrow, FEED_ITEMS_MAX).stream()
                      .flatMap(quote -> outward.quote(quote, name).stream())
                      .toList());
            }));
  }

  /** How the program is. */
  public StatusView status(String version, Instant started) {
    return store.read(tx -> new Status(tx, store.path(), clock.now()).view(version, started));
  }

  /** The last entry of the log and the last one derived: whether anything waits. */
  public Progress progress() {
    return store.read(
        tx -> new Progress(tx.log().last(), tx.derived().covered(), tx.articles().count()));
  }

  /** How far the program is. */
  public record Progress(long seq, long derived, long articles) {}
}
