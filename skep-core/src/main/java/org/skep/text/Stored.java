package org.skep.text;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Primitive arrays in a snapshot: their length, then their elements. */
public final class Stored {
  private Stored() {}

  /** Writes it. */
  public static void write(DataOutput out, int[] array) throws IOException {
    out.writeInt(array.length);
    for (int x : array) {
      out.writeInt(x);
    }
  }

  /** Writes it. */
  public static void write(DataOutput out, long[] array) throws IOException {
    out.writeInt(array.length);
    for (long x : array) {
      out.writeLong(x);
    }
  }

  /** Writes it. */
  public static void write(DataOutput out, float[] array) throws IOException {
    out.writeInt(array.length);
    for (float x : array) {
      out.writeFloat(x);
    }
  }

  /** Writes it. */
  public static void write(DataOutput out, byte[] array) throws IOException {
    out.writeInt(array.length);
    out.write(array);
  }

  /** Reads what was written. */
  public static int[] ints(DataInput in) throws IOException {
    var array = new int[in.readInt()];
    for (int i = 0; i < array.length; i++) {
      array[i] = in.readInt();
    }
    return array;
  }

  /** Reads what was written. */
  public static long[] longs(DataInput in) throws IOException {
    var array = new long[in.readInt()];
    for (int i = 0; i < array.length; i++) {
      array[i] = in.readLong();
    }
    return array;
  }

  /** Reads what was written. */
  public static float[] floats(DataInput in) throws IOException {
    var array = new float[in.readInt()];
    for (int i = 0; i < array.length; i++) {
      array[i] = in.readFloat();
    }
    return array;
  }

  /** Reads what was written. */
  public static byte[] bytes(DataInput in) throws IOException {
    var array = new byte[in.readInt()];
    in.readFully(array);
    return array;
  }
}
