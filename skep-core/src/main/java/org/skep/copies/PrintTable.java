package org.skep.copies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Fingerprint to documents: one open-addressing table of pairs (32 bits of the fingerprint,
 * document), so a fingerprint costs 11 to 22 bytes. Documents are numbered in order of arrival:
 * expiry is a comparison, and dead pairs go when the table is rebuilt. With 64 million pairs one
 * look-up in 60 meets a stranger; verification by containment drops it.
 */
final class PrintTable {
  private static final int SIZE_MIN = 1 << 12;

  /** A fingerprint in more articles tells nothing new: the first ones hold the origin. */
  static final int SAME_MAX = 24;

  private int[] tags;
  private int[] documents; // number + 1; 0 for a free place
  private int used;

  PrintTable() {
    this(SIZE_MIN);
  }

  private PrintTable(int size) {
    tags = new int[size];
    documents = new int[size];
  }

  /**
   * Fills in the live documents of the fingerprint, earliest numbers first in general.
   *
   * @param oldest the lowest live number
   * @return how many
   */
  int find(long print, int oldest, int[] into) {
    int tag = (int) print;
    int found = 0;
    for (int i = place(tag); documents[i] != 0; i = (i + 1) & (documents.length - 1)) {
      if (tags[i] == tag && documents[i] > oldest && found < into.length) {
        into[found++] = documents[i] - 1;
      }
    }
    return found;
  }

  void add(long print, int document, int oldest) {
    if (used * 4L >= documents.length * 3L) {
      rebuild(oldest);
    }
    put((int) print, document + 1, oldest);
  }

  private void put(int tag, int owner, int oldest) {
    int same = 0;
    int i = place(tag);
    while (documents[i] != 0) {
      if (tags[i] == tag) {
        if (documents[i] <= oldest) {
          documents[i] = owner;
          return;
        }
        if (++same >= SAME_MAX) {
          return;
        }
      }
      i = (i + 1) & (documents.length - 1);
    }
    tags[i] = tag;
    documents[i] = owner;
    used++;
  }

  private int place(int tag) {
    return ((tag * 0x9e3779b9) >>> 4) & (documents.length - 1);
  }

  private void rebuild(int oldest) {
    int live = 0;
    for (int document : documents) {
      live += document > oldest ? 1 : 0;
    }
    int size = documents.length;
    while (live * 2L >= size) {
      size *= 2;
    }
    var next = new PrintTable(size);
    for (int i = 0; i < documents.length; i++) {
      if (documents[i] > oldest) {
        next.put(tags[i], documents[i], oldest);
      }
    }
    tags = next.tags;
    documents = next.documents;
    used = next.used;
  }

  void snapshot(DataOutput out) throws IOException {
    out.writeInt(documents.length);
    out.writeInt(used);
    for (int i = 0; i < documents.length; i++) {
      out.writeInt(documents[i]);
      if (documents[i] != 0) {
        out.writeInt(tags[i]);
      }
    }
  }

  static PrintTable restore(DataInput in) throws IOException {
    var table = new PrintTable(in.readInt());
    table.used = in.readInt();
    for (int i = 0; i < table.documents.length; i++) {
      table.documents[i] = in.readInt();
      if (table.documents[i] != 0) {
        table.tags[i] = in.readInt();
      }
    }
    return table;
  }
}
