package org.skep.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Correction;
import org.skep.model.PersonLink;
import org.skep.model.Span;
import org.skep.model.Speaker;
import org.skep.model.SpeakerKind;

class PeopleTest {
  private static final String BRIDGE =
      "On Monday the Kestrel Bridge in Quillport was closed after the Harbour Board found 14"
          + " cracks.";
  private static final String CHESS =
      "In Vinterby the Lomax Cup ended with a draw on Sunday, the 9th in a row for Tolvika.";

  private final People people = new People();
  private final PersonIndex index = new PersonIndex();

  @Test
  void aFullNameIsTheSamePersonInEveryArticle() {
    var first = arrive("a", BRIDGE, "Yury Holmov");
    var second = arrive("b", CHESS, "Yury Holmov");

    assertThat(second.links().get(0).person()).isEqualTo(first.links().get(0).person());
  }

  @Test
  void aNameInCyrillicLettersIsTheSamePerson() {
    var latin = arrive("a", BRIDGE, "Yury Holmov");
    var cyrillic = arrive("b", CHESS, "Юрий Холмов");

    assertThat(cyrillic.links().get(0).person()).isEqualTo(latin.links().get(0).person());
    assertThat(cyrillic.persons().get(0).aliases()).contains("Юрий Холмов");
  }

  @Test
  void whatIsNoNameIsNoAlias() {
    var speaker =
        new Speaker(
            "Ada Holmgaard",
            SpeakerKind.PERSON,
            List.of("Holmgaard", "the harbour master", "Ms Holmgaard", "She"),
            List.of("harbour master"),
            List.of());
    var article =
        Article.of(1, "https://a.example/1", "a.example", "T", BRIDGE, "en", null, Instant.EPOCH);
    var features =
        people.features(new Analysis(article, List.of(), List.of(), List.of(), List.of(speaker)));

    assertThat(features.voices().get(0).aliases()).containsExactly("Holmgaard", "Ms Holmgaard");
  }

  @Test
  void aSurnameAloneIsSomebodyOnlyWhereTheArticlesAreAboutTheSameThing() {
    var full = arrive("a", BRIDGE, "Ada Holmgaard");
    var near = arrive("b", BRIDGE, "Holmgaard");
    var far = arrive("c", CHESS, "Holmgaard");

    assertThat(near.links().get(0).person()).isEqualTo(full.links().get(0).person());
    assertThat(far.links()).noneMatch(link -> link.person() == full.links().get(0).person());
  }

  @Test
  void twoOfOneSurnameStayApart() {
    arrive("a", BRIDGE, "Ada Holmgaard");
    arrive("b", BRIDGE, "Bela Holmgaard");

    assertThat(arrive("c", BRIDGE, "Holmgaard").links()).isEmpty();
  }

  @Test
  void anOrganizationWithANameOfItsOwnIsTheSameEverywhere() {
    var near = arrive(article("a", BRIDGE), organization("Tolvika Seismological Institute"));
    var far = arrive(article("b", CHESS), organization("Tolvika Seismological Institute"));
    var other = arrive(article("c", CHESS), organization("Tolvika Statistical Institute"));

    assertThat(far.links().get(0).person()).isEqualTo(near.links().get(0).person());
    assertThat(other.links().get(0).person()).isNotEqualTo(near.links().get(0).person());
  }

  @Test
  void thePoliceAreTheSameOnlyWhereTheArticlesAreAboutTheSameThing() {
    var first = arrive(article("a", BRIDGE), organization("harbour police"));
    var near = arrive(article("b", BRIDGE), organization("harbour police"));
    var far = arrive(article("c", CHESS), organization("harbour police"));

    assertThat(near.links().get(0).person()).isEqualTo(first.links().get(0).person());
    assertThat(far.links().get(0).person()).isNotEqualTo(first.links().get(0).person());
  }

  @Test
  void aMergeMovesEveryLinkAndHoldsForLaterArticles() {
    var one = arrive("a", BRIDGE, "Ada Holmgaard").links().get(0);
    var two = arrive("b", CHESS, "Adelaide Holmgaard").links().get(0);

    var change = people.correct(index, new Correction.MergePersons(one.person(), two.person()));

    assertThat(change.links()).allMatch(link -> link.person() == one.person());
    assertThat(arrive("c", CHESS, "Adelaide Holmgaard").links().get(0).person())
        .isEqualTo(one.person());
  }

  @Test
  void aSplitGivesTheseArticlesToSomebodyElseAndLaterOnesFollowTheirContext() {
    long one = arrive("a", BRIDGE, "Ada Holmgaard").links().get(0).person();
    arrive("b", CHESS, "Ada Holmgaard");

    var change = people.correct(index, new Correction.SplitPerson(one, List.of(ArticleId.of("b"))));

    long other = change.links().get(0).person();
    assertThat(other).isNotEqualTo(one);
    assertThat(change.links()).extracting(PersonLink::article).containsExactly(ArticleId.of("b"));
    assertThat(arrive("b", CHESS, "Ada Holmgaard").links().get(0).person()).isEqualTo(other);
    assertThat(arrive("c", CHESS, "Ada Holmgaard").links().get(0).person()).isEqualTo(other);
    assertThat(arrive("d", BRIDGE, "Ada Holmgaard").links().get(0).person()).isEqualTo(one);
  }

  @Test
  void aPersonIsNotSplitFromAllTheirArticles() {
    long one = arrive("a", BRIDGE, "Ada Holmgaard").links().get(0).person();

    var change = people.correct(index, new Correction.SplitPerson(one, List.of(ArticleId.of("a"))));

    assertThat(change.links()).isEmpty();
  }

  @Test
  void aNewNameStays() {
    var link = arrive("a", BRIDGE, "A. Holmgaard").links().get(0);
    people.correct(index, new Correction.RenamePerson(link.person(), "Ada Holmgaard"));

    assertThat(arrive("b", BRIDGE, "A. Holmgaard").persons().get(0).name())
        .isEqualTo("Ada Holmgaard");
  }

  @Test
  void aRoleIsKeptWithWhenItWasSeen() {
    var article = article("a", BRIDGE);
    var speaker =
        new Speaker(
            "Ada Holmgaard",
            SpeakerKind.PERSON,
            List.of(),
            List.of("harbour master"),
            List.of(new Span(article.id(), 0, 0, 9)));
    var person = arrive(article, speaker).persons().get(0);

    assertThat(person.roles())
        .singleElement()
        .satisfies(role -> assertThat(role.name()).isEqualTo("harbour master"));
  }

  private People.Change arrive(String id, String text, String name) {
    return arrive(
        article(id, text), new Speaker(name, SpeakerKind.PERSON, List.of(), List.of(), List.of()));
  }

  private static Speaker organization(String name) {
    return new Speaker(name, SpeakerKind.ORGANIZATION, List.of(), List.of(), List.of());
  }

  private People.Change arrive(Article article, Speaker speaker) {
    var features =
        people.features(new Analysis(article, List.of(), List.of(), List.of(), List.of(speaker)));
    return people.apply(index, people.decide(features, index.lookup(features)));
  }

  private static Article article(String id, String text) {
    return Article.of(
        ArticleId.of(id),
        "https://x.example/" + id,
        "x.example",
        "News",
        text,
        "en",
        null,
        Instant.parse("2026-03-02T08:00:00Z"));
  }
}
