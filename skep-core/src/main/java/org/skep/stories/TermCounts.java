package org.skep.stories;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.skep.text.Hash64;

/**
 * In how many recent articles a term stood, per language (terms are salted with it). What a story
 * already had counts {@link #AGAIN} only: told by a hundred outlets, it would make its own names
 * look common. Counts decay with a half-life of {@link #HALF_LIFE_DAYS} days by letting later
 * articles count more. Bounded: at {@link #TERMS_MAX} terms the rarest go.
 */
final class TermCounts {
  static final int HALF_LIFE_DAYS = 30;
  static final int TERMS_MAX = 1 << 22;
  private static final float AGAIN = 0.3f;
  private static final double SMOOTH = 8;
  private static final double UNSEEN = 0.7;
  private static final double TOO_BIG = 1e6;

  private final UsualWords usual;
  private int[] terms = new int[1 << 12];
  private float[] counts = new float[1 << 12];
  private int used;
  private final Map<String, Double> articles = new TreeMap<>();
  private long since = Long.MIN_VALUE;

  TermCounts(UsualWords usual) {
    this.usual = usual;
  }

  /**
   * @param known terms of the story it belongs to, ascending; none for one that begins a story
   */
  void add(StoryFeatures features, int[] known) {
    add(features.language(), features.seconds(), features.terms(), known);
  }

  void add(String language, long seconds, int[] of, int[] known) {
    if (since == Long.MIN_VALUE) {
      since = seconds;
    }
    double worth = Math.pow(2, (seconds - since) / (86_400.0 * HALF_LIFE_DAYS));
    if (worth > TOO_BIG) {
      rescale(worth);
      since = seconds;
      worth = 1;
    }
    float add = (float) Math.max(worth, 1 / TOO_BIG);
    float again = add * AGAIN;
    articles.merge(language, (double) (known.length == 0 ? add : again), Double::sum);
    int k = 0;
    for (int term : of) {
      while (k < known.length && known[k] < term) {
        k++;
      }
      add(term, k < known.length && known[k] == term ? again : add);
    }
  }

  /** Inverse document frequency of each term, at least 0. */
  float[] idf(StoryFeatures features) {
    return idf(features.language(), features.seconds(), features.terms());
  }

  float[] idf(String language, long seconds, int[] of) {
    double unit = unit(seconds);
    double all = all(language, unit);
    boolean usually = usual.articles(language) > 0; // else a look would miss its table, each time
    var idf = new float[of.length];
    for (int i = 0; i < idf.length; i++) {
      double count = count(of[i]) / unit + (usually ? usual.count(of[i]) : 0);
      idf[i] = (float) Math.max(0, Math.log(all / (count + UNSEEN)));
    }
    return idf;
  }

  /** The frequency a term has that was never met. */
  float idfMax(StoryFeatures features) {
    return (float) Math.log(all(features.language(), unit(features.seconds())) / UNSEEN);
  }

  private double all(String language, double unit) {
    return articles.getOrDefault(language, 0.0) / unit + SMOOTH + usual.articles(language);
  }

  /** What one article of now would add: counts are read in that unit. */
  private double unit(long seconds) {
    if (since == Long.MIN_VALUE) {
      return 1;
    }
    double worth = Math.pow(2, (seconds - since) / (86_400.0 * HALF_LIFE_DAYS));
    return Math.min(TOO_BIG, Math.max(worth, 1 / TOO_BIG));
  }

  private float count(int term) {
    int i = place(term);
    while (terms[i] != 0) {
      if (terms[i] == term) {
        return counts[i];
      }
      i = (i + 1) & (terms.length - 1);
    }
    return 0;
  }

  private void add(int term, float count) {
    int i = place(term);
    while (terms[i] != 0 && terms[i] != term) {
      i = (i + 1) & (terms.length - 1);
    }
    if (terms[i] == 0) {
      terms[i] = term;
      used++;
    }
    counts[i] += count;
    if (used * 2L > terms.length) {
      rebuild();
    }
  }

  private int place(int term) {
    return (int) (Hash64.mix(term) >>> 8) & (terms.length - 1);
  }

  private void rebuild() {
    int[] oldTerms = terms;
    float[] oldCounts = counts;
    boolean full = used >= TERMS_MAX;
    float least = full ? median(oldCounts) : 0;
    terms = new int[full ? oldTerms.length : oldTerms.length * 2];
    counts = new float[terms.length];
    used = 0;
    for (int i = 0; i < oldTerms.length; i++) {
      if (oldTerms[i] != 0 && oldCounts[i] > least) {
        add(oldTerms[i], oldCounts[i]);
      }
    }
  }

  /** A sample's median is enough to halve the table. */
  private static float median(float[] counts) {
    var sample = new float[4096];
    int n = 0;
    for (int i = 0; i < counts.length && n < sample.length; i += 7) {
      if (counts[i] > 0) {
        sample[n++] = counts[i];
      }
    }
    java.util.Arrays.sort(sample, 0, n);
    return n == 0 ? 0 : sample[n / 2];
  }

  private void rescale(double by) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = (float) (counts[i] / by);
    }
    articles.replaceAll((language, count) -> count / by);
  }

  void snapshot(DataOutput out) throws IOException {
    out.writeLong(since);
    out.writeInt(articles.size());
    for (var entry : articles.entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeDouble(entry.getValue());
    }
    out.writeInt(terms.length);
    out.writeInt(used);
    for (int i = 0; i < terms.length; i++) {
      out.writeInt(terms[i]);
      if (terms[i] != 0) {
        out.writeFloat(counts[i]);
      }
    }
  }

  static TermCounts restore(DataInput in, UsualWords usual) throws IOException {
    var restored = new TermCounts(usual);
    restored.since = in.readLong();
    for (int n = in.readInt(); n > 0; n--) {
      restored.articles.put(in.readUTF(), in.readDouble());
    }
    restored.terms = new int[in.readInt()];
    restored.counts = new float[restored.terms.length];
    restored.used = in.readInt();
    for (int i = 0; i < restored.terms.length; i++) {
      restored.terms[i] = in.readInt();
      if (restored.terms[i] != 0) {
        restored.counts[i] = in.readFloat();
      }
    }
    return restored;
  }
}
