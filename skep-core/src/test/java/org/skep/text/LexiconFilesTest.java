package org.skep.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.skep.copies.CreditFinder;
import org.skep.people.People;

class LexiconFilesTest {
  @Test
  void everyListIsFoldedSortedAndWithoutDuplicates() {
    for (String code : Locale.getISOLanguages()) {
      check(Lexicon.class, "/language/" + code + "/endings.txt");
      check(Lexicon.class, "/language/" + code + "/common-words.txt");
    }
    check(CreditFinder.class, "credits.txt");
    check(People.class, "no-names.txt");
    check(People.class, "particles.txt");
    check(People.class, "titles.txt");
  }

  private static void check(Class<?> beside, String file) {
    if (beside.getResource(file) == null) {
      return;
    }
    var lines = TextLines.of(beside, file);
    assertThat(lines).as(file).isNotEmpty().isEqualTo(new ArrayList<>(new TreeSet<>(lines)));
    assertThat(lines).as(file).allSatisfy(line -> assertThat(Fold.fold(line)).isEqualTo(line));
  }
}
