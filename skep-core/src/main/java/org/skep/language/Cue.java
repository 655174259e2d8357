package org.skep.language;

import java.util.List;

/**
 * One form of words that marks something as said.
 *
 * @param lemma what the form belongs to
 * @param words lower-case, in order
 * @param form how it is inflected
 */
public record Cue(String lemma, CueClass type, List<String> words, Form form) {
  public Cue {
    words = List.copyOf(words);
  }

  /** How a cue's verb is inflected. */
  public enum Form {
    FINITE,
    /** The bare form: finite only after a plural, a modal verb or "I". */
    BASE,
    /** "saying": its subject is that of the main clause. */
    GERUND,
    /** Needs an auxiliary: "written", "gesagt". */
    PARTICIPLE
  }
}
