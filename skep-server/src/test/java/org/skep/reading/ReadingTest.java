package org.skep.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.skep.model.Copy.Kind.ORIGINAL;
import static org.skep.store.Articles.NOON;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.skep.clock.SystemClock;
import org.skep.index.SearchIndex;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.model.Person;
import org.skep.model.PersonLink;
import org.skep.model.Quote;
import org.skep.model.Span;
import org.skep.model.Speaker;
import org.skep.model.SpeakerKind;
import org.skep.model.StoryChange;
import org.skep.store.Arriving;
import org.skep.store.Articles;
import org.skep.store.Store;
import org.skep.store.UserRows;

/** What a user does, over a store filled by hand. */
class ReadingTest {
  private static final long MAYOR = 7;
  private static final String SAID = "The bridge stays open";
  private static final String TEXT =
      "“" + SAID + "”, said mayor Ida Voss on the quay. Lorries wait.";

  @TempDir private Path directory;
  private final List<Correction> corrected = new ArrayList<>();
  private List<Person.Role> offices = List.of();
  private Store store;
  private SearchIndex index;
  private Reading reading;

  @BeforeEach
  void open() {
    var clock = new SystemClock();
    store = Store.open(directory, clock);
    index = SearchIndex.open(store);
    reading = new Reading(store, index, new Noting(), clock, UserRows.READER);
  }

  @AfterEach
  void close() {
    index.close();
    store.close();
  }

  @Test
  void readingAnArticleReadsItsVerbatimCopiesAlongAndNotTheTrimmedOne() {
    long wire = arrive("https://wire.example/1", Copy.Kind.ORIGINAL, null);
    long copy = arrive("https://post.example/1", Copy.Kind.VERBATIM, wire);
    long trimmed = arrive("https://flash.example/1", Copy.Kind.TRIMMED, wire);

    reading.marking().mark(copy, true, null);

    assertThat(reading.article(wire, 0, 0).orElseThrow().read()).isTrue();
    assertThat(reading.article(copy, 0, 0).orElseThrow().read()).isTrue();
    assertThat(reading.article(trimmed, 0, 0).orElseThrow().read()).isFalse();
  }

  @Test
  void theStoryFoldsCopiesUnderTheirOriginal() {
    long wire = arrive("https://wire.example/1", Copy.Kind.ORIGINAL, null);
    long copy = arrive("https://post.example/1", Copy.Kind.VERBATIM, wire);

    StoryView story = reading.story(wire).orElseThrow();

    assertThat(story.counts().originals()).isEqualTo(1);
    assertThat(story.counts().copies()).isEqualTo(1);
    assertThat(story.lineages()).hasSize(1);
    assertThat(story.lineages().getFirst().original().id()).isEqualTo(wire);
    assertThat(story.lineages().getFirst().copies())
        .extracting(c -> c.article().id())
        .containsExactly(copy);
  }

  @Test
  void theSameQuoteInACopyIsSaidOnceWithItsCarrier() {
    long wire = arrive("https://wire.example/1", Copy.Kind.ORIGINAL, null);
    long copy = arrive("https://post.example/1", Copy.Kind.VERBATIM, wire);

    SpeakerView speaker = reading.story(wire).orElseThrow().speakers().getFirst();

    assertThat(speaker.quotes()).hasSize(1);
    QuoteView quote = speaker.quotes().getFirst();
    assertThat(quote.words()).isEqualTo(SAID);
    assertThat(quote.evidence().before() + quote.evidence().words() + quote.evidence().after())
        .isEqualTo("“" + SAID + "”, said mayor Ida Voss on the quay.");
    assertThat(quote.carriers())
        .extracting(carrier -> carrier.article().id())
        .containsExactly(copy);
    assertThat(quote.differing()).isZero();
  }

  @Test
  void aPersonGetsAPageOnlyWhenTwoIndependentReportsQuoteThem() {
    long wire = arrive("https://wire.example/1", Copy.Kind.ORIGINAL, null);
    arrive("https://post.example/1", Copy.Kind.VERBATIM, wire); // ten copies are still one report
    assertThat(reading.person(MAYOR)).isEmpty();
    assertThat(reading.people("").people()).isEmpty();
    assertThat(reading.story(wire).orElseThrow().speakers().getFirst().speaker().id()).isNull();

    arrive("https://harbour.example/9", Copy.Kind.ORIGINAL, null);
    assertThat(reading.person(MAYOR)).isPresent();
    assertThat(reading.people("ida").people()).hasSize(1);
  }

