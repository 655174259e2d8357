package org.skep.quotes;

/** How sure an attribution is. */
final class Confidence {
  private Confidence() {}

  static double of(Draft draft) {
    return switch (draft.pattern) {
      case QUOTE_LEFT, QUOTE_RIGHT, QUOTE_SPLIT -> 0.93;
      case THAT -> 0.8;
      case SOURCE_FIRST, SOURCE_LAST -> 0.8;
      case COLON -> 0.8;
      case SIGNATURE, INTERVIEW -> 0.85;
      case OBJECT_QUOTE -> 0.8;
      case ALONE -> 0.75;
      case CLAUSE, LEFT -> 0.7;
      case TO -> 0.6;
      case NEAR -> 0.5;
      case OBJECT, EXTRACTED -> 0.4;
    };
  }
}
