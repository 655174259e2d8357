package org.skep.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.skep.store.ArticleRow;
import org.skep.store.PersonRow;
import org.skep.store.Tx;

/** Puts the list of people and a person's page together. */
final class PeoplePages {
  private static final String WIKIDATA = "https://www.wikidata.org/wiki/";
  private static final int PEOPLE_MAX = 120;
  private static final int LATEST_QUOTES = 12;
  private static final int PERSON_QUOTES_MAX = 300;
  private static final int PERSON_STORIES_MAX = 12;
  private static final int PERSON_ARTICLES_MAX = 40;

  private final Tx tx;
  private final Lookup lookup;
  private final Instant tomorrow;

  PeoplePages(Tx tx, Lookup lookup, Instant now) {
    this.tx = tx;
    this.lookup = lookup;
    this.tomorrow = now.plus(Duration.ofDays(1));
  }

  /** Who is quoted in two independent reports, or those of them whose name begins so. */
  PeopleView people(String query) {
    List<PersonRow> found =
        query.isBlank()
            ? tx.persons().listed(0, PEOPLE_MAX)
            : tx.persons().named(query, PEOPLE_MAX);
    return new PeopleView(
        found.stream().filter(Lookup::mayHavePage).map(this::row).toList(), query);
  }

  private PeopleView.Row row(PersonRow row) {
    var quotes = tx.quotes().ofPerson(row.person().id(), tomorrow, LATEST_QUOTES);
    List<QuoteView> views = new QuoteViews(lookup).views(quotes);
    long outlets =
        quotes.stream()
            .flatMap(quote -> lookup.row(quote.article()).stream())
            .map(ArticleRow::outlet)
            .distinct()
            .count();
    return new PeopleView.Row(
        views.isEmpty() ? Lookup.person(row) : personBeside(row, views.getFirst()),
        (int) row.quotes(),
        (int) outlets,
        row.person().lastSeen(),
        views.isEmpty() ? null : views.getFirst());
  }

  /** With an office in the language of what they said. */
  private PersonRef personBeside(PersonRow row, QuoteView latest) {
    var person = row.person();
    return lookup.person(
        person.id(), person.name(), person.kind(), latest.evidence().article().id());
  }

  /** Empty for who has no page; the id is another one when the person was merged. */
  Optional<PersonView> person(long id) {
    return tx.persons().find(id).filter(Lookup::mayHavePage).map(this::person);
  }

  private PersonView person(PersonRow row) {
    var quotes = tx.quotes().ofPerson(row.person().id(), tomorrow, PERSON_QUOTES_MAX);
    List<ArticleRow> articles =
        quotes.stream()
            .map(quote -> quote.article())
            .distinct()
            .flatMap(article -> lookup.row(article).stream())
            .toList();
    String item = row.person().wikidata();
    return new PersonView(
        Lookup.person(row),
        row.person().aliases().stream()
            .filter(alias -> !alias.equals(row.person().name()) && isName(alias))
            .toList(),
        item == null ? null : WIKIDATA + item,
        roles(row),
        row.person().firstSeen(),
        row.person().lastSeen(),
        (int) row.reports(),
        articles.stream().map(lookup::outlet).distinct().toList(),
        new QuoteViews(lookup).views(quotes),
        articles.stream()
            .map(ArticleRow::story)
            .filter(Objects::nonNull)
            .distinct()
            .limit(PERSON_STORIES_MAX)
            .flatMap(story -> tx.stories().find(story).stream())
            .filter(story -> story.reports() > 1)
            .map(lookup::story)
            .toList(),
        articles.stream().limit(PERSON_ARTICLES_MAX).map(lookup::ref).toList());
  }

  /** Pronouns tie a quote to its speaker; they are not what somebody is called. */
  private static boolean isName(String alias) {
    return alias.length() > 3 && alias.codePoints().anyMatch(Character::isUpperCase);
  }

  private List<PersonView.RoleView> roles(PersonRow row) {
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
}
