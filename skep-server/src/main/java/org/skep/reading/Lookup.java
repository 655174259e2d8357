package org.skep.reading;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.skep.model.Analysis;
import org.skep.model.Person;
import org.skep.model.Span;
import org.skep.model.SpeakerKind;
import org.skep.store.ArticleRow;
import org.skep.store.FigureRows;
import org.skep.store.PersonRow;
import org.skep.store.StoryRow;
import org.skep.store.Tx;
import org.skep.text.Dateline;

/**
 * Names what a page shows, within one transaction: articles, outlets, persons, sentences. Remembers
 * what it has read. Not thread-safe.
 */
final class Lookup {
  private static final int EXCERPT_MAX = 240;

  private final Tx tx;
  private final Map<String, String> outlets = new HashMap<>();
  private final Map<Long, Optional<ArticleRow>> rows = new HashMap<>();
  private final Map<Long, Optional<Analysis>> analyses = new HashMap<>();
  private final Map<Long, Optional<PersonRow>> persons = new HashMap<>();

  Lookup(Tx tx) {
    this.tx = tx;
  }

  Optional<ArticleRow> row(long id) {
    return rows.computeIfAbsent(id, key -> tx.articles().find(key));
  }

  void know(List<ArticleRow> known) {
    known.forEach(row -> rows.put(row.id(), Optional.of(row)));
  }

  /** The present revision. */
  Optional<Analysis> analysis(long id) {
    return analyses.computeIfAbsent(id, key -> tx.articles().analysis(key));
  }

  Optional<Analysis> analysis(long id, int revision) {
    boolean present = row(id).map(row -> row.revision() == revision).orElse(false);
    return present ? analysis(id) : tx.articles().analysis(id, revision);
  }

  ArticleRef ref(ArticleRow row) {
    return new ArticleRef(
        row.id(), row.title(), outlet(row), row.dated(), row.language(), row.url());
  }

  /** As this article prints it, else as others of its outlet do, else as its feed is called. */
  OutletRef outlet(ArticleRow row) {
    String printed = row.publisher();
    String name =
        printed != null && !printed.isBlank()
            ? printed
            : outlets.computeIfAbsent(row.outlet(), host -> nameOf(host, row.id()));
    return new OutletRef(row.outlet(), name);
  }

  private String nameOf(String host, long article) {
    return tx.figures()
        .outlet(host)
        .map(FigureRows.OutletFigures::name)
        .filter(name -> !name.equals(host))
        .or(() -> tx.articles().sources(article).stream().findFirst().map(source -> source.name()))
        .filter(name -> !name.contains("://"))
        .orElse(host);
  }

  /** The sentence of this span; empty when its revision is gone. */
  Optional<Evidence> evidence(Span span) {
    return evidence(span.article(), span.revision(), span.begin(), span.end());
  }

  Optional<Evidence> evidence(long article, int revision, int begin, int end) {
    return row(article)
        .flatMap(row ->
            analysis(article, revision)
                .map(analysis -> evidence(ref(row), analysis.article().text(), begin, end)));
  }

  static Evidence evidence(ArticleRef article, String text, int begin, int end) {
    var sentence = Sentence.around(text, begin, end, article.language());
    int from = Math.clamp(begin, 0, text.length());
    int to = Math.clamp(end, from, text.length());
    return new Evidence(
        article, begin, end, sentence.before(from), text.substring(from, to), sentence.after(to));
  }

  /**
   * Everybody has a name here; only who may have a page has an id.
   *
   * @param beside the article the name is read with: an office comes in its language if it can
   */
  PersonRef person(@Nullable Long id, @Nullable String spoken, SpeakerKind kind, long beside) {
    Optional<PersonRow> known =
        id == null ? Optional.empty() : persons.computeIfAbsent(id, key -> tx.persons().find(key));
    String name = spoken == null ? "" : spoken;
    return known
        .map(row -> person(row, latest(rolesBeside(row.person(), beside))))
        .orElseGet(() -> new PersonRef(null, name, null, kind));
  }

  static PersonRef person(PersonRow row) {
    return person(row, latest(row.person().roles()));
  }

  private static PersonRef person(PersonRow row, Optional<Person.Role> role) {
    Person person = row.person();
    return new PersonRef(
        mayHavePage(row) ? person.id() : null,
        person.name(),
        role.map(Person.Role::name).orElse(null),
        person.kind());
  }

  private List<Person.Role> rolesBeside(Person person, long article) {
    String language = language(article);
    List<Person.Role> own =
        person.roles().stream()
            .filter(role -> language(role.evidence().article()).equals(language))
            .toList();
    return own.isEmpty() ? person.roles() : own;
  }

  private String language(long article) {
    return row(article).map(ArticleRow::language).orElse("und");
  }

  private static Optional<Person.Role> latest(List<Person.Role> roles) {
    return roles.stream().max(Comparator.comparing(Person.Role::lastSeen));
  }

  /** People are not prey: only who is quoted in two independent reports. */
  static boolean mayHavePage(PersonRow row) {
    return !row.hidden() && row.reports() >= 2;
  }

  StoryRef story(StoryRow row) {
    String language =
        Optional.ofNullable(row.lead()).flatMap(this::row).map(ArticleRow::language).orElse("und");
    return new StoryRef(row.id(), row.headline(), language, counts(row), row.lastAt());
  }

  static Counts counts(StoryRow row) {
    return new Counts(row.articles(), row.outlets(), row.reports(), row.languages());
  }

  /** The standfirst, else how the text begins, cut at a word; empty when there is neither. */
  String excerpt(ArticleRow row) {
    String standfirst = row.standfirst();
    String opening =
        standfirst != null && !standfirst.isBlank()
            ? standfirst
            : analysis(row.id()).map(analysis -> analysis.article().text()).orElse("");
    return shorten(opening.substring(Dateline.end(opening)), EXCERPT_MAX);
  }

  /** At most that long, cut between words, with an ellipsis when cut. */
  static String shorten(String text, int max) {
    String line = text.strip().replaceAll("\\s+", " ");
    if (line.length() <= max) {
      return line;
    }
    int space = line.lastIndexOf(' ', max - 1);
    int cut = space > max / 2 ? space : max - 1;
    if (Character.isHighSurrogate(line.charAt(cut - 1))) {
      cut--;
    }
    return line.substring(0, cut).stripTrailing() + "…";
  }
}
