package org.skep.quotes;

import org.jspecify.annotations.Nullable;
import org.skep.language.Cue;
import org.skep.language.CueClass;

/**
 * A cue and its subject, before it is known what is said.
 *
 * @param from first unit of the cue
 * @param to one past its last unit
 * @param group first unit of the verb group the cue closes
 * @param subject {@code null} for "it was reported that"
 * @param inverted whether the subject follows: "said S"
 * @param inherited whether the subject is that of another verb: ", saying that"
 */
record Report(
    Cue cue,
    int from,
    int to,
    int group,
    @Nullable Phrase subject,
    boolean inverted,
    boolean inherited) {
  /** A cue that is no verb. */
  static Report of(Cue cue, int from, int to, @Nullable Phrase source) {
    return new Report(cue, from, to, from, source, false, false);
  }

  boolean is(CueClass type) {
    return cue.type() == type;
  }
}
