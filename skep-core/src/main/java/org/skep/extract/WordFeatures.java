package org.skep.extract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.learn.FeatureNames;
import org.skep.learn.FeatureSink;

/**
 * Words: those of a short block, the phrases it shows, and those its elements are called by in
 * class and id.
 */
final class WordFeatures {
  private static final int VOCABULARY_WORDS_MAX = 14;
  private static final int WORD_CHARS_MAX = 20;
  private static final int[] NONE = {};

  private final Phrases phrases;
  private final FeatureNames.Group phrase;
  private final FeatureNames.Group phraseShort;
  private final FeatureNames.Group own;
  private final FeatureNames.Group above;
  private final FeatureNames.Group word;
  private final FeatureNames.Group firstWord;

  WordFeatures(FeatureNames names, Phrases phrases) {
    this.phrases = phrases;
    phrase = names.group("phrase");
    phraseShort = names.group("phrase-words");
    own = names.group("own");
    above = names.group("above");
    word = names.group("word");
    firstWord = names.group("first-word");
  }

  void add(Block block, FeatureSink active) {
    int found = block.said(phrases);
    for (int k = 0; found != 0; k++, found >>>= 1) {
      if ((found & 1) != 0) {
        active.add(phrase.id(k));
        active.add(
            phraseShort.id(k * 8 + Math.min(7, TagKinds.bin(block.words, TagKinds.WORD_BINS) / 2)));
      }
    }
    active.addAll(tokens(block.zone));
    vocabulary(block, active);
  }

  /** Its own class words, those up to the box, and those of everything around. */
  private int[] tokens(Zone zone) {
    int[] cached = zone.wordIds;
    if (cached != null) {
      return cached;
    }
    int[] around = zone.parent == null ? NONE : aboveTokens(zone.parent);
    int[] inner = NONE;
    int[] outer = NONE;
    int levels = 0;
    for (Zone at = zone; at != null && levels < 2; at = at.parent) {
      if (!at.tokens.isEmpty()) {
        inner = levels == 0 ? ownIds(at.called) : inner;
        outer = levels == 1 ? ownIds(at.called) : outer;
        levels++;
      }
    }
    int[] ids = Arrays.copyOf(around, around.length + inner.length + outer.length);
    System.arraycopy(inner, 0, ids, around.length, inner.length);
    System.arraycopy(outer, 0, ids, around.length + inner.length, outer.length);
    zone.wordIds = ids;
    return ids;
  }

  private int[] ownIds(ClassWords called) {
    int[] ids = called.ownIds;
    if (ids == null) {
      ids = idsOf(called, own);
      called.ownIds = ids;
    }
    return ids;
  }

  private int[] aboveIds(ClassWords called) {
    int[] ids = called.aboveIds;
    if (ids == null) {
      ids = idsOf(called, above);
      called.aboveIds = ids;
    }
    return ids;
  }

  private static int[] idsOf(ClassWords called, FeatureNames.Group group) {
    if (called.words.isEmpty()) {
      return NONE;
    }
    int[] ids = new int[called.words.size()];
    int size = 0;
    for (String word : called.words) {
      int id = group.id(word);
      if (id >= 0) {
        ids[size++] = id;
      }
    }
    return size == 0 ? NONE : Arrays.copyOf(ids, size);
  }

  /** From the outermost zone in, without recursion: hostile pages nest by the ten thousand. */
  private int[] aboveTokens(Zone zone) {
    int[] known = zone.aboveIds;
    if (known != null) {
      return known;
    }
    var open = new ArrayDeque<Zone>();
    for (Zone at = zone; at != null && at.aboveIds == null; at = at.parent) {
      open.push(at);
    }
    int[] ids = NONE;
    for (Zone at : open) {
      ids = withAbove(at, at.parent == null ? null : at.parent.aboveIds);
    }
    return ids;
  }

  private int[] withAbove(Zone zone, int @Nullable [] inherited) {
    int[] ids = inherited == null ? NONE : inherited;
    boolean root = zone.tag.equals("body") || zone.tag.equals("html");
    int[] own = root ? NONE : aboveIds(zone.called);
    int size = ids.length;
    for (int id : own) {
      if (!contains(ids, size, id)) {
        ids = size == ids.length ? Arrays.copyOf(ids, size + own.length) : ids;
        ids[size++] = id;
      }
    }
    ids = size == ids.length ? ids : Arrays.copyOf(ids, size);
    zone.aboveIds = ids;
    return ids;
  }

  private static boolean contains(int[] ids, int size, int id) {
    for (int i = 0; i < size; i++) {
      if (ids[i] == id) {
        return true;
      }
    }
    return false;
  }

  private void vocabulary(Block block, FeatureSink active) {
    if (block.words > VOCABULARY_WORDS_MAX) {
      return;
    }
    char[] text = block.text.toCharArray();
    boolean opening = true;
    int begin = -1;
    int hash = 0;
    boolean plain = true;
    for (int i = 0; i <= text.length; i++) {
      char c = i < text.length ? text[i] : ' ';
      if ((CharKinds.of(c) & CharKinds.LETTER) != 0) {
        begin = begin < 0 ? i : begin;
        plain &= c != '\u0130' && c != '\u03a3';
        char small = c < 128 ? (char) (c | 0x20) : Character.toLowerCase(c);
        hash = 31 * hash + small;
        text[i] = small;
      } else if (begin >= 0) {
        if (i - begin >= WORD_CHARS_MAX) {
          // too long to be a word that tells something
        } else if (plain) {
          active.add(word.id(text, begin, i, hash));
          if (opening) {
            active.add(firstWord.id(text, begin, i, hash));
          }
        } else {
          odd(block.text.substring(begin, i), opening, active);
        }
        opening = false;
        plain = true;
        begin = -1;
        hash = 0;
      }
    }
  }

  /** A word whose small letters depend on their place, or are more than its capitals. */
  private void odd(String text, boolean opening, FeatureSink active) {
    String lower = text.toLowerCase(Locale.ROOT);
    active.add(word.id(lower));
    if (opening) {
      active.add(firstWord.id(lower));
    }
  }
}