  @Test
  void anOfficeIsReadInTheLanguageOfTheArticleBesideIt() {
    long german = arrive(article("https://zeitung.example/1", "de", List.of()), ORIGINAL, null);
    long english = arrive(article("https://wire.example/1", "en", List.of()), ORIGINAL, null);
    offices =
        List.of(
            new Person.Role("mayor", NOON, NOON, new Span(english, 0, 0, 1)),
            new Person.Role(
                "Bürgermeisterin", NOON, NOON.plusSeconds(60), new Span(german, 0, 0, 1)));
    long third = arrive(article("https://post.example/1", "en", List.of()), ORIGINAL, null);
    long spanish = arrive(article("https://diario.example/1", "es", List.of()), ORIGINAL, null);

    assertThat(officeIn(third)).isEqualTo("mayor");
    assertThat(officeIn(german)).isEqualTo("Bürgermeisterin");
    assertThat(officeIn(spanish))
        .as("the latest, for want of one in Spanish")
        .isEqualTo("Bürgermeisterin");
  }

  private @Nullable String officeIn(long story) {
    return reading.story(story).orElseThrow().speakers().getFirst().speaker().role();
  }

  @Test
  void whatAPublisherReservesDoesNotLeave() {
    arrive(reserved("https://open.example/1", List.of()), Copy.Kind.ORIGINAL, null);
    long story =
        arrive(reserved("https://quiet.example/1", List.of("nosnippet")), Copy.Kind.ORIGINAL, null);
    long hidden =
        arrive(reserved("https://hidden.example/1", List.of("noindex")), Copy.Kind.ORIGINAL, null);
    index.catchUp();

    assertThat(reading.storyFeed(story).orElseThrow().items().getFirst().summary()).isNull();
    assertThat(reading.storyFeed(hidden).orElseThrow().items()).isEmpty();
    OutwardFeed found = reading.searching().feed("bridge");
    assertThat(found.items())
        .extracting(OutwardFeed.Item::credit)
        .containsExactlyInAnyOrder("open.example", "quiet.example");
    assertThat(found.items())
        .allSatisfy(item ->
            assertThat(item.summary() == null ? "" : item.summary()).hasSizeLessThanOrEqualTo(200));
  }

  @Test
  void aStoryWhoseHeadlineIsReservedDoesNotLeave() {
    List<String> none = List.of("noindex");
    long open = arrive(reserved("https://open.example/1", List.of()), Copy.Kind.ORIGINAL, null);
    long hidden = arrive(reserved("https://hidden.example/1", none), Copy.Kind.ORIGINAL, null);
    alsoReported(reserved("https://other.example/open", List.of()), open);
    alsoReported(reserved("https://other.example/hidden", none), hidden);

    assertThat(reading.front(FrontView.Filters.NONE, "en").stories()).hasSize(2);
    assertThat(reading.frontFeed().items())
        .extracting(OutwardFeed.Item::key)
        .containsExactly("story/" + open);
  }

  @Test
  void searchShowsWhereItFoundTheWords() {
    arrive("https://wire.example/1", Copy.Kind.ORIGINAL, null);
    index.catchUp();

    SearchView found = reading.searching().page("lorries", 0);

    assertThat(found.total()).isEqualTo(1);
    assertThat(found.hits().getFirst().excerpt())
        .anySatisfy(run -> {
          assertThat(run.lit()).isTrue();
          assertThat(run.text()).isEqualTo("Lorries");
        });
  }

  @Test
  void anEventToldInTwoLanguagesStandsOnceOnTheFrontPage() {
    long bridge = arrive("https://wire.example/1", Copy.Kind.ORIGINAL, null);
    long pont = arrive("https://phare.example/1", Copy.Kind.ORIGINAL, null);
    assertThat(reading.front(FrontView.Filters.NONE, "en").onlyHere()).hasSize(2);

    group(pont, bridge);

    FrontView front = reading.front(FrontView.Filters.NONE, "en");
    assertThat(front.onlyHere()).isEmpty();
    assertThat(front.stories())
        .singleElement()
        .satisfies(card ->
            assertThat(List.of(card.id(), card.elsewhere().getFirst().id()))
                .containsExactlyInAnyOrder(bridge, pont));
  }

