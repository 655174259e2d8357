package org.skep.index;

import java.util.List;

/** What the index does not know: the articles a user has marked. Asked only when a query does. */
public interface Marks {
  List<Long> starred();

  List<Long> read();

  List<Long> labelled(String label);

  /** Of nobody. */
  Marks NONE =
      new Marks() {
        @Override
        public List<Long> starred() {
          return List.of();
        }

        @Override
        public List<Long> read() {
          return List.of();
        }

        @Override
        public List<Long> labelled(String label) {
          return List.of();
        }
      };
}
