package org.skep.extract;

/** Tags as the features see them: twenty kinds, and ten groups of these; and numbers in bins. */
final class TagKinds {
  static final int[] WORD_BINS = {1, 2, 3, 4, 6, 9, 14, 21, 31, 51, 81};
  static final double[] SHARE_BINS = {0.001, 0.1, 0.2, 0.33, 0.5, 0.75, 0.95};

  private TagKinds() {}

  static int tagNumber(String tag) {
    return switch (tag) {
      case "p" -> 0;
      case "div" -> 1;
      case "li" -> 2;
      case "h1" -> 3;
      case "h2" -> 4;
      case "h3" -> 5;
      case "h4", "h5", "h6" -> 6;
      case "td", "th" -> 7;
      case "blockquote" -> 8;
      case "figcaption", "caption" -> 9;
      case "pre" -> 10;
      case "dt", "dd" -> 11;
      case "a" -> 12;
      case "b", "strong" -> 13;
      case "em", "i" -> 14;
      case "span", "font" -> 15;
      case "time" -> 16;
      case "section", "article", "main" -> 17;
      case "header", "footer", "nav", "aside" -> 18;
      case "form", "label", "legend", "fieldset" -> 19;
      default -> 20;
    };
  }

  static int tagGroup(int tag) {
    return switch (tag) {
      case 0 -> 0;
      case 1, 17 -> 1;
      case 2 -> 2;
      case 3 -> 3;
      case 4, 5 -> 4;
      case 6 -> 5;
      case 7 -> 6;
      case 8 -> 7;
      case 9 -> 8;
      default -> 9;
    };
  }

  static int bin(int value, int[] bins) {
    int bin = 0;
    while (bin < bins.length && value > bins[bin]) {
      bin++;
    }
    return bin;
  }

  static int bin(double value, double[] bins) {
    int bin = 0;
    while (bin < bins.length && value >= bins[bin]) {
      bin++;
    }
    return bin;
  }
}
