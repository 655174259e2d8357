package org.skep.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.skep.model.Analysis;
import org.skep.model.Correction;
import org.skep.model.Derived;
import org.skep.model.LogEntry;
import org.skep.store.UserRows.Mute;

/**
 * Everything derived as one: what a log entry changed is applied in one transaction together with
 * the seq it covers.
 */
public final class DerivedRows {
  private final Sql sql;
  private final CopyRows copies;
  private final PersonRows persons;
  private final QuoteRows quotes;
  private final StoryRows stories;
  private final AccountRows accounts;
  private final UserRows users;

  DerivedRows(
      Sql sql,
      CopyRows copies,
      PersonRows persons,
      QuoteRows quotes,
      StoryRows stories,
      AccountRows accounts,
      UserRows users) {
    this.sql = sql;
    this.copies = copies;
    this.persons = persons;
    this.quotes = quotes;
    this.stories = stories;
    this.accounts = accounts;
    this.users = users;
  }

  /** The last log entry that everything derived covers; 0 for none. */
  public long covered() {
    return sql.number("SELECT seq FROM covered");
  }

  /** The version of the code that derived it; empty for none. */
  public String code() {
    return sql.first("SELECT code FROM covered", row -> row.text("code")).orElse("");
  }

  /** Applies what one log entry changed. */
  public void apply(Derived derived, LogEntry entry, String code) {
    if (derived.seq() <= covered()) {
      throw new IllegalStateException("log entry " + derived.seq() + " is covered already");
    }
    var touched = new Touched();
    copy(derived, touched);
    people(derived, entry, touched);
    derived
        .stories()
        .forEach(change -> stories.apply(change, derived.seq(), touched.stories, touched.articles));
    if (entry instanceof LogEntry.Purged purged) {
      purge(purged.article(), touched);
    }
    if (entry instanceof LogEntry.Corrected corrected) {
      correct(corrected);
    }
    touched.stories.remove(0L);
    for (long story : touched.stories) {
      stories.recount(story, derived.seq());
      accounts.changed(story);
    }
    touched.persons.forEach(persons::recount);
    touched.articles.forEach(article -> changed(article, derived.seq()));
    cover(derived.seq(), code);
  }

  /** Empties everything derived, for a rebuild from the log. */
  public void clear(String code) {
    for (String table :
        new String[] {
          "copy",
          "person",
          "person_alias",
          "person_link",
          "person_redirect",
          "quote",
          "story",
          "story_account",
          "story_member",
          "story_redirect",
          "story_uncompared",
          "snapshot"
        }) {
      sql.execute("DELETE FROM " + table);
    }
    sql.execute("DELETE FROM user_mute WHERE kind IN ('STORY', 'ARTICLE')"); // the log has them
    cover(0, code);
  }

  private void cover(long seq, String code) {
    sql.update("INSERT OR REPLACE INTO covered (one, seq, code) VALUES (1, ?, ?)", seq, code);
  }

  private void copy(Derived derived, Touched touched) {
    for (var copy : derived.copies()) {
      copies.save(copy, derived.seq());
      touched.articles.add(copy.article());
      touched.stories.add(stories.storyOf(copy.article()));
      touched.persons.addAll(quotes.persons(copy.article()));
    }
  }

  private void people(Derived derived, LogEntry entry, Touched touched) {
    derived.persons().forEach(person -> persons.save(person, derived.seq()));
    derived.persons().forEach(person -> touched.persons.add(person.id()));
    long quoted = 0;
    if (entry instanceof LogEntry.PageArrived arrived) {
      quote(arrived.analysis(), derived, touched);
      quoted = arrived.analysis().article().id();
    }
    for (var link : derived.links()) {
      persons.link(link, entry instanceof LogEntry.Corrected(_, _, Correction.NamePersons _));
      if (link.article() != quoted) { // whose quotes were just written with their persons
        touched.persons.addAll(quotes.persons(link.article()));
        quotes.give(link);
      }
      touched.persons.add(link.person());
      touched.articles.add(link.article());
    }
  }

  private void quote(Analysis analysis, Derived derived, Touched touched) {
    long article = analysis.article().id();
    touched.articles.add(article);
    touched.persons.addAll(quotes.persons(article));
    persons.unlink(article);
    Map<String, Long> links = new HashMap<>();
    derived.links().stream()
        .filter(link -> link.article() == article)
        .forEach(link -> links.put(link.speaker(), link.person()));
    Instant dated =
        sql.first("SELECT dated FROM article WHERE id = ?", row -> row.instant("dated"), article)
            .orElse(analysis.article().dated());
    quotes.replace(analysis, dated, links);
  }

  private void purge(long article, Touched touched) {
    touched.persons.addAll(quotes.persons(article));
    touched.stories.add(stories.storyOf(article));
    quotes.delete(article);
    persons.unlink(article);
    copies.delete(article);
    stories.forget(article);
    touched.articles.remove(article);
  }

  private void correct(LogEntry.Corrected corrected) {
    switch (corrected.correction()) {
      case Correction.Mute(var user, var what, var id, var muted) ->
          users.obey(
              user, new Mute(Mute.Kind.valueOf(what.name()), "" + id), muted, corrected.at());
      case Correction.HidePerson(var person, var hidden) -> persons.hide(person, hidden);
      case Correction.MergePersons(var person, var other) -> persons.redirect(other, person);
      case Correction.NotThisStory _,
          Correction.MergeStories _,
          Correction.SplitStory _,
          Correction.CutLink _,
          Correction.SplitPerson _,
          Correction.RenamePerson _,
          Correction.NamePersons _ -> {
        // what these change is in the derived records
      }
    }
  }

  private void changed(long article, long seq) {
    sql.update(
        "UPDATE article SET changed_seq = ? WHERE id = ? AND changed_seq < ?", seq, article, seq);
  }

  /** What must be counted or indexed anew. */
  private static final class Touched {
    final Set<Long> articles = new HashSet<>();
    final Set<Long> stories = new HashSet<>();
    final Set<Long> persons = new HashSet<>();
  }
}
