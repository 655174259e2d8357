package org.skep.accounts;

import java.util.List;
import org.skep.model.Account;
import org.skep.model.Analysis;

/**
 * Finds statements and numbers about the same thing that differ, within one article or one story.
 * Pure.
 */
public final class AccountFinder {
  /** Precision first: only what a reader would call a difference; most telling first. */
  public List<Account> differing(List<Analysis> story) {
    return List.of();
  }
}
