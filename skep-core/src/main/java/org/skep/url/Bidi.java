package org.skep.url;

/** The bidi rule of RFC 5893 for names that hold right-to-left letters. */
final class Bidi {
  private Bidi() {}

  static boolean isRightToLeft(int c) {
    return switch (Character.getDirectionality(c)) {
      case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
          Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
          Character.DIRECTIONALITY_ARABIC_NUMBER ->
          true;
      default -> false;
    };
  }

  /** Whether every label keeps the rule. */
  static boolean holds(String[] labels) {
    for (String label : labels) {
      if (!label.isEmpty() && !holds(label.codePoints().toArray())) {
        return false;
      }
    }
    return true;
  }

  private static boolean holds(int[] label) {
    byte first = Character.getDirectionality(label[0]);
    boolean leftToRight = first == Character.DIRECTIONALITY_LEFT_TO_RIGHT;
    if (!leftToRight
        && first != Character.DIRECTIONALITY_RIGHT_TO_LEFT
        && first != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC) {
      return false;
    }
    boolean european = false;
    boolean arabic = false;
    byte last = first;
    for (int c : label) {
      byte direction = Character.getDirectionality(c);
      if (!(leftToRight ? mayStandInLeftToRight(direction) : mayStandInRightToLeft(direction))) {
        return false;
      }
      european |= direction == Character.DIRECTIONALITY_EUROPEAN_NUMBER;
      arabic |= direction == Character.DIRECTIONALITY_ARABIC_NUMBER;
      if (direction != Character.DIRECTIONALITY_NONSPACING_MARK) {
        last = direction;
      }
    }
    if (leftToRight) {
      return last == Character.DIRECTIONALITY_LEFT_TO_RIGHT
          || last == Character.DIRECTIONALITY_EUROPEAN_NUMBER;
    }
    return !(european && arabic)
        && (last == Character.DIRECTIONALITY_RIGHT_TO_LEFT
            || last == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
            || last == Character.DIRECTIONALITY_EUROPEAN_NUMBER
            || last == Character.DIRECTIONALITY_ARABIC_NUMBER);
  }

  private static boolean mayStandInLeftToRight(byte direction) {
    return direction == Character.DIRECTIONALITY_LEFT_TO_RIGHT || isNeutral(direction);
  }

  private static boolean mayStandInRightToLeft(byte direction) {
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
        || direction == Character.DIRECTIONALITY_ARABIC_NUMBER
        || isNeutral(direction);
  }

  private static boolean isNeutral(byte direction) {
    return switch (direction) {
      case Character.DIRECTIONALITY_EUROPEAN_NUMBER,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL,
          Character.DIRECTIONALITY_NONSPACING_MARK ->
          true;
      default -> false;
    };
  }
}
