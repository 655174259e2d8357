package org.skep.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the binary features of a linear model. A feature is a group and a value: {@code
 * words=7}, {@code class=sidebar}. Open names grow while a trainer reads its pages and are not
 * thread-safe then; frozen ones know the features of a weight file, answer -1 for any other and may
 * be shared.
 */
public final class FeatureNames {
  private final Map<String, Group> groups = new HashMap<>();
  private final List<String> names = new ArrayList<>();
  private final boolean open;

  private FeatureNames(boolean open) {
    this.open = open;
  }

  /** Names that grow on demand. */
  public static FeatureNames growing() {
    return new FeatureNames(true);
  }

  /** Exactly these names, each {@code group=value}, numbered in their order. */
  public static FeatureNames frozen(List<String> names) {
    var frozen = new FeatureNames(false);
    for (String name : names) {
      int equals = name.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("feature " + name + ": expected group=value");
      }
      frozen.group(name.substring(0, equals)).put(name.substring(equals + 1), frozen.names.size());
      frozen.names.add(name);
    }
    return frozen;
  }

  /** The group of this name, made when it is new. Look it up once, not once a block. */
  public Group group(String name) {
    return groups.computeIfAbsent(name, Group::new);
  }

  /** How many features have a number. */
  public int size() {
    return names.size();
  }

  /** {@code group=value} of a number. */
  public String name(int id) {
    return names.get(id);
  }

  /** The values one feature can have. */
  public final class Group {
    private static final int BINS_MAX = 256;
    private static final int SLOTS_MIN = 16;
    private final String name;

    /** Open addressing by the hash of the characters: a look-up makes no string. */
    private String[] values = new String[SLOTS_MIN];

    /** By slot the hash above the number and one, 0 where there is none: most words miss here. */
    private long[] entries = new long[SLOTS_MIN];

    private int size;
    private final int[] bins = new int[BINS_MAX];

    private Group(String name) {
      this.name = name;
      java.util.Arrays.fill(bins, -1);
    }

    private void put(String value, int id) {
      if (++size * 2 > values.length) {
        grow();
      }
      insert(value, value.hashCode(), id);
      if (isBin(value)) {
        bins[Integer.parseInt(value)] = id;
      }
    }

    private static boolean isBin(String value) {
      if (value.isEmpty() || value.length() > 3 || (value.length() > 1 && value.charAt(0) == '0')) {
        return false;
      }
      for (int i = 0; i < value.length(); i++) {
        if (value.charAt(i) < '0' || value.charAt(i) > '9') {
          return false;
        }
      }
      return Integer.parseInt(value) < BINS_MAX;
    }

    /** The number of {@code group=bin}, -1 when it has none. */
    public int id(int bin) {
      int id = bins[bin];
      return id < 0 && open ? id(Integer.toString(bin)) : id;
    }

    /** The number of {@code group=value}, -1 when it has none. */
    public int id(String value) {
      int hash = value.hashCode();
      for (int slot = slot(hash); entries[slot] != 0; slot = slot + 1 & entries.length - 1) {
        if (hash(entries[slot]) == hash && values[slot].equals(value)) {
          return number(entries[slot]);
        }
      }
      return open ? fresh(value) : -1;
    }

    /**
     * The number of {@code group=value}, the value being these characters.
     *
     * @param hash theirs, as {@link String#hashCode} has it: who reads them makes it on the way
     */
    public int id(char[] chars, int begin, int end, int hash) {
      int slot = slot(hash);
      while (entries[slot] != 0) {
        if (hash(entries[slot]) == hash && isAt(values[slot], chars, begin, end)) {
          return number(entries[slot]);
        }
        slot = slot + 1 & entries.length - 1;
      }
      return open ? fresh(new String(chars, begin, end - begin)) : -1;
    }

    private int fresh(String value) {
      int fresh = names.size();
      names.add(name + "=" + value);
      put(value, fresh);
      return fresh;
    }

    private static boolean isAt(String value, char[] chars, int begin, int end) {
      if (value.length() != end - begin) {
        return false;
      }
      for (int i = begin; i < end; i++) {
        if (value.charAt(i - begin) != chars[i]) {
          return false;
        }
      }
      return true;
    }

    private int slot(int hash) {
      return (hash ^ hash >>> 16) & entries.length - 1;
    }

    private static int hash(long entry) {
      return (int) (entry >>> 32);
    }

    private static int number(long entry) {
      return (int) entry - 1;
    }

    private void insert(String value, int hash, int id) {
      int slot = slot(hash);
      while (entries[slot] != 0) {
        slot = slot + 1 & entries.length - 1;
      }
      values[slot] = value;
      entries[slot] = (long) hash << 32 | id + 1;
    }

    private void grow() {
      String[] oldValues = values;
      long[] old = entries;
      values = new String[oldValues.length * 2];
      entries = new long[values.length];
      for (int i = 0; i < old.length; i++) {
        if (old[i] != 0) {
          insert(oldValues[i], hash(old[i]), number(old[i]));
        }
      }
    }
  }
}
