package org.skep.reading;

/**
 * A stretch of words of one look.
 *
 * @param quote the number of the quote it belongs to, counted from 1; 0 for none
 * @param ends whether its quote ends here
 * @param lit whether it is the evidence the reader asked for, or a match of a search
 */
public record Run(String text, int quote, boolean ends, boolean lit) {
  /** Ordinary words. */
  public static Run plain(String text) {
    return new Run(text, 0, false, false);
  }

  /** Words to be seen. */
  public static Run lit(String text) {
    return new Run(text, 0, false, true);
  }
}
