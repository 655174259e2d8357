package org.skep.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.skep.model.Article;
import org.skep.text.Fold;
import org.skep.text.TextLines;
import org.skep.text.Words;

/**
 * The last door before a string becomes a person's name: buttons of a page, sentences and pieces of
 * a headline stay outside. Pure, thread-safe; linear in the text, which it reads only for a name
 * that stands in the headline alone. Weak: a headline's two words both written large in the text.
 */
final class NameGuard {
  private static final int WORDS_MAX = 7;
  private static final int HEADLINE_WORDS_MAX = 3;
  private static final String NEVER_IN_NAMES = "?!:;|…<>{}[]=";
  private static final String ANY_REST = " *";

  private final Set<String> particles = Set.copyOf(TextLines.of(NameGuard.class, "particles.txt"));
  private final Set<String> lines;
  private final List<String> beginnings;

  NameGuard() {
    var known = TextLines.of(NameGuard.class, "no-names.txt");
    lines = known.stream().map(NameGuard::whole).collect(Collectors.toUnmodifiableSet());
    beginnings =
        known.stream()
            .filter(line -> line.endsWith(ANY_REST))
            .map(line -> whole(line) + " ")
            .toList();
  }

  private static String whole(String line) {
    return Fold.fold(line.replace(ANY_REST, "")).strip();
  }

  /** Whether this may be what somebody is called in that article. */
  boolean admits(String name, Article article) {
    List<String> words = List.of(name.strip().split("\\s+", -1));
    return words.size() <= WORDS_MAX
        && name.chars().noneMatch(c -> NEVER_IN_NAMES.indexOf(c) >= 0)
        && !isButton(name)
        && !isSentence(words)
        && !isHeadline(name, words, article);
  }

  private boolean isButton(String name) {
    String folded = Fold.fold(name).strip();
    return lines.contains(folded) || beginnings.stream().anyMatch(folded::startsWith);
  }

  /** "Harbour closed for Holm": small words other than those names are made with. */
  private boolean isSentence(List<String> words) {
    return Character.isUpperCase(words.get(0).codePointAt(0))
        && words.stream().anyMatch(word -> isSmall(word) && !particles.contains(word));
  }

  private static boolean isSmall(String word) {
    return word.codePoints().anyMatch(Character::isLowerCase)
        && word.codePoints().noneMatch(Character::isUpperCase);
  }

  /** "Holm Resigns": only the headline has it, and the text writes a word of it small. */
  private static boolean isHeadline(String name, List<String> words, Article article) {
    if (words.size() < 2 || !article.title().contains(name) || article.text().contains(name)) {
      return false;
    }
    var small = smallWords(article.text());
    return words.size() > HEADLINE_WORDS_MAX
        || words.stream().map(Fold::fold).anyMatch(small::contains);
  }

  private static Set<String> smallWords(String text) {
    Words words = Words.of(text);
    return IntStream.range(0, words.size())
        .mapToObj(words::printed)
        .filter(NameGuard::isSmall)
        .map(Fold::fold)
        .collect(Collectors.toUnmodifiableSet());
  }
}
