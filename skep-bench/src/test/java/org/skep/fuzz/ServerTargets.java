package org.skep.fuzz;

import java.util.List;
import java.util.stream.Stream;
import org.skep.fetch.FetchTargets;
import org.skep.index.SearchTargets;
import org.skep.reading.ReadingTargets;
import org.skep.web.WebTargets;

/** What browsers, programs and operators send: each package knows its own readers. */
final class ServerTargets {
  private ServerTargets() {}

  static List<Target> all() {
    return Stream.of(
            FetchTargets.all(), SearchTargets.all(), ReadingTargets.all(), WebTargets.all())
        .flatMap(List::stream)
        .toList();
  }
}
