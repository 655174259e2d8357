package org.skep.language;

/** Says which language a text is in. Pure and thread-safe. */
public final class LanguageIdentifier {
  private LanguageIdentifier() {}

  /** ISO 639-1 code, or "und" when the text does not tell. */
  public static String identify(CharSequence text) {
    return "und";
  }
}
