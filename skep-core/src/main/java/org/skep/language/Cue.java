package org.skep.language;

import java.util.Comparator;
import java.util.List;

/**
 * One form of words that marks something as said.
 *
 * @param lemma what the form belongs to
 * @param words lower-case, in order
 * @param tail the word that closes a separable verb later in the clause ("gab" ... "bekannt");
 *     empty for most cues
 * @param form how it is inflected
 */
public record Cue(
    String lemma, CueClass type, List<String> words, String tail, boolean opens, Form form) {
  /** The more words, the surer; a tail counts as one; then the more particular class. */
  static final Comparator<Cue> LONGEST_FIRST =
      Comparator.comparingInt((Cue cue) -> cue.words().size() + (cue.tail().isEmpty() ? 0 : 1))
          .reversed()
          .thenComparing(Cue::type);

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
