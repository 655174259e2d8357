package org.skep.language;

import java.util.Locale;

/**
 * How a cue ties a speaker to what is said; the frames of the quotes stage follow from it. A form
 * with several classes is tried in this order, the most particular first.
 */
public enum CueClass {
  /** S vowed to Q. */
  TO,
  /** S told O (that) Q: O is the addressee. */
  TOLD,
  /** S said (that) Q; Q, said S. */
  CLAUSE,
  /** S thinks Q. */
  ATTITUDE,
  /** A report shows Q. */
  EVIDENCE,
  /** S called X Q: the object is what is said. */
  OBJECT,
  /** According to S. */
  SOURCE,
  /** Like SOURCE, where a noun of saying or a document follows: nach Ansicht von S. */
  SOURCE_NOUN,
  /** S zufolge. */
  SOURCE_AFTER,
  /** For S, it is Q: whose view quoted words are. */
  VIEW,
  /** Opens a sentence that says whose the words before were: das (sagte S), lo (ha detto S). */
  BACK,
  /** The claim that Q. */
  NOUN,
  /** It was reported that Q. */
  IMPERSONAL,
  /** S is said to Q. */
  PASSIVE,
  /** Q reportedly. */
  ADVERB;

  static CueClass named(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
