package org.skep.copies;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Fingerprint to documents: open-addressing tables of pairs (32 bits of the fingerprint, document),
 * so a fingerprint costs 9 to 12 bytes. The pairs are spread over many small tables that grow one
 * at a time: no long pause, and no second copy of everything while growing. Documents are numbered
 * in order of arrival: expiry is a comparison, and dead pairs go when their table is rebuilt. With
 * 64 million pairs one look-up in 60 meets a stranger; verification by containment drops it.
 */
final class PrintTable {
  private static final int TABLES_LOG = 8;
  private static final int SIZE_MIN = 1 << 6;

  /** A fingerprint in more articles tells nothing new: the first ones hold the origin. */
  static final int SAME_MAX = 24;

  private final Table[] tables = new Table[1 << TABLES_LOG];

  PrintTable() {
    for (int i = 0; i < tables.length; i++) {
      tables[i] = new Table(SIZE_MIN);
    }
  }

  /**
   * Fills in the live documents of the fingerprint, earliest numbers first in general.
   *
   * @param oldest the lowest live number
   * @return how many
   */
  int find(long print, int oldest, int[] into) {
    return table((int) print).find((int) print, oldest, into);
  }

  void add(long print, int document, int oldest) {
    table((int) print).add((int) print, document + 1, oldest);
  }

  private Table table(int tag) {
    return tables[tag >>> (Integer.SIZE - TABLES_LOG)];
  }

  void snapshot(DataOutput out) throws IOException {
    for (Table table : tables) {
      table.snapshot(out);
    }
  }

  static PrintTable restore(DataInput in) throws IOException {
    var restored = new PrintTable();
    for (int i = 0; i < restored.tables.length; i++) {
      restored.tables[i] = Table.restore(in);
    }
    return restored;
  }

  /** One of them: at most nine tenths full, a fifth larger each time it is. */
  private static final class Table {
    private int[] tags;
    private int[] owners; // number + 1; 0 for a free place
    private int used;

    Table(int size) {
      tags = new int[size];
      owners = new int[size];
    }

    int find(int tag, int oldest, int[] into) {
      int found = 0;
      for (int i = place(tag); owners[i] != 0; i = next(i)) {
        if (tags[i] == tag && owners[i] > oldest && found < into.length) {
          into[found++] = owners[i] - 1;
        }
      }
      return found;
    }

    void add(int tag, int owner, int oldest) {
      if (used * 10L >= owners.length * 9L) {
        rebuild(oldest);
      }
      put(tag, owner, oldest);
    }

    private void put(int tag, int owner, int oldest) {
      int same = 0;
      int i = place(tag);
      while (owners[i] != 0) {
        if (tags[i] == tag) {
          if (owners[i] <= oldest) {
            owners[i] = owner;
            return;
          }
          if (++same >= SAME_MAX) {
            return;
          }
        }
        i = next(i);
      }
      tags[i] = tag;
      owners[i] = owner;
      used++;
    }

    /** The hash as a fraction of the table: any size will do. */
    private int place(int tag) {
      long hash = (tag * 0x9e3779b9L) & 0xffffffffL;
      return (int) ((hash * owners.length) >>> Integer.SIZE);
    }

    private int next(int i) {
      return i + 1 == owners.length ? 0 : i + 1;
    }

    private void rebuild(int oldest) {
      int live = 0;
      for (int owner : owners) {
        live += owner > oldest ? 1 : 0;
      }
      int size =
          live * 10L >= owners.length * 7L ? owners.length + owners.length / 5 : owners.length;
      var rebuilt = new Table(size);
      for (int i = 0; i < owners.length; i++) {
        if (owners[i] > oldest) {
          rebuilt.put(tags[i], owners[i], oldest);
        }
      }
      tags = rebuilt.tags;
      owners = rebuilt.owners;
      used = rebuilt.used;
    }

    void snapshot(DataOutput out) throws IOException {
      out.writeInt(owners.length);
      out.writeInt(used);
      for (int i = 0; i < owners.length; i++) {
        out.writeInt(owners[i]);
        if (owners[i] != 0) {
          out.writeInt(tags[i]);
        }
      }
    }

    static Table restore(DataInput in) throws IOException {
      var table = new Table(in.readInt());
      table.used = in.readInt();
      for (int i = 0; i < table.owners.length; i++) {
        table.owners[i] = in.readInt();
        if (table.owners[i] != 0) {
          table.tags[i] = in.readInt();
        }
      }
      return table;
    }
  }
}
