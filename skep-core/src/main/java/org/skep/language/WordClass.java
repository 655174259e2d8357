package org.skep.language;

import java.util.Locale;

/** What a closed-class word does in a sentence; a word may do several things. */
public enum WordClass {
  DETERMINER,
  POSSESSIVE,
  PREPOSITION,
  /** A preposition that may stand inside a name of an office: "head of the bank". */
  LINK,
  CONJUNCTION,
  SUBORDINATOR,
  /** Opens a content clause: that, dass, que. */
  THAT,
  WH,
  RELATIVE,
  AUXILIARY,
  ADVERB,
  PRONOUN,
  OBJECT,
  HE,
  SHE,
  IT,
  THEY,
  I,
  WE,
  YOU,
  NOBODY,
  TIME,
  MONTH,
  TITLE,
  /** Inside a name: de, von, bin. */
  PARTICLE,
  ABBREVIATION,
  /** A frequent verb that is no cue. */
  VERB,
  /** Printed with a capital and still no name. */
  NOT_NAME,
  INDEFINITE,
  /** Opens an infinitive: to, zu, de. */
  INFINITIVE,
  MODAL,
  NEGATION,
  /** Opens "as S said": as, wie, comme. */
  AS,
  /** A verb form of reported speech: sei, habe, werde. */
  REPORTED,
  /** A cue that says no to its content: denied. */
  DENIAL,
  /** A determiner whose noun is no subject: den, dem. */
  OBLIQUE,
  /** An auxiliary of the passive: wird, wurde. */
  PASSIVE,
  /** Names who does it in a passive: von, by. */
  AGENT,
  /** A preposition whose name is a place: in, near. */
  PLACE;

  /** Bits live in memory only, so their order may change. */
  @SuppressWarnings("EnumOrdinal")
  long bit() {
    return 1L << ordinal();
  }

  static WordClass named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
