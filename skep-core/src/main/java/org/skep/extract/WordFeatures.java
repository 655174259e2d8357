package org.skep.extract;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.skep.learn.ActiveFeatures;
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
    var active = new ActiveFeatures();
    active.addAll(zone.parent == null ? NONE : aboveTokens(zone.parent));
    int levels = 0;
    for (Zone at = zone; at != null && levels < 2; at = at.parent) {
      active.addAll(ownIds(at.called));
      levels += at.tokens.isEmpty() ? 0 : 1;
    }
    int[] ids = active.toArray();
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
    var active = new ActiveFeatures();
    for (String word : called.words) {
      active.add(group.id(word));
    }
    return active.toArray();
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
    for (int id : root ? NONE : aboveIds(zone.called)) {
      if (!contains(ids, id)) {
        ids = Arrays.copyOf(ids, ids.length + 1);
        ids[ids.length - 1] = id;
      }
    }
    zone.aboveIds = ids;
    return ids;
  }

  private static boolean contains(int[] ids, int id) {
    for (int one : ids) {
      if (one == id) {
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
    boolean plain = true;
    for (int i = 0; i <= text.length; i++) {
      char c = i < text.length ? text[i] : ' ';
      if (Character.isLetter(c)) {
        begin = begin < 0 ? i : begin;
        plain &= c != '\u0130' && c != '\u03a3';
        text[i] = Character.toLowerCase(c);
      } else if (begin >= 0) {
        if (i - begin < WORD_CHARS_MAX) {
          char[] lower = plain ? text : lower(block.text, begin, i);
          int from = plain ? begin : 0;
          int to = plain ? i : lower.length;
          active.add(word.id(lower, from, to));
          if (opening) {
            active.add(firstWord.id(lower, from, to));
          }
        }
        opening = false;
        plain = true;
        begin = -1;
      }
    }
  }

  /** A word whose small letters depend on their place, or are more than its capitals. */
  private static char[] lower(String text, int begin, int end) {
    return text.substring(begin, end).toLowerCase(Locale.ROOT).toCharArray();
  }
}
