package org.skep.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.skep.html.Element;
import org.skep.model.Dropped;

/**
 * The words an element is called by in class, id, itemprop, role and data-testid. A page repeats a
 * hundred classes on thousands of elements: elements of the same class share one of these, and what
 * follows from the words alone is found once. Used by one page.
 */
final class ClassWords {
  static final ClassWords NONE = new ClassWords(List.of());

  private static final int WORDS_MAX = 12;
  private static final int WORD_CHARS_MAX = 24;
  private static final String[] BESIDES_CLASS = {"id", "itemprop", "role", "data-testid"};

  /** In lower case, each once. */
  final List<String> words;

  final int hash;

  /** Cached feature numbers of the words as an element's own, see {@link WordFeatures}. */
  int @Nullable [] ownIds;

  /** Cached feature numbers of the words as those of an element around. */
  int @Nullable [] aboveIds;

  private final int marks;
  private Dropped.@Nullable Kind kind;
  private boolean kindKnown;

  private ClassWords(List<String> words) {
    this.words = words;
    this.hash = words.hashCode();
    this.marks = ClassMarks.of(words);
  }

  /** Whether its words say this of {@link ClassMarks}. */
  boolean is(int mark) {
    return (marks & mark) != 0;
  }

  /** The class of boilerplate the first of its words is that is any; looked up once. */
  Dropped.@Nullable Kind kind(Map<String, Dropped.Kind> kinds) {
    if (!kindKnown) {
      for (int i = 0; i < words.size() && kind == null; i++) {
        kind = kinds.get(words.get(i));
      }
      kindKnown = true;
    }
    return kind;
  }

  /** The words of a page's classes, each class once. */
  static final class Pool {
    private static final int SLOTS = 1 << 10;
    private final Map<String, ClassWords> known = new HashMap<>();

    /** Words seen, by their hash; a later word takes the place of an earlier one. */
    private final @Nullable String[] seen = new String[SLOTS];

    private final char[] word = new char[WORD_CHARS_MAX];
    private final List<String> gathered = new ArrayList<>(WORDS_MAX);

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
      ClassWords classes = names.isEmpty() ? NONE : ofClass(names);
      return only ? classes : withOthers(classes, element);
    }

    private ClassWords ofClass(String names) {
      ClassWords words = known.get(names);
      if (words == null) {
        gathered.clear();
        split(names, gathered);
        words = gathered.isEmpty() ? NONE : new ClassWords(new ArrayList<>(gathered));
        known.put(names, words);
      }
      return words;
    }

    /** The words of the class, and behind them those of everything else it is called by. */
    private ClassWords withOthers(ClassWords classes, Element element) {
      gathered.clear();
      gathered.addAll(classes.words);
      for (String name : BESIDES_CLASS) {
        split(element.attr(name), gathered);
      }
      return gathered.size() == classes.words.size()
          ? classes
          : new ClassWords(new ArrayList<>(gathered));
    }

    /** "entry-content postBody2" gives entry, content, post, body. */
    private void split(String names, List<String> into) {
      int length = 0;
      int hash = 0;
      boolean small = false;
      for (int i = 0; i <= names.length() && into.size() < WORDS_MAX; i++) {
        char c = i < names.length() ? names.charAt(i) : ' ';
        boolean capital = c >= 'A' && c <= 'Z';
        boolean letter = capital || (c >= 'a' && c <= 'z');
        if (length > 0 && (!letter || (capital && small))) {
          if (length > 1 && length <= WORD_CHARS_MAX) {
            add(length, hash, into);
          }
          length = 0;
          hash = 0;
        }
        small = letter && !capital;
        if (letter) {
          char lower = (char) (c | 0x20);
          if (length < WORD_CHARS_MAX) {
            word[length] = lower;
          }
          hash = 31 * hash + lower;
          length++;
        }
      }
    }

    private void add(int length, int hash, List<String> into) {
      int slot = (hash ^ hash >>> 10) & SLOTS - 1;
      String known = seen[slot];
      if (known == null || known.hashCode() != hash || !isWord(known, length)) {
        known = new String(word, 0, length);
        seen[slot] = known;
      }
      if (!into.contains(known)) {
        into.add(known);
      }
    }

    private boolean isWord(String known, int length) {
      if (known.length() != length) {
        return false;
      }
      for (int i = 0; i < length; i++) {
        if (known.charAt(i) != word[i]) {
          return false;
        }
      }
      return true;
    }
  }
}
