package org.skep.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skep.clock.Clock;
import org.skep.feed.FeedException;
import org.skep.feed.Opml;
import org.skep.index.Marks;
import org.skep.index.SearchIndex;
import org.skep.index.SearchQuery;
import org.skep.index.SearchResult;
import org.skep.index.Snippet;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.reading.ArticlePage.Lit;
import org.skep.store.ArticleRow;
import org.skep.store.FeedRow;
import org.skep.store.FigureRows;
import org.skep.store.PersonRow;
import org.skep.store.RiverFilter;
import org.skep.store.Store;
import org.skep.store.Tx;
import org.skep.store.UserRows.Mute;

/**
 * What a user does: look at stories, articles and people, mark, mute, subscribe, correct. One place
 * for the pages, the API and the sync protocols. Thread-safe; every view is of one moment.
 */
public final class Reading {
  private static final int PEOPLE_MAX = 120;
  private static final int PERSON_QUOTES_MAX = 300;
  private static final int OUTLET_ARTICLES_MAX = 30;
  private static final int FEED_ITEMS_MAX = 50;
  private static final int HITS_PER_PAGE = 25;
  private static final Duration FIRST_INTERVAL = Duration.ofMinutes(30);

  private static final Set<Copy.Kind> SAME = EnumSet.of(Copy.Kind.ORIGINAL, Copy.Kind.VERBATIM);

  private final Store store;
  private final SearchIndex index;
  private final Newsroom newsroom;
  private final Clock clock;
  private final long user;
  private final Accounts accounts = new Accounts();

  /** For one user. */
  public Reading(Store store, SearchIndex index, Newsroom newsroom, Clock clock, long user) {
    this.store = store;
    this.index = index;
    this.newsroom = newsroom;
    this.clock = clock;
    this.user = user;
  }

  /** The time of the views. */
  public Instant now() {
    return clock.now();
  }

  /** The front page; only the filters' chosen values count. */
  public FrontView front(FrontView.Filters wanted) {
    return store.read(tx -> {
      var lookup = new Lookup(tx);
      return new FrontPage(tx, lookup, user, clock.now(), wanted)
          .view(story -> accounts.of(tx, lookup, story).size());
    });
  }

  /** The story, or the one it was merged into: then its id is another one. */
  public Optional<StoryView> story(long id) {
    return store.read(tx -> {
      var lookup = new Lookup(tx);
      return tx.stories()
          .find(id)
          .flatMap(row -> new StoryPage(tx, lookup, user).view(row, accounts.of(tx, lookup, row)));
    });
  }

  /** The article, with the words from begin to end lit up; equal for none. */
  public Optional<ArticleView> article(long id, int begin, int end) {
    return store.read(tx -> {
      var lookup = new Lookup(tx);
      return lookup
          .row(id)
          .flatMap(row ->
              ArticlePage.stored(
                  tx, lookup, row, user, new Lit(begin, end), accounts.of(lookup.analysis(id))));
    });
  }

  /** Who is quoted in two independent reports, or those of them whose name begins so. */
  public PeopleView people(String query) {
    return store.read(tx -> {
      var lookup = new Lookup(tx);
      List<PersonRow> found =
          query.isBlank()
              ? tx.persons().listed(0, PEOPLE_MAX)
              : tx.persons().named(query, PEOPLE_MAX);
      return new PeopleView(
          found.stream()
              .filter(Lookup::mayHavePage)
              .map(row -> personRow(tx, lookup, row))
              .toList(),
          query);
    });
  }

  private PeopleView.Row personRow(Tx tx, Lookup lookup, PersonRow row) {
    var quotes = tx.quotes().ofPerson(row.person().id(), tomorrow(), 12);
    List<QuoteView> views = new QuoteViews(lookup).views(quotes);
    long outlets =
        quotes.stream()
            .flatMap(quote -> lookup.row(quote.article()).stream())
            .map(ArticleRow::outlet)
            .distinct()
            .count();
    return new PeopleView.Row(
        Lookup.person(row),
        (int) row.quotes(),
        (int) outlets,
        row.person().lastSeen(),
        views.isEmpty() ? null : views.getFirst());
  }

  /** Empty for who has no page; the id is another one when the person was merged. */
  public Optional<PersonView> person(long id) {
    return store.read(
        tx -> tx.persons().find(id).filter(Lookup::mayHavePage).map(row -> person(tx, row)));
  }