  @Test
  void searchFoldsCopiesUnderTheOriginalWhereItMatchesToo() {
    long wire = arrive("https://wire.example/1", Copy.Kind.ORIGINAL, null);
    long copy = arrive("https://post.example/1", Copy.Kind.VERBATIM, wire);
    index.catchUp();

    assertThat(reading.searching().page("lorries", 0).hits())
        .extracting(card -> card.article().id())
        .containsExactly(wire);
    assertThat(reading.searching().page("lorries source:post.example", 0).hits())
        .extracting(card -> card.article().id())
        .containsExactly(copy);
  }

  @Test
  void carriersOfOneQuoteThatCutOrChangeItStandTogetherWithTheDifference() {
    String full = "The old bridge stays open until the last lorry has gone home";
    long wire = arrive(says("https://wire.example/1", full), Copy.Kind.ORIGINAL, null);
    long cut =
        arrive(
            says("https://post.example/1", "The old bridge stays open"), Copy.Kind.REWRITTEN, wire);
    long changed =
        arrive(
            says("https://flash.example/1", full.replace("last", "final")),
            Copy.Kind.REWRITTEN,
            wire);
    long other =
        arrive(
            says("https://calm.example/1", "Nobody has asked me about the bridge"),
            Copy.Kind.REWRITTEN,
            wire);

    List<QuoteView> quotes = reading.story(wire).orElseThrow().speakers().getFirst().quotes();

    assertThat(quotes)
        .extracting(quote -> quote.evidence().article().id())
        .containsExactlyInAnyOrder(wire, other);
    QuoteView carried =
        quotes.stream().filter(quote -> !quote.carriers().isEmpty()).findFirst().orElseThrow();
    assertThat(carried.carriers())
        .extracting(carrier -> carrier.article().id(), QuoteView.Carrier::wording)
        .containsExactlyInAnyOrder(tuple(cut, Wording.TRUNCATED), tuple(changed, Wording.ALTERED));
    assertThat(carried.differing()).isEqualTo(2);
  }

  @Test
  void whomMoreIndependentReportsNameHasSaidIt() {
    String words = "The bridge stays open whatever anybody says";
    long wire = arrive(says("https://wire.example/1", words), Copy.Kind.ORIGINAL, null);
    joined(says("https://post.example/1", words), wire, "Ida Voss", MAYOR);
    joined(says("https://flash.example/1", words), wire, "Ida Fox", 8);

    List<SpeakerView> speakers = reading.story(wire).orElseThrow().speakers();

    assertThat(speakers).extracting(s -> s.speaker().name()).containsExactly("Ida Voss");
    assertThat(speakers.getFirst().quotes().getFirst().carriers()).hasSize(2);
  }

  @Test
  void aMutedStoryIsOffTheFrontPageAndAMutedArticleInNoList() {
    long wire = arrive("https://wire.example/1", Copy.Kind.ORIGINAL, null);
    assertThat(reading.front(FrontView.Filters.NONE, "en").onlyHere()).hasSize(1);
    obey(new Correction.Mute(UserRows.READER, Correction.Mute.What.STORY, wire, true));

    assertThat(reading.front(FrontView.Filters.NONE, "en").onlyHere()).isEmpty();
    assertThat(reading.story(wire).orElseThrow().muted()).isTrue();
    assertThat(reading.river("", RiverView.Show.ALL, null).articles()).hasSize(1);

    obey(new Correction.Mute(UserRows.READER, Correction.Mute.What.STORY, wire, false));
    obey(new Correction.Mute(UserRows.READER, Correction.Mute.What.ARTICLE, wire, true));
    assertThat(reading.front(FrontView.Filters.NONE, "en").onlyHere()).isEmpty();
    assertThat(reading.river("", RiverView.Show.ALL, null).articles()).isEmpty();
    assertThat(reading.article(wire, 0, 0).orElseThrow().muted()).isTrue();
    assertThat(reading.marking().mutes())
        .extracting(MuteView::label)
        .containsExactly("Bridge stays open");
  }

