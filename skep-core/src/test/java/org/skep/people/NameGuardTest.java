package org.skep.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.skep.model.Analysis;
import org.skep.model.Article;
import org.skep.model.Speaker;
import org.skep.model.SpeakerKind;

class NameGuardTest {
  private static final Article ARTICLE =
      Article.of(
          1,
          "https://x.example/1",
          "x.example",
          "Kestrel Bridge Closed: Harbour Board Resigns After Night of Cracks",
          "The Kestrel Bridge is closed, and the harbour's board resigns after a bad night. Ada"
              + " Holmgaard, who led it, said so.",
          "en",
          null,
          Instant.EPOCH);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Read More",
        "READ MORE ABOUT THIS",
        "Sign Up",
        "Sign up for our newsletter",
        "Mehr lesen",
        "À lire aussi",
        "Читайте также",
        "Harbour Board Resigns",
        "Resigns After",
        "Harbour Board Resigns After Night",
        "Closed: Harbour Board",
        "Bridge closed for Holmgaard",
        "Holm | Gazette",
        "Who Is Ada Holmgaard?",
        "Ada Holmgaard Led Harbour Board Until Last Night"
      })
  void aHeadlineOrABoilerplateLineIsNoPerson(String name) {
    assertThat(persons(name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Ada Holmgaard",
        "Ursula van den Berg",
        "Omar al-Rashid",
        "Jean d'Arcy",
        "María de la Cruz y León",
        "J. R. Holm",
        "Юрий Холмов",
        "安田一郎",
        "Ida More",
        "Holm"
      })
  void aNameIsOne(String name) {
    assertThat(persons(name)).containsExactly(name);
  }

  @Test
  void aPieceOfTheHeadlineIsNoAliasEither() {
    var ada =
        new Speaker(
            "Ada Board",
            SpeakerKind.PERSON,
            List.of("Board Resigns", "Ms Board"),
            List.of(),
            List.of());

    assertThat(features(ada).voices().get(0).aliases()).containsExactly("Ms Board");
  }

  private static List<String> persons(String name) {
    var speaker = new Speaker(name, SpeakerKind.PERSON, List.of(), List.of(), List.of());
    return features(speaker).voices().stream().map(voice -> voice.speaker().name()).toList();
  }

  private static PersonFeatures features(Speaker speaker) {
    return new People()
        .features(new Analysis(ARTICLE, List.of(), List.of(), List.of(), List.of(speaker)));
  }
}
