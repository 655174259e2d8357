package org.skep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WordsTest {
  @Test
  void wordsCompareWithoutCaseAndAccents() {
    assertThat(Words.of("TITLE").hash(0)).isEqualTo(Words.of("title").hash(0));
    assertThat(Words.of("Élysée").hash(0)).isEqualTo(Words.of("elysee").hash(0));
    assertThat(Words.of("İstanbul").hash(0)).isEqualTo(Words.of("ıstanbul").hash(0));
  }

  @Test
  void numbersKeepWhatStandsBetweenTheirDigits() {
    assertThat(printed("won 31-24 and paid 2.6 million.")).contains("31-24", "2.6");
  }

  @Test
  void scriptsWithoutSpacesGivePairsOfLetters() {
    assertThat(printed("北京大学")).containsExactly("北京", "京大", "大学");
    assertThat(printed("東京で会議")).contains("東京", "会議");
    assertThat(printed("กรุงเทพ")).hasSizeGreaterThan(3);
  }

  @Test
  void endingsAreCutInInflectedLanguages() {
    assertThat(stem("ru", "правительства")).isEqualTo(stem("ru", "правительство"));
    assertThat(stem("pl", "gazetami")).isEqualTo(stem("pl", "gazetach"));
    assertThat(stem("en", "earthquakes")).isEqualTo(stem("en", "earthquake"));
  }

  @Test
  void cyrillicNamesReadAsTheyArePrintedAbroad() {
    assertThat(Fold.latin("Юрий Холмов")).isEqualTo(Fold.latin("Yury Kholmov"));
  }

  private static long stem(String language, String word) {
    var lexicon = Lexicon.all().getOrDefault(language, Lexicon.none());
    return lexicon.stem(Words.of(word), 0);
  }

  private static List<String> printed(String text) {
    var words = Words.of(text);
    return IntStream.range(0, words.size()).mapToObj(words::printed).toList();
  }
}
