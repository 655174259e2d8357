package org.skep.learn;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A weight file: features with one weight for each of a few linear models. Text, one line a
 * feature, sorted: {@code group=value TAB weight TAB weight}; lines with # are comments. Immutable
 * and thread-safe.
 */
public final class Weights {
  private final FeatureNames names;
  private final float[][] columns;

  private Weights(FeatureNames names, float[][] columns) {
    this.names = names;
    this.columns = columns;
  }

  /** The weights of the resource beside this class. */
  public static Weights load(Class<?> beside, String resource) {
    try (var in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("weight file missing: " + resource);
      }
      var lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
      return parse(lines);
    } catch (IOException e) {
      throw new UncheckedIOException(resource, e);
    }
  }

  /** The weights in these lines. */
  public static Weights parse(List<String> lines) {
    var names = new ArrayList<String>();
    var rows = new ArrayList<float[]>();
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] fields = line.split("\t");
      float[] row = new float[fields.length - 1];
      for (int i = 0; i < row.length; i++) {
        row[i] = Float.parseFloat(fields[i + 1]);
      }
      if (!rows.isEmpty() && rows.getFirst().length != row.length) {
        throw new IllegalArgumentException(
            "weights of " + fields[0] + ": expected " + rows.getFirst().length + " columns");
      }
      names.add(fields[0]);
      rows.add(row);
    }
    int width = rows.isEmpty() ? 0 : rows.getFirst().length;
    float[][] columns = new float[width][rows.size()];
    for (int r = 0; r < rows.size(); r++) {
      for (int c = 0; c < width; c++) {
        columns[c][r] = rows.get(r)[c];
      }
    }
    return new Weights(FeatureNames.frozen(names), columns);
  }

  /** Weights of a trainer that has not written them to a file. */
  public static Weights of(FeatureNames names, float[]... columns) {
    var frozen = new ArrayList<String>();
    for (int i = 0; i < names.size(); i++) {
      frozen.add(names.name(i));
    }
    return new Weights(FeatureNames.frozen(frozen), columns);
  }

  /** The features this file knows. */
  public FeatureNames names() {
    return names;
  }

  /** One model's weights, by feature number; not to be changed. */
  public float[] column(int number) {
    return columns[number];
  }
}
