package org.skep.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.skep.model.Dropped;

/**
 * Words that give boilerplate away ("sign up to our", "Lesen Sie auch"), by class, from one sorted
 * text file per language: {@code class TAB where TAB phrase}, where is start, whole or any. All
 * languages are known at once, since a page's furniture is not always in the language of its text.
 * Immutable and thread-safe.
 */
final class Phrases {
  /** The languages with a file in resources/org/skep/extract/phrases. */
  static final List<String> LANGUAGES =
      List.of("ar", "de", "en", "es", "fr", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "zh");

  /** Classes by the number their bit has. */
  static final List<Dropped.Kind> KINDS = List.of(Dropped.Kind.values());

  /** Ideographs are words of their own. */
  private static final int WORDS_MAX = 16;

  private static final int LOOK_AT_MAX = 48;
  private static final int START = 1;
  private static final int WHOLE = 2;
  private static final int ANY = 4;

  /** Run of words to the classes it means, 16 bits for each place. */
  private final WordTable places = new WordTable(4096);

  /** First words of phrases: most words of a page are none. */
  private final WordTable openings = new WordTable(2048);

  /** A bit for each opening's hash, small enough to stay near: settles most words. */
  private final long[] mayOpen = new long[1 << 10];

  private Phrases() {}

  static Phrases load() {
    var phrases = new Phrases();
    for (String language : LANGUAGES) {
      for (String line : lines("phrases/" + language + ".txt")) {
        phrases.add(line);
      }
    }
    return phrases;
  }

  static List<String> lines(String resource) {
    try (var in = Phrases.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  private void add(String line) {
    String[] fields = line.split("\t");
    if (fields.length != 3) {
      throw new IllegalStateException("phrase " + line + ": expected class, place, words");
    }
    int place =
        switch (fields[1]) {
          case "start" -> START;
          case "whole" -> WHOLE;
          case "any" -> ANY;
          default -> throw new IllegalStateException("phrase " + line + ": no such place");
        };
    long bits = 0;
    for (Dropped.Kind kind : Dropped.Kind.values()) {
      if (kind.label().equals(fields[0])) {
        bits = 1L << (KINDS.indexOf(kind) + 16 * (place >> 1));
      }
    }
    long[] words = WordHashes.of(fields[2]);
    if (bits == 0 || words.length == 0 || words.length > WORDS_MAX) {
      throw new IllegalStateException("phrase " + line + ": no such class, or too many words");
    }
    long run = WordHashes.join(words, 0, words.length);
    places.put(run, places.get(run) | bits);
    openings.put(words[0], Math.max(openings.get(words[0]), words.length));
    mayOpen[bit(words[0]) >>> 6] |= 1L << bit(words[0]);
  }

  private static int bit(long word) {
    return (int) ((word * 0x9e3779b97f4a7c15L) >>> 48);
  }

  private int longest(long opening) {
    int bit = bit(opening);
    return (mayOpen[bit >>> 6] & (1L << bit)) == 0 ? 0 : (int) openings.get(opening);
  }

  /** The classes whose phrases the words show, as bits 1 &lt;&lt; kind. */
  int match(long[] words) {
    int limit = Math.min(words.length, LOOK_AT_MAX);
    long found = 0;
    for (int begin = 0; begin < limit; begin++) {
      int longest = longest(words[begin]);
      long run = WordHashes.start();
      for (int end = begin; end < Math.min(words.length, begin + longest); end++) {
        run = WordHashes.then(run, words[end]);
        long hit = places.get(run);
        if (hit != 0) {
          boolean whole = begin == 0 && end == words.length - 1;
          found |= hit >>> 32 & 0xffff;
          found |= begin == 0 ? hit & 0xffff : 0;
          found |= whole ? hit >>> 16 & 0xffff : 0;
        }
      }
    }
    return (int) found;
  }

  /** Whether the words show this class. */
  boolean matches(long[] words, Dropped.Kind kind) {
    return (match(words) & (1 << KINDS.indexOf(kind))) != 0;
  }

  /** How many of the words, from {@code begin}, are a phrase of this class; 0 for none. */
  int lengthAt(long[] words, int begin, Dropped.Kind kind) {
    long run = WordHashes.start();
    int longest = 0;
    int limit = begin < words.length ? begin + longest(words[begin]) : begin;
    for (int end = begin; end < Math.min(words.length, limit); end++) {
      run = WordHashes.then(run, words[end]);
      long hit = places.get(run);
      if (hit != 0) {
        long all = hit | hit >>> 16 | hit >>> 32;
        if ((all >>> KINDS.indexOf(kind) & 1) != 0) {
          longest = end - begin + 1;
        }
      }
    }
    return longest;
  }
}
