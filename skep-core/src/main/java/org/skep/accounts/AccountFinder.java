package org.skep.accounts;

import java.util.ArrayList;
import java.util.List;
import org.skep.language.LanguagePacks;
import org.skep.model.Account;
import org.skep.model.Analysis;

/**
 * Finds statements and numbers about the same thing that differ, within one article or one story.
 * Pure and thread-safe; linear in the articles' length, quadratic in the numbers about one thing.
 */
public final class AccountFinder {
  /** The most accounts shown for one story. */
  public static final int ACCOUNTS_MAX = 12;

  private final LanguagePacks packs = new LanguagePacks();

  /** Precision first: only what a reader would call a difference; most telling first. */
  public List<Account> differing(List<Analysis> story) {
    var sides =
        story.stream()
            .map(analysis -> new Sides(analysis, packs.of(analysis.article().language())))
            .toList();
    var accounts = new ArrayList<Account>(Statements.differing(sides));
    accounts.addAll(Numbers.differing(sides));
    return List.copyOf(accounts.subList(0, Math.min(ACCOUNTS_MAX, accounts.size())));
  }
}