  private PersonView person(Tx tx, PersonRow row) {
    var lookup = new Lookup(tx);
    var quotes = tx.quotes().ofPerson(row.person().id(), tomorrow(), PERSON_QUOTES_MAX);
    List<ArticleRow> articles =
        quotes.stream()
            .map(quote -> quote.article())
            .distinct()
            .flatMap(article -> lookup.row(article).stream())
            .toList();
    return new PersonView(
        Lookup.person(row),
        row.person().aliases().stream()
            .filter(alias -> !alias.equals(row.person().name()) && isName(alias))
            .toList(),
        roles(lookup, row),
        row.person().firstSeen(),
        row.person().lastSeen(),
        (int) row.reports(),
        articles.stream().map(lookup::outlet).distinct().toList(),
        new QuoteViews(lookup).views(quotes),
        articles.stream()
            .map(ArticleRow::story)
            .filter(Objects::nonNull)
            .distinct()
            .limit(12)
            .flatMap(story -> tx.stories().find(story).stream())
            .filter(story -> story.reports() > 1)
            .map(lookup::story)
            .toList());
  }

  /** Pronouns tie a quote to its speaker; they are not what somebody is called. */
  private static boolean isName(String alias) {
    return alias.length() > 3 && alias.codePoints().anyMatch(Character::isUpperCase);
  }

  private static List<PersonView.RoleView> roles(Lookup lookup, PersonRow row) {
    var roles = new ArrayList<PersonView.RoleView>();
    row.person()
        .roles()
        .forEach(role ->
            lookup
                .evidence(role.evidence())
                .ifPresent(evidence ->
                    roles.add(
                        new PersonView.RoleView(
                            role.name(), role.firstSeen(), role.lastSeen(), evidence))));
    return roles;
  }

  /** Empty when no article of that host was read. */
  public Optional<OutletView> outlet(String host) {
    return store.read(tx ->
        tx.figures()
            .outlet(host)
            .map(figures ->
                new OutletView(
                    new OutletRef(host, figures.name()),
                    figures.articles(),
                    figures.originals(),
                    tx.figures().sources(host, 8).stream().map(Reading::share).toList(),
                    tx.figures().takers(host, 8).stream().map(Reading::share).toList(),
                    new River(tx, new Lookup(tx), user)
                        .cards(
                            tx.articles()
                                .river(
                                    RiverFilter.all(user).ofOutlet(host), OUTLET_ARTICLES_MAX)))));
  }

  private static OutletView.Share share(FigureRows.Exchange exchange) {
    return new OutletView.Share(
        new OutletRef(exchange.outlet(), exchange.name()), exchange.articles());
  }

  /** The list of a shelf; an unknown key shows everything. */
  public RiverView river(String in, RiverView.Show show, @Nullable String before) {
    return store.read(tx -> new River(tx, new Lookup(tx), user).view(in, show, before));
  }

  /** The feeds and how they are. */
  public FeedsView feeds() {
    return store.read(tx -> new FeedDesk(tx, clock.now()).view());
  }

