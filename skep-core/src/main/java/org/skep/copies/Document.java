package org.skep.copies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.skep.model.Codec;
import org.skep.model.Copy;
import org.skep.text.Stored;

/** One article in the index; what it holds is the index's alone. */
public final class Document {
  /** Matches kept with one article. */
  static final int MATCHES_MAX = 6;

  /** And with one whose text is forgotten. */
  private static final int MATCHES_OLD_MAX = 2;

  private static final float[] NO_WEIGHTS = {};

  final int number;
  CopyFeatures features;

  /** What each 5-gram counted when it arrived. */
  float[] weights;

  /** With earlier articles of its group, the one that brought it there first. */
  final List<Match> matches = new ArrayList<>(0);

  /** How many it has. */
  final int words;

  /** Fingerprints it has in the table. */
  final int prints;

  /** The other source of a stitched article; -1 for none. */
  int second = -1;

  long group;

  /** The row last given out, and what of it is known when it is forgotten. */
  private @Nullable Copy row;

  /** The place the row was written from, to save writing the same one again. */
  private @Nullable Place place;

  private long rowGroup;
  private @Nullable Long rowOrigin;

  Document(int number, CopyFeatures features, float[] weights, long group, int prints) {
    this.words = features.words().length;
    this.prints = prints;
    this.number = number;
    this.features = features;
    this.weights = weights;
    this.group = group;
  }

  /**
   * What is left finds it by its fingerprints and knows its place in the lineage.
   *
   * @param outlet the same name, shared by all of its articles
   */
  void forgetText(String outlet) {
    features = features.withoutText(outlet);
    weights = NO_WEIGHTS;
    row = null;
    place = null;
    if (matches.size() > MATCHES_OLD_MAX) {
      matches.subList(MATCHES_OLD_MAX, matches.size()).clear();
    }
    matches.replaceAll(Match::withoutPassages);
  }

  /** The article it was copied from, as the row last noted says. */
  @Nullable Long origin() {
    return rowOrigin;
  }

  /** For lessons, which know the truth and draw no rows. */
  void learn(@Nullable Long origin) {
    rowOrigin = origin;
  }

  /** Whether the row last noted was written from the same place in the group it is in now. */
  boolean stands(Place now) {
    return rowGroup == group && now.same(place);
  }

  void stand(Place now) {
    place = features.grams().length == 0 ? null : now;
  }

  /** Notes the row; gives whether it is another one than was noted last. */
  boolean changes(Copy now) {
    boolean forgotten = row == null && features.grams().length == 0;
    boolean same =
        forgotten
            ? rowGroup == now.group() && Objects.equals(rowOrigin, now.origin())
            : now.equals(row);
    rowGroup = now.group();
    rowOrigin = now.origin();
    row = forgotten ? null : now;
    return !same;
  }

  /** Share of its words that an earlier article has. */
  double explained() {
    return matches.isEmpty() ? 0 : matches.get(0).in();
  }

  void writeRow(DataOutput out) throws IOException {
    out.writeLong(rowGroup);
    out.writeBoolean(rowOrigin != null);
    if (rowOrigin != null) {
      out.writeLong(rowOrigin);
    }
    out.writeBoolean(row != null);
    if (row != null) {
      Stored.write(out, Codec.encode(row));
    }
  }

  void readRow(DataInput in) throws IOException {
    rowGroup = in.readLong();
    rowOrigin = in.readBoolean() ? in.readLong() : null;
    row = in.readBoolean() ? Codec.decode(Stored.bytes(in), Copy.class) : null;
  }
}
