package org.skep.monitor;

import java.time.Instant;

/**
 * How the monitor is, for the status page.
 *
 * @param fetching requests under way
 * @param waiting entries whose page is still to be fetched
 * @param logged the last log entry
 * @param covered the last one that copies, persons and stories cover
 * @param indexed the last one that a search sees
 * @param uncompared stories whose accounts are still to be compared
 * @param polls since the start
 * @param articles taken in since the start, revisions included
 * @param failures polls that failed since the start
 */
public record Progress(
    Instant started,
    int fetching,
    long waiting,
    long logged,
    long covered,
    long indexed,
    long uncompared,
    long polls,
    long articles,
    long failures) {
  /** Whether nothing is on its way. */
  public boolean idle() {
    return fetching == 0 && waiting == 0 && derived();
  }

  /** Whether everything in the log is derived, compared and searchable. */
  public boolean derived() {
    return covered == logged && indexed == logged && uncompared == 0;
  }
}
