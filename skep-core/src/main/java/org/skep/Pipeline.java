package org.skep;

import java.time.Instant;
import java.util.List;
import org.skep.copies.Copies;
import org.skep.copies.CopyFeatures;
import org.skep.extract.Extraction;
import org.skep.extract.Extractor;
import org.skep.extract.SiteProfile;
import org.skep.mention.MentionFinder;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Copy;
import org.skep.model.Correction;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.model.Page;
import org.skep.people.People;
import org.skep.people.PersonFeatures;
import org.skep.quotes.QuoteFinder;
import org.skep.stories.Stories;
import org.skep.stories.StoryFeatures;
import org.skep.text.Words;

/**
 * Every stage in order. First the parallel half, pure and thread-safe: {@link #extract} and {@link
 * #analyse}. Then, after the store has acknowledged the article and given it its place in the log,
 * the ordered half: {@link #derive}.
 */
public final class Pipeline {
  /**
   * Raised whenever a stage decides differently: what another version derived is derived anew from
   * the log.
   */
  public static final String VERSION = "15";

  private final Extractor extractor = new Extractor();
  private final MentionFinder mentionFinder = new MentionFinder();
  private final QuoteFinder quoteFinder = new QuoteFinder();
  private final Copies copies = new Copies();
  private final People people = new People();
  private final Stories stories = new Stories();

  /**
   * An analysed article with what the ordered stages will compare: computed in parallel, never
   * stored.
   */
  public record Prepared(
      Analysis analysis, CopyFeatures copy, PersonFeatures persons, StoryFeatures story) {}

  /** Page to article; the profile is what is known of the page's site. */
  public Extraction extract(Page page, SiteProfile profile) {
    return extractor.extract(page, profile);
  }

  /**
   * Everything the article tells by itself. In copies too: they show who carried the words, and who
   * altered them.
   */
  public Analysis analyse(Article article) {
    var named = mentionFinder.read(article);
    var found = mentionFinder.find(article, named);
    var statements = quoteFinder.find(article, named);
    return new Analysis(
        article, found.mentions(), found.facts(), statements.quotes(), statements.speakers());
  }

  /** What the ordered stages compare; recomputed from the log on a replay. */
  public Prepared prepare(Analysis analysis) {
    var article = analysis.article();
    var words = Words.of(article.text());
    return new Prepared(
        analysis,
        copies.features(article, words),
        people.features(analysis, words),
        stories.features(article, words));
  }

  /** The next log entry, in order of seq, changes everything derived. */
  public Derived derive(Derivations state, LogEntry entry) {
    return switch (entry) {
      case LogEntry.PageArrived arrived ->
          derive(state, arrived.seq(), arrived.at(), prepare(arrived.analysis()));
      case LogEntry.Corrected corrected -> correct(state, corrected.seq(), corrected.correction());
      case LogEntry.Purged purged -> purge(state, purged.seq(), purged.article());
    };
  }

  /** The same for an article that was prepared in parallel. */
  public Derived derive(Derivations state, long seq, Instant at, Prepared prepared) {
    state.advance(seq);
    var copyDecision = copies.decide(prepared.copy(), state.copies.lookup(prepared.copy()));
    List<Copy> changedCopies = copies.apply(state.copies, copyDecision);
    var personDecision =
        people.decide(prepared.persons(), state.persons.lookup(prepared.persons()));
    var persons = people.apply(state.persons, personDecision);
    var storyDecision =
        stories.decide(
            prepared.story(), copyDecision.copy(), state.stories.lookup(prepared.story()));
    var changes = stories.apply(state.stories, storyDecision);
    return new Derived(seq, changedCopies, persons.persons(), persons.links(), changes);
  }

  private Derived correct(Derivations state, long seq, Correction correction) {
    state.advance(seq);
    var persons = people.correct(state.persons, correction);
    var changes = stories.correct(state.stories, correction);
    return new Derived(seq, List.of(), persons.persons(), persons.links(), changes);
  }

  private Derived purge(Derivations state, long seq, long article) {
    state.advance(seq);
    var changedCopies = copies.purge(state.copies, article);
    var persons = people.purge(state.persons, article);
    return new Derived(
        seq,
        changedCopies,
        persons.persons(),
        persons.links(),
        stories.purge(state.stories, article));
  }
}
