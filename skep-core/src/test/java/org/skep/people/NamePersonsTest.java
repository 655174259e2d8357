package org.skep.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.ArticleId;
import org.skep.model.Correction;
import org.skep.model.Correction.NamePersons;
import org.skep.model.Person;
import org.skep.model.PersonLink;
import org.skep.model.Speaker;
import org.skep.model.SpeakerKind;

/** A user's table of who is called what. */
class NamePersonsTest {
  private final People people = new People();
  private PersonIndex index = new PersonIndex();

  @Test
  void laterArticlesFindThePersonUnderEveryNameOfTheRow() {
    load(row("Q7", "Adelina Holmgaard", "Lina H. Tern", "Tolvika"));

    long one = arrive("a", "Adelina Holmgaard").links().get(0).person();
    var other = arrive("b", "Lina Tern");
    var single = arrive("c", "Tolvika");

    assertThat(other.links().get(0).person()).isEqualTo(one);
    assertThat(single.links().get(0).person()).isEqualTo(one);
    Person person = single.persons().get(0);
    assertThat(person.name()).isEqualTo("Adelina Holmgaard");
    assertThat(person.wikidata()).isEqualTo("Q7");
    assertThat(person.aliases()).contains("Lina Tern", "Tolvika");
  }

  @Test
  void whoWasTwoBeforeBecomesOne() {
    long one = arrive("a", "Ada Holmgaard").links().get(0).person();
    long two = arrive("b", "Lina Tern").links().get(0).person();

    var change = load(row(null, "Ada Holmgaard", "Lina Tern"));

    assertThat(change.persons()).singleElement().extracting(Person::id).isIn(one, two);
    assertThat(arrive("c", "Lina Tern").links().get(0).person())
        .isEqualTo(arrive("d", "Ada Holmgaard").links().get(0).person());
  }

  @Test
  void bothNamesInOneArticleAreOneNewPerson() {
    load(row("Q7", "Ada Holmgaard", "Lina Tern"));

    var links = arrive("a", "Lina Tern", "Ada Holmgaard").links();

    assertThat(links).extracting(PersonLink::person).hasSize(2).containsOnly(links.get(0).person());
  }

  @Test
  void aNameOfTwoRowsIsNobodys() {
    long before = arrive("a", "Lina Tern").links().get(0).person();

    load(row("Q7", "Ada Holmgaard", "Lina Tern"), row("Q8", "Bela Lomax", "Lina Tern"));

    assertThat(arrive("b", "Lina Tern").links()).isEmpty();
    assertThat(arrive("c", "Ada Holmgaard").links().get(0).person())
        .isNotEqualTo(arrive("d", "Bela Lomax").links().get(0).person())
        .isNotEqualTo(before);
  }

  @Test
  void loadedAgainNothingChangesAndALaterNameOfTheUsersStays() {
    load(row("Q7", "Ada Holmgaard", "Lina Tern"));
    long ada = arrive("a", "Lina Tern").links().get(0).person();
    people.correct(index, new Correction.RenamePerson(ada, "Ada the Elder"));

    var again = load(row("Q7", "Ada Holmgaard", "Lina Tern"));

    assertThat(again.persons()).isEmpty();
    assertThat(arrive("b", "Lina Tern").persons().get(0).name()).isEqualTo("Ada the Elder");
  }

  @Test
  void aRowReplacesTheOneOfItsItemAndAnItemComesLater() {
    load(row(null, "Ada Holmgaard", "Lina Tern"));
    long ada = arrive("a", "Lina Tern").links().get(0).person();

    load(row("Q7", "Ada Holmgaard", "Tolvika"));

    assertThat(arrive("b", "Tolvika").links().get(0).person()).isEqualTo(ada);
    assertThat(arrive("c", "Tolvika").persons().get(0).wikidata()).isEqualTo("Q7");
    assertThat(index.aliases.all()).hasSize(1);
  }

  @Test
  void whoAUserSplitStaysApart() {
    long one = arrive("a", "Ada Holmgaard").links().get(0).person();
    arrive("b", "Ada Holmgaard");
    var split = new Correction.SplitPerson(one, List.of(ArticleId.of("b")));
    long other = people.correct(index, split).links().get(0).person();

    load(row("Q7", "Ada Holmgaard", "Lina Tern"));

    assertThat(index.resolve(one)).isNotSameAs(index.resolve(other));
  }

  @Test
  void aSurnameSomebodyWasCalledByIsNotTakenForTheirName() {
    arrive("a", "Ada Tolvika");
    arrive("a", "Tolvika");

    assertThat(load(row("Q7", "Bela Lomax", "Tolvika")).persons()).isEmpty();
  }

  @Test
  void aSnapshotHoldsTheTable() throws IOException {
    load(row("Q7", "Ada Holmgaard", "Lina Tern"), row(null, "Bela Lomax"));
    long ada = arrive("a", "Ada Holmgaard").links().get(0).person();
    var bytes = new ByteArrayOutputStream();
    index.snapshot(new DataOutputStream(bytes));

    index = PersonIndex.restore(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));

    var later = arrive("b", "Lina Tern");
    assertThat(later.links().get(0).person()).isEqualTo(ada);
    assertThat(later.persons().get(0).wikidata()).isEqualTo("Q7");
    assertThat(index.aliases.all()).hasSize(2);
  }

  private People.Change load(NamePersons.Row... rows) {
    return people.correct(index, new NamePersons(List.of(rows)));
  }

  private static NamePersons.Row row(@Nullable String item, String name, String... aliases) {
    return new NamePersons.Row(item, name, List.of(aliases));
  }

  private People.Change arrive(String id, String... names) {
    var article =
        Article.of(
            ArticleId.of(id),
            "https://x.example/" + id,
            "x.example",
            "News",
            "On Monday the Kestrel Bridge in Quillport was closed by the Harbour Board.",
            "en",
            null,
            Instant.parse("2026-03-02T08:00:00Z"));
    var speakers =
        Stream.of(names)
            .map(n -> new Speaker(n, SpeakerKind.PERSON, List.of(), List.of(), List.of()))
            .toList();
    var features =
        people.features(new Analysis(article, List.of(), List.of(), List.of(), speakers));
    return people.apply(index, people.decide(features, index.lookup(features)));
  }
}
