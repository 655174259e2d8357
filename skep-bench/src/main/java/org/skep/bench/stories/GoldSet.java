package org.skep.bench.stories;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * A labelled stream as a trainer or a test is given it: {@code docs.jsonl[.gz]} with labels inside,
 * {@code docs.jsonl,truth.jsonl}, or {@code demo} for the demo press; {@code *N} after it stands
 * for N shuffled orders, for sets without dates.
 *
 * @param stream labelled lines only
 */
record GoldSet(String name, List<GoldStream> stream, int orders) {
  private static final String DEMO = "demo";

  /** Reads {@code FILE[,TRUTH][*N]} or {@code demo[*N]}. */
  static GoldSet of(String written) throws IOException {
    int star = written.indexOf('*');
    int orders = star < 0 ? 1 : Integer.parseInt(written.substring(star + 1));
    String where = star < 0 ? written : written.substring(0, star);
    if (where.equals(DEMO)) {
      return new GoldSet(DEMO, DemoSet.read(), orders);
    }
    String[] files = where.split(",");
    Path docs = Path.of(files[0]);
    String name = docs.getFileName().toString().replaceFirst("\\..*", "");
    var stream = GoldStream.read(docs, files.length < 2 ? null : Path.of(files[1]));
    return new GoldSet(name, stream.stream().filter(line -> line.story() != null).toList(), orders);
  }

  static List<GoldSet> all(List<String> written) throws IOException {
    var sets = new ArrayList<GoldSet>();
    for (String set : written) {
      sets.add(of(set));
    }
    return sets;
  }

  /** The stream in one of its orders; a set with one order keeps the file's. */
  List<GoldStream> order(int order) {
    var shuffled = new ArrayList<>(stream);
    if (orders > 1) {
      Collections.shuffle(shuffled, new Random(order));
    }
    return shuffled;
  }
}
