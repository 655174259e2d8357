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
    int[] cached = zone.ownIds;
    if (cached != null) {
      return cached;
    }
    var active = new ActiveFeatures();
    int[] inherited = zone.parent == null ? new int[0] : aboveTokens(zone.parent);
    active.addAll(inherited);
    int levels = 0;
    for (Zone at = zone; at != null && levels < 2; at = at.parent) {
      for (String token : at.tokens) {
        active.add(own.id(token));
      }
      levels += at.tokens.isEmpty() ? 0 : 1;
    }
    int[] ids = active.toArray();
    zone.ownIds = ids;
    return ids;
  }

  /** From the outermost zone in, without recursion: hostile pages nest by the ten thousand. */
  private int[] aboveTokens(Zone zone) {
    var open = new ArrayDeque<Zone>();
    for (Zone at = zone; at != null && at.aboveIds == null; at = at.parent) {
      open.push(at);
    }
    int[] ids = zone.aboveIds == null ? new int[0] : zone.aboveIds;
    for (Zone at : open) {
      ids = withAbove(at, at.parent == null ? null : at.parent.aboveIds);
    }
    return ids;
  }

  private int[] withAbove(Zone zone, int @Nullable [] inherited) {
    int[] ids = inherited == null ? new int[0] : inherited;
    for (String token : zone.tokens) {
      int id = zone.tag.equals("body") || zone.tag.equals("html") ? -1 : above.id(token);
      if (id >= 0 && !contains(ids, id)) {
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
    String text = block.text;
    boolean opening = true;
    int begin = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && begin < 0) {
        begin = i;
      } else if (!letter && begin >= 0) {
        if (i - begin < 20) {
          String token = text.substring(begin, i).toLowerCase(Locale.ROOT);
          active.add(word.id(token));
          if (opening) {
            active.add(firstWord.id(token));
          }
        }
        opening = false;
        begin = -1;
      }
    }
  }
}