  @Test
  void mutingAStoryIsALogEntryAndMutingAWordASetting() {
    reading.marking().mute(MuteView.Kind.STORY, "12", true);
    reading.marking().mute(MuteView.Kind.WORD, "goose", true);

    assertThat(corrected)
        .containsExactly(
            new Correction.Mute(UserRows.READER, Correction.Mute.What.STORY, 12, true));
    assertThat(reading.marking().mutes()).extracting(MuteView::label).containsExactly("goose");
    reading.marking().mute(MuteView.Kind.WORD, "goose", false);
    assertThat(reading.marking().mutes()).isEmpty();
  }

  private static Analysis says(String url, String words) {
    return Articles.quoting(
        url, "Bridge stays open", "“" + words + "”, said Ida Voss.", words, "Ida Voss");
  }

  /** A report of its own that joins the story and names that speaker. */
  private void joined(Analysis analysis, long story, String name, long person) {
    Analysis named = renamed(analysis, name);
    long id = analysis.article().id();
    store.change(tx -> {
      tx.articles().arrive(Arriving.of(named, null), Articles.NOON);
      long seq = tx.log().last();
      var somebody =
          new Person(
              person,
              name,
              SpeakerKind.PERSON,
              List.of(),
              List.of(),
              Articles.NOON,
              Articles.NOON,
              null);
      tx.derived()
          .apply(
              new Derived(
                  seq,
                  List.of(),
                  List.of(somebody),
                  List.of(new PersonLink(id, name, person)),
                  List.of(new StoryChange.Joined(story, id, List.of(), 1))),
              new LogEntry.PageArrived(seq, Articles.NOON, named),
              "test");
    });
  }

  private static Analysis renamed(Analysis analysis, String name) {
    Quote q = analysis.quotes().getFirst();
    var quote =
        new Quote(
            q.type(), q.content(), q.cue(), q.source(), name, q.speakerKind(), -1, q.confidence());
    var speaker = new Speaker(name, SpeakerKind.PERSON, List.of(), List.of(), List.of());
    return new Analysis(analysis.article(), List.of(), List.of(), List.of(quote), List.of(speaker));
  }

  /** What the sequencer does with a log entry. */
  private void obey(Correction correction) {
    store.change(tx -> {
      long seq = tx.log().append(correction, Articles.NOON);
      tx.derived()
          .apply(
              new Derived(seq, List.of(), List.of(), List.of(), List.of()),
              new LogEntry.Corrected(seq, Articles.NOON, correction),
              "test");
    });
  }

  @Test
  void saidAndSpeakerAreAskedOfTheSameQuote() {
    String text = "“Lorries wait,” said Ida Voss. “The bridge is mine,” said Jon Berg.";
    var voss = Articles.quoting("https://a.example/1", "Bridge", text, "Lorries wait", "Ida Voss");
    var berg =
        Articles.quoting("https://a.example/1", "Bridge", text, "The bridge is mine", "Jon Berg");
    var both =
        new Analysis(
            voss.article(),
            List.of(),
            List.of(),
            List.of(voss.quotes().getFirst(), berg.quotes().getFirst()),
            List.of(voss.speakers().getFirst(), berg.speakers().getFirst()));
    arrive(both, Copy.Kind.ORIGINAL, null);
    index.catchUp();

    assertThat(found("said:lorries speaker:voss")).isEqualTo(1);
    assertThat(found("said:\"the bridge\" speaker:\"jon berg\"")).isEqualTo(1);
    assertThat(found("said:lorries speaker:berg")).isZero();
    assertThat(found("said:lorries -speaker:nobody")).isEqualTo(1);
    assertThat(found("-mountain")).isEqualTo(1);
    assertThat(found("(said:mine OR said:none) speaker:berg")).isEqualTo(1);
  }

  private long found(String query) {
    return reading.searching().page(query, 0).total();
  }

