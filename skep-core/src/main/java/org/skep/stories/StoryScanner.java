package org.skep.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.skep.model.Article;
import org.skep.text.Fold;
import org.skep.text.Hash64;
import org.skep.text.Lexicon;
import org.skep.text.Words;

/**
 * Turns an article into {@link StoryFeatures}: one pass over the headline and one over the first
 * {@link #WORDS_MAX} words. Pure and thread-safe. A name is a run of capitalised words that do not
 * merely begin a sentence; in a headline with most words capitalised, capitals mean nothing.
 */
final class StoryScanner {
  static final int WORDS_MAX = 700;
  private static final int LEAD_WORDS = 60;
  private static final int NAMES_MAX = 24;
  private static final double TITLE_CASE = 0.6;

  private final Map<String, Lexicon> lexicons = Lexicon.all();
  private final Lexicon none = Lexicon.none();
  private final Countries countries = new Countries();

  StoryFeatures scan(Article article) {
    var title = Words.of(article.title());
    var text = Words.of(article.text());
    String language = article.language();
    var bag = new TermBag(Hash64.of(language), lexicons.getOrDefault(language, none), countries);
    boolean titled = titleCase(title, bag.lexicon);
    bag.scan(title, 0, title.size(), StoryFeatures.TITLE, !titled);
    int size = Math.min(text.size(), WORDS_MAX);
    int lead = Math.min(size, LEAD_WORDS);
    bag.scan(text, 0, lead, StoryFeatures.LEAD, true);
    bag.scan(text, lead, size, 0, true);
    return bag.features(article, text.size(), roundup(text, size, bag.lexicon));
  }

  private static boolean titleCase(Words title, Lexicon lexicon) {
    int long_ = 0;
    int capital = 0;
    for (int i = 1; i < title.size(); i++) {
      if (!title.number(i) && !title.pair(i) && !lexicon.stops(title, i)) {
        long_++;
        capital += title.capital(i) ? 1 : 0;
      }
    }
    return long_ > 2 && capital > long_ * TITLE_CASE;
  }

  /** Four paragraphs or more of which no two neighbours share a name. */
  private static boolean roundup(Words text, int size, Lexicon lexicon) {
    int paragraphs = 0;
    int linked = 0;
    List<Long> before = List.of();
    int begin = 0;
    while (begin < size) {
      int end = begin + 1;
      while (end < size && !text.beginsParagraph(end)) {
        end++;
      }
      var names = new ArrayList<Long>();
      for (int i = begin; i < end; i++) {
        boolean name = text.capital(i) && !text.beginsSentence(i);
        if ((name || text.number(i)) && !lexicon.stops(text, i)) {
          names.add(text.hash(i));
        }
      }
      if (names.size() >= 2) {
        paragraphs++;
        linked += before.stream().anyMatch(names::contains) ? 1 : 0;
        before = names;
      }
      begin = end;
    }
    return paragraphs >= 4 && linked == 0;
  }

  /** Terms being gathered: an open-addressing table that only ever grows. */
  private static final class TermBag {
    private final long salt;
    private final Lexicon lexicon;
    private final Countries countries;
    private int[] keys = new int[256];
    private float[] counts = new float[256];
    private byte[] marks = new byte[256];
    private int size;
    private final int[] cross = new int[128];
    private int crossSize;
    private final List<String> names = new ArrayList<>();
    private final int[] nameTerms = new int[NAMES_MAX];

    TermBag(long salt, Lexicon lexicon, Countries countries) {
      this.countries = countries;
      this.salt = salt;
      this.lexicon = lexicon;
    }

    void scan(Words words, int from, int to, int place, boolean capitals) {
      for (int i = from; i < to; i++) {
        if (words.number(i)) {
          number(words, i, to, place);
        } else if (!lexicon.stops(words, i) && words.end(i) - words.begin(i) > 1) {
          long stem = lexicon.stem(words, i);
          boolean name = capitals && name(words, i);
          add(term(stem), 1, place | (name ? StoryFeatures.NAME : 0));
          if (name) {
            name(words, i, to, stem, place);
          }
        }
      }
    }

    private static boolean name(Words words, int i) {
      if (!words.capital(i) || words.end(i) - words.begin(i) < 2) {
        return false;
      }
      return !words.beginsSentence(i)
          || (words.touchesNext(i) && words.capital(i + 1) && !words.number(i + 1));
    }

