package org.skep.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A language is text files; this says which, and what must be in them. */
class LanguagePacksTest {
  private static final LanguagePacks PACKS = new LanguagePacks();

  @Test
  void everyWordClassHasABitOfItsOwn() {
    assertThat(Arrays.stream(WordClass.values()).map(WordClass::bit)).doesNotHaveDuplicates();
  }

  @Test
  void aSeparableVerbIsACueWithATail() {
    assertThat(PACKS.of("de").cuesFrom("gab"))
        .anySatisfy(cue -> assertThat(cue.tail()).isEqualTo("bekannt"));
  }

  @Test
  void inflectedAndCompoundNounsAreTheNounTheyEndIn() {
    LanguagePack german = PACKS.of("de");
    assertThat(german.noun("verkehrsministerin", Noun.Kind.ROLE)).isNotNull();
    assertThat(german.noun("bezirksbürgermeisters", Noun.Kind.ROLE)).isNotNull();
    assertThat(german.noun("fenster", Noun.Kind.ROLE)).isNull();
    assertThat(PACKS.of("ru").noun("министру", Noun.Kind.ROLE)).isNotNull();
  }

  static List<String> codes() {
    return PACKS.all().keySet().stream().sorted().toList();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void filesAreSortedAndWithoutDoubles(String code) throws IOException {
    for (String file : List.of("cues", "nouns", "numbers", "stances", "traits", "words")) {
      try (InputStream in =
          LanguagePacks.class.getResourceAsStream("/language/" + code + "/" + file + ".txt")) {
        assertThat(in).as(code + "/" + file + ".txt").isNotNull();
        var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).as(code + "/" + file).doesNotHaveDuplicates().isSorted();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("codes")
  void handSetTrustIsSortedAndSmall(String code) {
    List<String[]> lines = WordFile.lines(code + "/trust.txt");
    assertThat(lines).extracting(line -> line[0]).doesNotHaveDuplicates().isSorted();
    assertThat(lines)
        .allSatisfy(line -> assertThat(Double.parseDouble(line[1])).isBetween(-8.0, 8.0));
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyLanguageKnowsHowPeopleSpeak(String code) {
    LanguagePack pack = PACKS.of(code);
    assertThat(pack.code()).isEqualTo(code);
    assertThat(pack.cues()).filteredOn(cue -> cue.type() == CueClass.CLAUSE).hasSizeGreaterThan(40);
    assertThat(pack.cues()).filteredOn(cue -> cue.type() == CueClass.SOURCE).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyLanguageHasItsClosedClasses(String code) {
    LanguagePack pack = PACKS.of(code);
    for (WordClass wanted :
        List.of(
            WordClass.DETERMINER,
            WordClass.PREPOSITION,
            WordClass.CONJUNCTION,
            WordClass.SUBORDINATOR,
            WordClass.THAT,
            WordClass.AUXILIARY,
            WordClass.NEGATION,
            WordClass.HE,
            WordClass.SHE,
            WordClass.I)) {
      assertThat(pack.words(wanted)).as(code + " " + wanted).isNotEmpty();
    }
  }
}