  @Test
  void subscriptionsGoOutAndComeBackAsOpml() throws Exception {
    reading
        .subscriptions()
        .subscribe(
            List.of(
                new Subscriptions.Subscription(
                    "https://wire.example/feed", "Wire & Co", "World", false)));
    String opml = reading.subscriptions().exportOpml();
    long feed = reading.subscriptions().all().folders().getFirst().feeds().getFirst().id();
    reading.subscriptions().delete(feed);
    assertThat(reading.subscriptions().all().size()).isZero();

    assertThat(reading.subscriptions().importOpml(opml.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(1);
    assertThat(reading.subscriptions().importOpml(opml.getBytes(StandardCharsets.UTF_8))).isZero();

    FeedsView.Folder folder = reading.subscriptions().all().folders().getFirst();
    assertThat(folder.name()).isEqualTo("World");
    assertThat(folder.feeds().getFirst().title()).isEqualTo("Wire & Co");
  }

  private static Analysis reserved(String url, List<String> reserved) {
    return article(url, "en", reserved);
  }

  private static Analysis article(String url, String language, List<String> reserved) {
    Analysis analysis = Articles.quoting(url, "Bridge stays open", TEXT, SAID, "Ida Voss");
    Article a = analysis.article();
    var article =
        new Article(
            a.id(),
            0,
            url,
            a.outlet(),
            null,
            a.title(),
            null,
            List.of(),
            null,
            null,
            a.firstSeen(),
            language,
            TEXT,
            null,
            false,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            reserved,
            1);
    return new Analysis(article, List.of(), List.of(), analysis.quotes(), analysis.speakers());
  }

  private long arrive(String url, Copy.Kind kind, @Nullable Long origin) {
    return arrive(Articles.quoting(url, "Bridge stays open", TEXT, SAID, "Ida Voss"), kind, origin);
  }

  /** Another outlet's own report of a story. */
  private void alsoReported(Analysis analysis, long story) {
    long id = analysis.article().id();
    store.change(tx -> {
      tx.articles().arrive(Arriving.of(analysis, null), Articles.NOON);
      long seq = tx.log().last();
      var copy =
          new Copy(id, id, null, List.of(), Copy.Kind.ORIGINAL, false, 1, 1, List.of(), List.of());
      var joined = new StoryChange.Joined(story, id, List.of("same event"), 1);
      tx.derived()
          .apply(
              new Derived(seq, List.of(copy), List.of(), List.of(), List.of(joined)),
              new LogEntry.PageArrived(seq, Articles.NOON, analysis),
              "test");
    });
  }

  /** Links two stories of one event. */
  private void group(long story, long group) {
    store.change(tx -> {
      var other =
          Articles.quoting("https://far.example/1", "Fog", "Fog over the sea.", "Fog", "Ida");
      tx.articles().arrive(Arriving.of(other, null), Articles.NOON);
      long seq = tx.log().last();
      tx.derived()
          .apply(
              new Derived(
                  seq,
                  List.of(),
                  List.of(),
                  List.of(),
                  List.of(
                      new StoryChange.Grouped(story, group),
                      new StoryChange.Grouped(group, group))),
              new LogEntry.PageArrived(seq, Articles.NOON, other),
              "test");
    });
  }

  /** Stores the article; an original opens a story of its own id, a copy joins its origin's. */
  private long arrive(Analysis analysis, Copy.Kind kind, @Nullable Long origin) {
    long id = analysis.article().id();
    store.change(tx -> {
      tx.articles().arrive(Arriving.of(analysis, null), Articles.NOON);
      long seq = tx.log().last();
      long group = origin == null ? id : origin;
      var copy = new Copy(id, group, origin, List.of(), kind, false, 1, 1, List.of(), List.of());
      var mayor =
          new Person(
              MAYOR,
              "Ida Voss",
              SpeakerKind.PERSON,
              List.of("Voss"),
              offices,
              Articles.NOON,
              Articles.NOON,
              null);
      StoryChange change =
          origin == null
              ? new StoryChange.Opened(id, id)
              : new StoryChange.Joined(group, id, List.of("same words"), 1);
      tx.derived()
          .apply(
              new Derived(
                  seq,
                  List.of(copy),
                  List.of(mayor),
                  List.of(new PersonLink(id, "Ida Voss", MAYOR)),
                  List.of(change)),
              new LogEntry.PageArrived(seq, Articles.NOON, analysis),
              "test");
    });
    return id;
  }

  /** A newsroom that notes what it is asked. */
  private final class Noting implements Newsroom {
    @Override
    public void correct(Correction correction) {
      corrected.add(correction);
    }

    @Override
    public void refresh(long feed) {}

    @Override
    public FeedChoice discover(String address) {
      return new FeedChoice(address, List.of(), "nothing there");
    }

    @Override
    public Outcome read(String input) {
      return new Outcome.None("nothing there");
    }
  }
}
