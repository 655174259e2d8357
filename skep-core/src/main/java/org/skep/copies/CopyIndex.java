package org.skep.copies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The fingerprints and lineage of the articles in the window: the state of the copies stage. One
 * owner; not thread-safe. Bounds: {@link #DOCUMENTS_MAX} articles, the texts' 5-grams of the last
 * {@link #DETAILED_MAX} of them.
 */
public final class CopyIndex {
  /** Articles in the window. */
  static final int DOCUMENTS_MAX = 1_000_000;

  /** Articles whose 5-grams are kept; older ones compare by fingerprints alone. */
  static final int DETAILED_MAX = 40_000;

  static final int CANDIDATES_MAX = 16;

  /** What a 5-gram counts whose names stand in a wording everybody uses. */
  private static final float FRAME_LEAST = 0.1f;

  /**
   * An earlier article that shares fingerprints.
   *
   * @param shared how many
   * @param trusted epoch seconds of its publication, its outlet's clock put right
   * @param origin the article it was copied from, as its lineage was last drawn; {@code null} when
   *     it is an original or the text of that is forgotten
   */
  public record Candidate(Document document, int shared, long trusted, @Nullable Document origin) {}

  /**
   * What the index knows that concerns an article.
   *
   * @param weights what each 5-gram counts: 1, less when it stood in unrelated articles before
   * @param trusted epoch seconds of its publication, its outlet's clock put right
   * @param found best first, bounded
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Candidates(float[] weights, long trusted, List<Candidate> found) {}

  /** Of 5-grams. */
  final GramCounts counts;

  /** Of {@link Frames}. */
  final GramCounts frames;

  final PrintTable prints;
  final Clocks clocks;
  private final ArticleNumbers numbers = new ArticleNumbers();

  /** Of more than one article, or under the id of an article that has left. */
  private final Map<Long, List<Document>> groups = new HashMap<>();

  private final ArrayList<@Nullable Document> window = new ArrayList<>();
  private int oldest;

  /** Empty. */
  public CopyIndex() {
    this(new GramCounts(), new GramCounts(), new PrintTable(), new Clocks(), 0);
  }

  private CopyIndex(
      GramCounts counts, GramCounts frames, PrintTable prints, Clocks clocks, int oldest) {
    this.counts = counts;
    this.frames = frames;
    this.prints = prints;
    this.clocks = clocks;
    this.oldest = oldest;
  }

  /** Articles in the window. */
  public int size() {
    return window.size();
  }

  /**
   * Earlier articles that share fingerprints, those first that share rare ones: a sentence that
   * dozens use would else fill the list before the one article that was copied.
   */
  public Candidates lookup(CopyFeatures features) {
    var shared = new SharedPrints();
    var found = new int[PrintTable.SAME_MAX];
    for (long print : features.prints()) {
      int n = prints.find(print, oldest, found);
      for (int i = 0; i < n; i++) {
        shared.add(found[i], n);
      }
    }
    int least = features.prints().length < 6 ? 1 : 2;
    var candidates = new ArrayList<Candidate>();
    for (int number : shared.rarest(least, CANDIDATES_MAX, other -> other(features, other))) {
      Document document = Objects.requireNonNull(at(number));
      long trusted = clocks.trusted(document.features);
      candidates.add(new Candidate(document, shared.of(number), trusted, origin(document)));
    }
    return new Candidates(weights(features), clocks.trusted(features), List.copyOf(candidates));
  }

  /** Whether the number is that of another article that is still there. */
  private boolean other(CopyFeatures features, int number) {
    Document document = at(number);
    return document != null && document.features.article() != features.article();
  }

  private @Nullable Document origin(Document document) {
    Long id = document.origin();
    Document origin = id == null ? null : find(id);
    return origin == null || origin.features.grams().length == 0 ? null : origin;
  }

  float[] weights(CopyFeatures features) {
    int[] grams = features.grams();
    int[] around = Frames.of(features);
    var weights = new float[grams.length];
    for (int i = 0; i < grams.length; i++) {
      if (grams[i] != 0) {
        float frame = around[i] == 0 ? 1 : frameWeight(frames.count(around[i]));
        weights[i] = Math.min(weight(counts.count(grams[i])), frame);
      }
    }
    return weights;
  }

  /** The same wording around other names: never nothing, for the names may be its own. */
  private static float frameWeight(int articles) {
    return articles < 3 ? 1 : Math.max(FRAME_LEAST, 3f / (articles + 1));
  }

  /**
   * Three unrelated articles with the same five words: a stock phrase, or the site's own matter.
   */
  private static float weight(int articles) {
    return articles < 2 ? 1 : articles >= 8 ? 0 : 2f / (articles + 1);
  }

  @Nullable Document find(long article) {
    int number = numbers.get(article);
    return number < 0 ? null : at(number);
  }

  /** The articles of one lineage, in order of arrival unless it was united. */
  List<Document> group(long id) {
    var members = groups.get(id);
    if (members != null) {
      return members;
    }
    Document alone = find(id);
    return alone == null || alone.group != id ? List.of() : List.of(alone);
  }

  /** The groups of more than one article. */
  Map<Long, List<Document>> groups() {
    return groups;
  }

  @Nullable Document at(int number) {
    int i = number - oldest;
    return i < 0 || i >= window.size() ? null : window.get(i);
  }

  int nextNumber() {
    return oldest + window.size();
  }

  void add(Document document) {
    share(document);
    window.add(document);
    forget();
    numbers.put(document.features.article(), document.number);
    enter(document);
    for (long print : document.features.prints()) {
      prints.add(print, document.number, oldest);
    }
  }

  /** Every look at a candidate asks for its outlet's clock: one name is found sooner than many. */
  private void share(Document document) {
    document.features = document.features.sharing(clocks.shared(document.features.outlet()));
  }

  /** Old texts go first, then old articles. */
  private void forget() {
    Document old =
        window.size() > DETAILED_MAX ? window.get(window.size() - 1 - DETAILED_MAX) : null;
    if (old != null) {
      old.forgetText(clocks.shared(old.features.outlet()));
    }
    if (window.size() > DOCUMENTS_MAX + DOCUMENTS_MAX / 8) {
      int n = window.size() - DOCUMENTS_MAX;
      for (Document document : window.subList(0, n)) {
        if (document != null) {
          leave(document);
          numbers.remove(document.features.article());
        }
      }
      window.subList(0, n).clear();
      oldest += n;
    }
  }

  void move(Document document, long group) {
    leave(document);
    document.group = group;
    enter(document);
  }

  private void enter(Document document) {
    var members = groups.get(document.group);
    if (members != null) {
      members.add(document);
      return;
    }
    Document alone = find(document.group);
    if (alone != null && alone != document && alone.group == document.group) {
      groups.put(document.group, new ArrayList<>(List.of(alone, document)));
    } else if (document.group != document.features.article()) {
      groups.put(document.group, new ArrayList<>(List.of(document)));
    }
  }

  private void leave(Document document) {
    var members = groups.get(document.group);
    if (members != null) {
      members.remove(document);
      boolean alone = members.size() == 1 && members.get(0).features.article() == document.group;
      if (members.isEmpty() || alone) {
        groups.remove(document.group);
      }
    }
  }

  void remove(Document document) {
    leave(document);
    numbers.remove(document.features.article());
    window.set(document.number - oldest, null);
  }

  /** Writes the whole state. */
  public void snapshot(DataOutput out) throws IOException {
    out.writeInt(oldest);
    counts.snapshot(out);
    frames.snapshot(out);
    prints.snapshot(out);
    clocks.snapshot(out);
    out.writeInt(window.size());
    for (Document document : window) {
      out.writeBoolean(document != null);
      if (document != null) {
        CopySnapshot.write(out, document);
      }
    }
  }

  /** The state a snapshot was taken of. */
  public static CopyIndex restore(DataInput in) throws IOException {
    int oldest = in.readInt();
    var index =
        new CopyIndex(
            GramCounts.restore(in),
            GramCounts.restore(in),
            PrintTable.restore(in),
            Clocks.restore(in),
            oldest);
    for (int n = in.readInt(); n > 0; n--) {
      Document document = in.readBoolean() ? CopySnapshot.read(in) : null;
      index.window.add(document);
      if (document != null) {
        index.share(document);
        index.numbers.put(document.features.article(), document.number);
        index.enter(document);
      }
    }
    return index;
  }
}
