package org.skep.reading;

import java.util.List;
import org.skep.model.Account;
import org.skep.model.Analysis;
import org.skep.model.Correction;

/**
 * What pages ask of the rest of the program: no page fetches or runs a stage itself. Everything is
 * called on a virtual thread and may block; nothing here throws for the world's misbehaviour.
 */
public interface Newsroom {
  /** Writes the correction into the log; derived again soon after. */
  void correct(Correction correction);

  /** Looks at the feed now, as far as politeness allows. */
  void refresh(long feed);

  /** The feeds an address offers: itself, or what its page names; shown without passwords. */
  FeedChoice discover(String address);

  /** The address with the name and password that were typed when it was offered a moment ago. */
  default String withCredentials(String url) {
    return url;
  }

  /** Everything one page or text tells by itself; nothing is kept. */
  Outcome read(String input);

  /** What came of reading one page or text. */
  sealed interface Outcome {
    /** An article, and accounts within it that differ. */
    record Found(Analysis analysis, List<Account> differs) implements Outcome {
      public Found {
        differs = List.copyOf(differs);
      }
    }

    /** None, and why, in a sentence with its evidence. */
    record None(String reason) implements Outcome {}
  }
}
