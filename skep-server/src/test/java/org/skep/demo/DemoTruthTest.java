package org.skep.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skep.Derivations;
import org.skep.Pipeline;
import org.skep.extract.Extraction;
import org.skep.extract.SiteProfile;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Copy;
import org.skep.model.Derived;
import org.skep.model.Page;
import org.skep.model.Person;
import org.skep.model.PersonLink;
import org.skep.model.Quote;
import org.skep.model.StoryChange;

/**
 * The pipeline against the truth of the demo press: from the printed pages, in an order that mixes
 * days and outlets, to stories, copies and speakers. The bounds are what it reaches; they may only
 * be raised. Set {@code -Dskep.truth=true} to see every miss.
 */
class DemoTruthTest {
  private static final Instant START = Instant.parse("2031-03-14T09:30:00Z");

  private static final DemoWorld WORLD = DemoWorld.at(START);
  private static final TruthScore score =
      new TruthScore(WORLD.articles(), new Run().answers(new Random(7)));

  @Test
  void thePagesAreReadAsTheyWereWritten() {
    var shares = score.extraction();
    report("extraction", shares);

    assertThat(shares.of("recall")).isGreaterThanOrEqualTo(0.99);
    assertThat(shares.of("precision")).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void reportsOfOneEventFormOneStory() {
    var shares = score.stories(false);
    report("stories", shares);

    assertThat(shares.of("precision")).isEqualTo(1.0);
    assertThat(shares.of("recall")).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void storiesInSeveralLanguagesFindEachOther() {
    var shares = score.stories(true);
    report("across languages", shares);

    assertThat(shares.of("precision")).isEqualTo(1.0);
    assertThat(shares.of("recall")).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void theTwoEarthquakesStayApart() {
    long orsa = score.answer("quake-orsa/wire-1").story();
    long tamber = score.answer("quake-tamber/wire-1").story();

    assertThat(orsa).isNotEqualTo(tamber);
  }

  @Test
  void copiesNameTheirOrigin() {
    var shares = score.copies();
    report("copies", shares);

    assertThat(shares.of("originals")).isGreaterThanOrEqualTo(0.97);
    assertThat(shares.of("origins")).isGreaterThanOrEqualTo(0.83);
  }

  @Test
  void statementsHaveTheirSpeakers() {
    var shares = score.statements();
    report("statements", shares);

    assertThat(shares.of("found")).isGreaterThanOrEqualTo(0.97);
    assertThat(shares.of("speakers")).isGreaterThanOrEqualTo(0.80);
    assertThat(shares.of("chains")).isGreaterThanOrEqualTo(0.33);
  }

  private static void report(String what, TruthScore.Shares shares) {
    if (Boolean.getBoolean("skep.truth")) {
      System.out.println(what + " " + shares);
      score.misses().forEach(miss -> System.out.println("  " + miss));
      score.misses().clear();
    }
  }

  /** Everything from the page to the story, without network and store. */
  private static final class Run {
    private final Pipeline pipeline = new Pipeline();
    private final Derivations state = Derivations.empty();
    private final Newsstand stand = new Newsstand(WORLD, new Noon(), 1);
    private final PagePrinter printer = new PagePrinter(WORLD);
    private final Map<Long, String> ids = new HashMap<>();
    private final Map<Long, Analysis> analyses = new HashMap<>();
    private final Map<Long, Copy> copies = new HashMap<>();
    private final Map<Long, Person> persons = new HashMap<>();
    private final Map<Long, Map<String, Long>> links = new HashMap<>();
    private final Map<Long, Long> storyOf = new HashMap<>();
    private final Map<Long, Long> groupOf = new HashMap<>();

    Map<String, TruthScore.Answer> answers(Random random) {
      var order = new ArrayList<>(WORLD.articles());
      Collections.shuffle(order, random);
      long seq = 0;
      for (DemoArticle article : order) {
        var analysis = analyse(article);
        if (analysis.isPresent()) {
          seq++;
          remember(pipeline.derive(state, seq, START, pipeline.prepare(analysis.get())));
        }
      }
      return ids.entrySet().stream()
          .collect(Collectors.toMap(Map.Entry::getValue, entry -> answer(entry.getKey())));
    }

    private Optional<Analysis> analyse(DemoArticle article) {
      String home = stand.home(article.outlet().host());
      String charset = article.outlet().charset();
      byte[] body =
          printer.print(article, article.first(), home).getBytes(Charset.forName(charset));
      var headers = Map.of("content-type", "text/html; charset=" + charset);
      var page = new Page(stand.url(article), headers, body, START);
      return switch (pipeline.extract(page, SiteProfile.EMPTY)) {
        case Extraction.NotAnArticle nothing -> Optional.empty();
        case Extraction.Found found -> {
          Article read = found.article();
          ids.put(read.id(), article.id());
          Analysis analysis = pipeline.analyse(read);
          analyses.put(read.id(), analysis);
          yield Optional.of(analysis);
        }
      };
    }

    private void remember(Derived derived) {
      derived.copies().forEach(copy -> copies.put(copy.article(), copy));
      derived.persons().forEach(person -> persons.put(person.id(), person));
      for (PersonLink link : derived.links()) {
        links
            .computeIfAbsent(link.article(), article -> new HashMap<>())
            .put(link.speaker(), link.person());
      }
      for (StoryChange change : derived.stories()) {
        switch (change) {
          case StoryChange.Opened opened -> storyOf.put(opened.article(), opened.story());
          case StoryChange.Joined joined -> storyOf.put(joined.article(), joined.story());
          case StoryChange.Merged merged ->
              storyOf.replaceAll(
                  (article, story) -> story == merged.from() ? merged.story() : story);
          case StoryChange.Left left -> storyOf.remove(left.article(), left.story());
          case StoryChange.Grouped grouped -> groupOf.put(grouped.story(), grouped.group());
        }
      }
    }

    private TruthScore.Answer answer(long id) {
      Analysis analysis = Objects.requireNonNull(analyses.get(id));
      Copy copy = copies.get(id);
      long story = storyOf.getOrDefault(id, id);
      return new TruthScore.Answer(
          analysis.article().text(),
          story,
          groupOf.getOrDefault(story, story),
          copy == null ? null : copy.kind(),
          copy == null ? List.of() : origins(copy),
          analysis.quotes().stream().map(quote -> statement(analysis, quote)).toList());
    }

    private List<String> origins(Copy copy) {
      return copy.origins().stream()
          .map(Copy.Origin::article)
          .filter(Objects::nonNull)
          .map(article -> ids.getOrDefault(article, "?"))
          .toList();
    }

    private TruthScore.Statement statement(Analysis analysis, Quote quote) {
      Quote outer = quote.within() < 0 ? null : analysis.quotes().get(quote.within());
      return new TruthScore.Statement(
          quote.words(analysis.article().text()),
          canonical(analysis, quote.speaker()),
          outer == null ? null : canonical(analysis, outer.speaker()));
    }

    private @Nullable String canonical(Analysis analysis, @Nullable String speaker) {
      if (speaker == null) {
        return null;
      }
      Long link = links.getOrDefault(analysis.article().id(), Map.of()).get(speaker);
      Person person = link == null ? null : persons.get(link);
      return person == null ? speaker : person.name();
    }
  }

  /** The clock stands still when the demo starts. */
  private static final class Noon implements org.skep.clock.Clock {
    @Override
    public Instant now() {
      return START;
    }

    @Override
    public long nanos() {
      return 0;
    }

    @Override
    public void sleep(java.time.Duration duration) {}
  }
}
