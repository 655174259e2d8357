package org.skep.monitor;

import org.skep.model.Correction;

/** What a user may ask of the monitor: the only way a page makes anything happen. */
public sealed interface Submission {
  /** Ask the feed now, as far as politeness allows. */
  record Refresh(long feed) implements Submission {}

  /** Set something right, for ever. */
  record Correct(Correction correction) implements Submission {}

  /** Fetch that page and keep it. */
  record Save(String url) implements Submission {}

  /** Erase the article; a tombstone stays. */
  record Erase(long article) implements Submission {}

  /** Look at the address from now on. */
  record Subscribe(String url, String folder) implements Submission {}

  /**
   * What became of it.
   *
   * @param accepted whether it is done or on its way
   * @param text why not, or what now; for the user
   * @param id of the feed or article it is about, or a correction's log entry; 0 for none
   */
  record Answer(boolean accepted, String text, long id) {}
}