  /** One feed. */
  public Optional<FeedsView.FeedRow> feed(long id) {
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
                            feed.name(),
                            feed.url(),
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
            if (tx.feeds().find(one.url()).isPresent()) {
              return Optional.<FeedRow>empty();
            }
            var feed =
                FeedRow.of(
                    one.url(),
                    one.sitemap() ? FeedRow.Kind.SITEMAP : FeedRow.Kind.FEED,
                    one.folder(),
                    clock.now(),
                    FIRST_INTERVAL);
            FeedRow stored = tx.feeds().add(feed);
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
  public void editFeed(long id, String title, String folder) {
    changeFeed(
        id,
        feed ->
            feed.edited(
                title.isBlank() ? null : title.strip(),
                folder.strip(),
                feed.fullText(),
                feed.news()));
  }

  /** Not polled until resumed. */
  public void pauseFeed(long id) {
    changeFeed(id, feed -> feed.withState(FeedRow.State.PAUSED));
  }

  /** Polled again, beginning now. */
  public void resumeFeed(long id) {
    changeFeed(id, feed -> feed.withState(FeedRow.State.ACTIVE));
    newsroom.refresh(id);
  }

  private void changeFeed(long id, UnaryOperator<FeedRow> change) {
    store.change(tx -> tx.feeds().find(id).map(change).ifPresent(tx.feeds()::save));
  }

  /** Looks at it now, as far as politeness allows. */
  public void refreshFeed(long id) {
    newsroom.refresh(id);
  }

  /** Its articles stay in their stories. */
  public void deleteFeed(long id) {
    store.change(tx -> tx.feeds().delete(id));
  }

  /** Marks an article and all with the same words; {@code null} leaves a mark as it is. */
  public void mark(long article, @Nullable Boolean read, @Nullable Boolean star) {
    Instant now = clock.now();
    store.change(tx -> {
      if (tx.articles().present(article).isEmpty()) {
        return;
      }
      if (read != null) {
        for (long same : sameWords(tx, article)) {
          if (read) {
            tx.users().markRead(user, same, now);
          } else {
            tx.users().markUnread(user, same);
          }
        }
      }
      if (star != null) {
        if (star) {
          tx.users().star(user, article, now);
        } else {
          tx.users().unstar(user, article);
        }
      }
    });
  }

  /**
   * Verbatim copies are read along, whichever of them was read; trimmed, stitched and rewritten
   * ones have something of their own.
   */
  private static List<Long> sameWords(Tx tx, long article) {
    Optional<ArticleRow> found = tx.articles().find(article);
    if (found.isEmpty() || !SAME.contains(found.get().copy())) {
      return List.of(article);
    }
    return tx.articles().lineage(found.get().lineage()).stream()
        .filter(row -> row.id() == article || SAME.contains(row.copy()))
        .map(ArticleRow::id)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toList(), ids -> ids.isEmpty() ? List.of(article) : ids));
  }

  /** Everything of a shelf that was there until then; gives how many. */
  public int markAllRead(String in) {
    return store.write(
        tx -> tx.users().markAllRead(River.filter(user, in).onlyUnread(), clock.now()));
  }

  /** Off the front page: this story. */
  public void muteStory(long story) {
    mute(Mute.Kind.STORY, Long.toString(story));
  }

  /** Off the front page: all of this outlet. */
  public void muteOutlet(String host) {
    mute(Mute.Kind.OUTLET, host);
  }

  /** Off the front page: whatever has this word in its headline. */
  public void muteWord(String word) {
    mute(Mute.Kind.WORD, word);
  }

  private void mute(Mute.Kind kind, String value) {
    store.change(tx -> tx.users().mute(user, new Mute(kind, value), clock.now()));
  }

  /**
   * Back on the front page; spelled as {@link #mutes} spells it, anything else is nothing muted.
   */
  public void unmute(String printed) {
    store.change(tx ->
        tx.users().mutes(user).stream()
            .filter(mute -> printed(mute).equals(printed))
            .forEach(mute -> tx.users().unmute(user, mute)));
  }

  /** What is muted: "story: 12", "word: goose". */
  public List<String> mutes() {
    return store.read(tx -> tx.users().mutes(user)).stream().map(Reading::printed).toList();
  }

  private static String printed(Mute mute) {
    return mute.kind().name().toLowerCase(Locale.ROOT) + ": " + mute.value();
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
    var wanted = new FrontView.Filters(List.of(), List.of(), "", "", 0);
    return new OutwardFeed(
        "Skep", "/", front(wanted).stories().stream().map(Outward::story).toList());
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
                  tx.quotes().ofPerson(row.person().id(), tomorrow(), FEED_ITEMS_MAX).stream()
                      .flatMap(quote -> outward.quote(quote, name).stream())
                      .toList());
            }));
  }

  /** What a search finds, newest first. */
  public OutwardFeed searchFeed(String query) {
    var found =
        index.search(
            SearchQuery.parse(query), marks(), SearchResult.Order.NEWEST, 0, FEED_ITEMS_MAX);
    return store.read(tx -> {
      List<ArticleRow> rows =
          tx.articles().find(found.hits().stream().map(SearchResult.Hit::article).toList());
      return new OutwardFeed(query, "/search", new Outward(new Lookup(tx)).articles(rows));
    });
  }

  /** What matches, newest first; nothing for an empty query. */
  public SearchView search(String query, int page) {
    SearchQuery parsed = SearchQuery.parse(query);
    if (parsed.isEmpty()) {
      return new SearchView(query, parsed.warnings(), null, 0, List.of(), page, false);
    }
    var found =
        index.search(
            parsed, marks(), SearchResult.Order.NEWEST, page * HITS_PER_PAGE, HITS_PER_PAGE);
    return store.read(tx -> {
      var river = new River(tx, new Lookup(tx), user);
      var cards = new ArrayList<ArticleCard>();
      for (SearchResult.Hit hit : found.hits()) {
        tx.articles()
            .find(hit.article())
            .ifPresent(row -> cards.add(river.card(row, runs(hit.text()))));
      }
      return new SearchView(
          query,
          found.warnings(),
          null,
          found.total(),
          cards,
          page,
          found.total() > (page + 1L) * HITS_PER_PAGE);
    });
  }

  private static List<Run> runs(Snippet snippet) {
    var runs = new ArrayList<Run>();
    int at = 0;
    for (Snippet.Mark mark : snippet.marks()) {
      runs.add(Run.plain(snippet.text().substring(at, mark.begin())));
      runs.add(Run.lit(snippet.text().substring(mark.begin(), mark.end())));
      at = mark.end();
    }
    runs.add(Run.plain(snippet.text().substring(at)));
    return runs;
  }

  /** What the index asks when a query is about the user's own marks. */
  private Marks marks() {
    return new Marks() {
      @Override
      public List<Long> starred() {
        return store.read(tx -> tx.users().starred(user));
      }

      @Override
      public List<Long> read() {
        return List.of();
      }

      @Override
      public List<Long> labelled(String label) {
        return store.read(tx -> tx.users().labelled(user, label));
      }
    };
  }

  private Instant tomorrow() {
    return clock.now().plus(Duration.ofDays(1));
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
