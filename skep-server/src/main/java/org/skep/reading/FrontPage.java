package org.skep.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.skep.model.Quote;
import org.skep.store.ArticleRow;
import org.skep.store.FeedRow;
import org.skep.store.RiverFilter;
import org.skep.store.StoryRow;
import org.skep.store.Tx;
import org.skep.store.UserRows;

/**
 * Ranks events by independent reports, freshness and growth: {@code (reports + 2 x recent) / (1 +
 * age in days)^1.3}, where copies count nothing. An event told in several languages stands once,
 * under its most reported story. Single reports have a column of their own.
 */
final class FrontPage {
  private static final int STORIES_MAX = 33;
  private static final int SINGLES_MAX = 12;
  private static final int CANDIDATES_MAX = 300;
  private static final int FOLDER_ARTICLES_MAX = 5_000;
  private static final Duration AGE_MAX = Duration.ofDays(7);
  private static final Duration RECENT = Duration.ofHours(6);
  private static final int SLICES = 16;
  private static final int VOICES = 3;
  private static final int VOICE_LENGTH_MAX = 160;
  private static final double VOICE_MIN = 0.7;

  private final Tx tx;
  private final Lookup lookup;
  private final long user;
  private final Instant now;
  private final FrontView.Filters filters;
  private final Mutes mutes;
  private final Set<Long> inFolder; // stories; empty when no folder is chosen

  FrontPage(Tx tx, Lookup lookup, long user, Instant now, FrontView.Filters wanted) {
    this.tx = tx;
    this.lookup = lookup;
    this.user = user;
    this.now = now;
    this.mutes = new Mutes(tx, user);
    this.filters = wanted;
    this.inFolder =
        wanted.folder().isEmpty()
            ? Set.of()
            : tx.stories()
                .ofArticles(
                    tx.articles()
                        .riverIds(
                            RiverFilter.all(user).inFolder(wanted.folder()), FOLDER_ARTICLES_MAX));
  }

  FrontView view(String language) {
    List<FeedRow> feeds = tx.feeds().all();
    Instant since = now.minus(filters.hours() > 0 ? Duration.ofHours(filters.hours()) : AGE_MAX);
    List<StoryRow> recent = tx.stories().recent(since, CANDIDATES_MAX);
    if (recent.isEmpty() && filters.hours() == 0) {
      since = Instant.EPOCH; // an archive of last year is news to whoever just took it in
      recent = tx.stories().recent(since, CANDIDATES_MAX);
    }
    List<StoryRow> single = tx.stories().single(since, CANDIDATES_MAX);
    List<Event> events = events(recent, single, language);
    List<StoryCard> cards = cards(ranked(events));
    return new FrontView(
        cards,
        cards.isEmpty() ? List.of() : voices(cards.getFirst().id()),
        singles(single, events),
        choices(feeds),
        feeds.size(),
        (int)
            feeds.stream()
                .filter(feed -> feed.polls() == 0 && feed.state() == FeedRow.State.ACTIVE)
                .filter(feed -> feed.kind() != FeedRow.Kind.PAGES)
                .count(),
        (int) tx.articles().count());
  }

  /**
   * The most quoted speakers of the lead, each with the first thing they said in quotation marks.
   */
  private List<SpeakerView> voices(long story) {
    return new QuoteViews(lookup)
            .bySpeaker(
                tx.quotes().ofStory(story).stream()
                    .filter(quote ->
                        quote.type() == Quote.Type.DIRECT && quote.confidence() >= VOICE_MIN)
                    .filter(quote -> quote.words().length() <= VOICE_LENGTH_MAX)
                    .toList())
            .stream()
            .filter(speaker -> !speaker.quotes().isEmpty())
            .limit(VOICES)
            .map(speaker -> new SpeakerView(speaker.speaker(), speaker.quotes().subList(0, 1)))
            .toList();
  }

  private FrontView.Filters choices(List<FeedRow> feeds) {
    var folders = new TreeSet<String>();
    feeds.stream().map(FeedRow::folder).filter(name -> !name.isEmpty()).forEach(folders::add);
    List<String> languages =
        tx.figures().languages(12).stream().filter(code -> !code.equals("und")).toList();
    return new FrontView.Filters(
        languages, List.copyOf(folders), filters.language(), filters.folder(), filters.hours());
  }

  /** What several reports tell: one story, or stories of several languages, the fullest first. */
  private record Event(List<StoryRow> stories) {
    int reports() {
      return stories.stream().mapToInt(StoryRow::reports).sum();
    }

    Instant lastAt() {
      return stories.stream().map(StoryRow::lastAt).max(Comparator.naturalOrder()).orElseThrow();
    }
  }

  private List<Event> events(List<StoryRow> recent, List<StoryRow> single, String language) {
    var byGroup = new LinkedHashMap<Long, Map<Long, StoryRow>>();
    var fullest =
        Comparator.comparingInt((StoryRow story) -> -story.reports())
            .thenComparing(story -> !story.languages().contains(language));
    Stream.concat(recent.stream(), single.stream())
        .filter(story -> passes(story) && !mutes.hides(story))
        .forEach(story ->
            byGroup
                .computeIfAbsent(story.group(), _ -> new LinkedHashMap<>())
                .putIfAbsent(story.id(), story));
    return byGroup.values().stream()
        .map(stories -> new Event(stories.values().stream().sorted(fullest).toList()))
        .filter(event -> event.reports() > 1)
        .toList();
  }

