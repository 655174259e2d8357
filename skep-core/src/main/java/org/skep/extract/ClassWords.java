package org.skep.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;

/**
 * The words an element is called by in class, id, itemprop, role and data-testid. A page repeats a
 * hundred classes on thousands of elements: elements of the same class share one of these, and what
 * follows from the words alone is found once. Used by one page.
 */
final class ClassWords {
  static final ClassWords NONE = new ClassWords(List.of());

  private static final int WORDS_MAX = 12;
  private static final int WORD_CHARS_MAX = 24;

  /** In lower case, each once. */
  final List<String> words;

  final int hash;

  /** Cached feature numbers of the words as an element's own, see {@link WordFeatures}. */
  int @Nullable [] ownIds;

  /** Cached feature numbers of the words as those of an element around. */
  int @Nullable [] aboveIds;

  private ClassWords(List<String> words) {
    this.words = words;
    this.hash = words.hashCode();
  }

  /** "entry-content postBody2" gives entry, content, post, body. */
  private static void split(String names, List<String> into) {
    int begin = -1;
    for (int i = 0; i <= names.length() && into.size() < WORDS_MAX; i++) {
      char c = i < names.length() ? names.charAt(i) : ' ';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      boolean camel =
          begin >= 0
              && c >= 'A'
              && c <= 'Z'
              && i > begin
              && Character.isLowerCase(names.charAt(i - 1));
      if (begin >= 0 && (!letter || camel)) {
        if (i - begin > 1 && i - begin <= WORD_CHARS_MAX) {
          String word = names.substring(begin, i).toLowerCase(Locale.ROOT);
          if (!into.contains(word)) {
            into.add(word);
          }
        }
        begin = -1;
      }
      if (letter && begin < 0) {
        begin = i;
      }
    }
  }

  /** The words of a page's classes, each class once. */
  static final class Pool {
    private final Map<String, ClassWords> known = new HashMap<>();

    /** The words of this element. */
    ClassWords of(Element element) {
      String names = "";
      boolean only = true;
      for (int i = 0; i < element.attributeCount(); i++) {
        switch (element.attributeName(i)) {
          case "class" -> names = element.attributeValue(i);
          case "id", "itemprop", "role", "data-testid" -> only = false;
          default -> {}
        }
      }
      if (!only) {
        return all(element);
      }
      return names.isEmpty() ? NONE : known.computeIfAbsent(names, Pool::one);
    }

    private static ClassWords one(String names) {
      var words = new ArrayList<String>(4);
      split(names, words);
      return words.isEmpty() ? NONE : new ClassWords(words);
    }

    private static ClassWords all(Element element) {
      var words = new ArrayList<String>(4);
      for (String name : new String[] {"class", "id", "itemprop", "role", "data-testid"}) {
        split(element.attr(name), words);
      }
      return words.isEmpty() ? NONE : new ClassWords(words);
    }
  }
}