    private void name(Words words, int i, int to, long stem, int place) {
      if (place != 0) {
        long country = countries.key(words.hash(i));
        cross(country != 0 ? country : Hash64.of(Fold.latin(words.printed(i))));
      }
      boolean pair = i + 1 < to && words.touchesNext(i) && words.capital(i + 1);
      if (pair && !lexicon.stops(words, i + 1)) {
        int full = term(Hash64.of(stem, lexicon.stem(words, i + 1)));
        add(full, 1, place | StoryFeatures.FULL);
        remember(words.text().substring(words.begin(i), words.end(i + 1)), full);
      } else if (words.end(i) - words.begin(i) > 2) {
        remember(words.printed(i), term(stem));
      }
    }

    private void remember(String name, int term) {
      if (names.size() < NAMES_MAX && !names.contains(name)) {
        nameTerms[names.size()] = term;
        names.add(name);
      }
    }

    /** The number, the number with what it counts, and that alone. */
    private void number(Words words, int i, int to, int place) {
      long value = value(words.printed(i));
      boolean plain = words.end(i) - words.begin(i) > 1;
      if (plain) {
        add(term(value), 1, place);
      }
      int next = i + 1;
      while (next < to && next < i + 3 && lexicon.stops(words, next)) {
        next++;
      }
      if (next < to && !words.number(next) && !words.beginsSentence(next)) {
        long unit = lexicon.stem(words, next);
        add(term(Hash64.of(value, unit)), 1, place | StoryFeatures.NUMBER);
        add(term(Hash64.of(7, unit)), 1, place | StoryFeatures.UNIT);
      }
      if (place != 0 && words.end(i) - words.begin(i) > 2) {
        cross(value);
      }
    }

    /** 1,234.5 and 1.234,5 are one number; three digits after the only mark are thousands. */
    private static long value(String printed) {
      int last = Math.max(printed.lastIndexOf('.'), printed.lastIndexOf(','));
      boolean decimals = last > 0 && printed.length() - last - 1 != 3;
      var plain = new StringBuilder(printed.length());
      for (int i = 0; i < printed.length(); i++) {
        char c = printed.charAt(i);
        if (Character.isLetterOrDigit(c)) {
          plain.append(Fold.fold(c));
        } else if (c != '.' && c != ',') {
          plain.append('-');
        } else if (i == last && decimals) {
          plain.append('.');
        }
      }
      return Hash64.of(plain);
    }

    private int term(long hash) {
      int term = (int) Hash64.mix(hash ^ salt);
      return term == 0 ? 1 : term;
    }

    private void cross(long key) {
      if (crossSize < cross.length) {
        cross[crossSize++] = (int) key;
      }
    }

    private void add(int term, float count, int mark) {
      int i = ((term * 0x9e3779b9) >>> 4) & (keys.length - 1);
      while (keys[i] != 0 && keys[i] != term) {
        i = (i + 1) & (keys.length - 1);
      }
      if (keys[i] == 0) {
        keys[i] = term;
        size++;
      }
      counts[i] += count;
      marks[i] |= (byte) mark;
      if (size * 2 > keys.length) {
        grow();
      }
    }

    private void grow() {
      int[] oldKeys = keys;
      float[] oldCounts = counts;
      byte[] oldMarks = marks;
      keys = new int[oldKeys.length * 2];
      counts = new float[keys.length];
      marks = new byte[keys.length];
      size = 0;
      for (int i = 0; i < oldKeys.length; i++) {
        if (oldKeys[i] != 0) {
          add(oldKeys[i], oldCounts[i], oldMarks[i]);
        }
      }
    }

    StoryFeatures features(Article article, int words, boolean roundup) {
      var order = new long[size];
      int n = 0;
      for (int i = 0; i < keys.length; i++) {
        if (keys[i] != 0) {
          order[n++] = (long) keys[i] << 32 | i;
        }
      }
      Arrays.sort(order);
      var terms = new int[n];
      var weights = new float[n];
      var kinds = new byte[n];
      for (int j = 0; j < n; j++) {
        int i = (int) order[j];
        terms[j] = keys[i];
        weights[j] = 1 + (float) Math.log(counts[i]);
        kinds[j] = marks[i];
      }
      int[] crossKeys = Arrays.stream(cross, 0, crossSize).distinct().sorted().toArray();
      return new StoryFeatures(
          article.id(),
          (int) Hash64.of(article.outlet()),
          article.language(),
          article.dated().getEpochSecond(),
          words,
          terms,
          weights,
          kinds,
          crossKeys,
          List.copyOf(names),
          Arrays.copyOf(nameTerms, names.size()),
          roundup);
    }
  }
}