  /** An event with what only its articles tell. */
  private record Ranked(Event event, int recent, double rank) {
    StoryRow story() {
      return event.stories().getFirst();
    }
  }

  private List<Ranked> ranked(List<Event> events) {
    List<Long> ids =
        events.stream().flatMap(event -> event.stories().stream()).map(StoryRow::id).toList();
    Map<Long, Integer> recent = tx.stories().reportsSince(ids, now.minus(RECENT));
    return events.stream()
        .map(event -> ranked(event, recent))
        .sorted(Comparator.comparingDouble(Ranked::rank).reversed())
        .limit(STORIES_MAX)
        .toList();
  }

  private Ranked ranked(Event event, Map<Long, Integer> recents) {
    int recent =
        event.stories().stream().mapToInt(story -> recents.getOrDefault(story.id(), 0)).sum();
    double days = Math.max(0, Duration.between(event.lastAt(), now).toMinutes() / 1440d);
    return new Ranked(event, recent, (event.reports() + 2d * recent) / Math.pow(1 + days, 1.3));
  }

  private List<StoryCard> cards(List<Ranked> ranked) {
    List<Long> ids = ranked.stream().map(one -> one.story().id()).toList();
    Map<Long, List<ArticleRow>> articles = tx.articles().ofStories(ids);
    Map<Long, Integer> differences = tx.accounts().counts(ids);
    articles.values().forEach(lookup::know);
    return ranked.stream()
        .filter(one -> articles.containsKey(one.story().id()))
        .map(one ->
            card(
                one,
                articles.getOrDefault(one.story().id(), List.of()),
                differences.getOrDefault(one.story().id(), 0)))
        .toList();
  }

  private StoryCard card(Ranked ranked, List<ArticleRow> articles, int differences) {
    StoryRow story = ranked.story();
    ArticleRow lead =
        Optional.ofNullable(story.lead()).flatMap(lookup::row).orElse(articles.getFirst());
    Map<Long, UserRows.Marks> marks =
        tx.users().marks(user, articles.stream().map(ArticleRow::id).toList());
    long read = marks.values().stream().filter(UserRows.Marks::read).count();
    ArticleRow latest = originals(articles).getLast();
    return new StoryCard(
        story.id(),
        story.headline(),
        lead.language(),
        lookup.excerpt(lead),
        Lookup.counts(story),
        story.firstAt(),
        story.lastAt(),
        slices(articles),
        latest.id() == lead.id() ? null : lookup.ref(latest),
        ranked.recent(),
        differences,
        ranked.event().stories().stream().skip(1).map(lookup::story).toList(),
        read == 0 ? 0 : (int) (articles.size() - read),
        marks.values().stream().anyMatch(UserRows.Marks::starred),
        lookup.ref(lead));
  }

  private boolean passes(StoryRow story) {
    return (filters.language().isEmpty() || story.languages().contains(filters.language()))
        && (filters.folder().isEmpty() || inFolder.contains(story.id()));
  }

  /** The first article of each lineage, in order of time. */
  private static List<ArticleRow> originals(List<ArticleRow> articles) {
    var seen = new HashSet<Long>();
    return articles.stream().filter(row -> seen.add(row.lineage())).toList();
  }

  private List<Integer> slices(List<ArticleRow> articles) {
    Instant first = articles.getFirst().dated();
    long width = Math.max(3600, Duration.between(first, now).toSeconds() / SLICES + 1);
    var slices = new int[SLICES];
    for (ArticleRow row : articles) {
      long slice = Duration.between(first, row.dated()).toSeconds() / width;
      slices[Math.clamp(slice, 0, SLICES - 1)]++;
    }
    var counts = new ArrayList<Integer>();
    for (int count : slices) {
      counts.add(count);
    }
    return counts;
  }

  /** What nobody else reports, in no other language either. */
  private List<ArticleCard> singles(List<StoryRow> single, List<Event> events) {
    Set<Long> told =
        events.stream()
            .flatMap(event -> event.stories().stream())
            .map(StoryRow::id)
            .collect(Collectors.toSet());
    var cards = new ArrayList<ArticleCard>();
    for (StoryRow story : single) {
      if (cards.size() == SINGLES_MAX) {
        break;
      }
      Optional.ofNullable(story.lead())
          .flatMap(lookup::row)
          .filter(row -> !mutes.hides(story) && !mutes.hides(row))
          .filter(_ -> passes(story) && !told.contains(story.id()))
          .ifPresent(row -> cards.add(single(story, row)));
    }
    return cards;
  }

  private ArticleCard single(StoryRow story, ArticleRow row) {
    UserRows.Marks marks = tx.users().marks(user, row.id());
    return new ArticleCard(
        lookup.ref(row),
        excerpt(row.standfirst()),
        story.articles() - 1,
        null,
        marks.read(),
        marks.starred());
  }

  private static List<Run> excerpt(@Nullable String standfirst) {
    return standfirst == null ? List.of() : List.of(Run.plain(Lookup.shorten(standfirst, 240)));
  }
}
