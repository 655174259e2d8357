package org.skep.quotes;

import java.util.List;

/**
 * A role as printed, its head noun, the group the noun belongs to, and the words that narrow it.
 */
record Office(String printed, String head, String group, List<String> modifiers) {
  /**
   * How well a role mentioned later fits this one; 0 is not at all.
   *
   * @param capital whether a word that narrows it is printed with a capital
   */
  double fit(String head, String group, List<String> narrower, boolean capital) {
    double fit;
    if (this.head.equals(head)) {
      fit = 2;
    } else if (!group.isEmpty() && group.equals(this.group) && !group.equals("person")) {
      fit = 1.2;
    } else if (this.head.equals("counterpart")) {
      fit = 0.6;
    } else {
      return 0;
    }
    boolean shared = false;
    for (String modifier : narrower) {
      for (String own : modifiers) {
        shared |= sameStem(modifier, own);
      }
    }
    if (shared) {
      return fit + 2;
    }
    return (capital && !modifiers.isEmpty()) || this.head.equals("counterpart") ? fit - 2 : fit;
  }

  private static boolean sameStem(String a, String b) {
    int stem = Math.min(4, Math.min(a.length(), b.length()));
    return a.equals(b) || (stem >= 4 && a.regionMatches(0, b, 0, stem));
  }
}
