package org.skep.reading;

import java.util.List;
import org.skep.model.Account;

/** Accounts that differ, side by side. */
public record AccountView(Account.Kind kind, String about, List<Side> sides) {
  public AccountView {
    sides = List.copyOf(sides);
  }

  /**
   * One side.
   *
   * @param by who says so; the outlet for its own words
   * @param says the statement or the number
   */
  public record Side(String by, String says, Evidence evidence) {}
}
