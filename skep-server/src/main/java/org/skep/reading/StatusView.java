package org.skep.reading;

import java.time.Instant;
import java.util.List;

/**
 * How the program is.
 *
 * @param groups figures under their headings
 * @param troubles what went wrong lately, newest first
 */
public record StatusView(
    String version, Instant started, List<Group> groups, List<Trouble> troubles) {
  public StatusView {
    groups = List.copyOf(groups);
    troubles = List.copyOf(troubles);
  }

  /** Figures that belong together; names are keys of the interface's words. */
  public record Group(String name, List<Figure> figures) {
    public Group {
      figures = List.copyOf(figures);
    }
  }

  /** One figure, as it is to be printed. */
  public record Figure(String name, String value) {}

  /** Something that failed, and when. */
  public record Trouble(Instant at, String what) {}
}
