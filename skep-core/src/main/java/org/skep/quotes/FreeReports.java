package org.skep.quotes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/**
 * Reports that go on without a cue, in languages with a mood for it: "Er wisse auch nichts. Das
 * Werk werde nicht geschlossen." A form that is nothing but reported speech carries on what the
 * paragraph before was about; one that also says "would" only what the sentence before was. Not
 * thread-safe; lives for one article.
 */
final class FreeReports {
  private final Floor floor;
  private final List<Draft> drafts;
  private @Nullable Draft running;
  private int paragraph = -1;

  /**
   * @param drafts what is found is added to them
   */
  FreeReports(Floor floor, List<Draft> drafts) {
    this.floor = floor;
    this.drafts = drafts;
  }

  /** A sentence with a cue of its own ends the report. */
  void interrupted() {
    running = null;
  }

  /** The report that a sentence without a frame carries on or opens; null when it does neither. */
  @Nullable Draft of(Stretch s, int number) {
    Draft speaking = floor.knownSince(number, isReported(s) ? 1 : 0);
    int end = s.trimmedEnd();
    if (speaking == null || end == 0 || !(isReported(s) || isConditional(s))) {
      running = null;
      return null;
    }
    Draft report = running;
    if (report != null && paragraph == number) {
      report.content.getLast()[1] = s.end(end - 1);
      return report;
    }
    report = new Draft(Pattern.REPORTED, null, -1);
    report.source(speaking.sourceBegin, speaking.sourceEnd);
    report.addContent(s.begin(0), s.end(end - 1));
    running = report;
    paragraph = number;
    drafts.add(report);
    return report;
  }

  /** Whether a verb of the sentence is in the mood of reported speech, and nobody says "I". */
  private static boolean isReported(Stretch s) {
    boolean reported = false;
    for (int u = 0; u < s.size; u++) {
      if (s.is(u, WordClass.I) || s.is(u, WordClass.WE)) {
        return false;
      }
      reported |= isReportedForm(s, u);
    }
    return reported;
  }

  private static boolean isReportedForm(Stretch s, int u) {
    if (isMood(s, u)) {
      return !s.is(u, WordClass.MODAL);
    }
    var pack = s.reading.pack;
    String word = s.word(u);
    if (s.isCapital(u)
        || !s.isWord(u)
        || s.reading.classes[s.token(u)] != 0
        || !pack.ends("reported-ending", word)
        || pack.ends("verb-ending", word)) {
      return false;
    }
    boolean last = u + 1 >= s.size || s.isMark(u + 1);
    boolean second = (s.isCapital(u - 1) || s.is(u - 1, WordClass.PRONOUN)) && !s.isCapital(u + 1);
    return last || second;
  }

  private static boolean isConditional(Stretch s) {
    for (int u = 0; u < s.size; u++) {
      if (isMood(s, u)) {
        return true;
      }
    }
    return false;
  }

  /** "spiele" is such a form, "Spiele" a noun. */
  private static boolean isMood(Stretch s, int u) {
    return s.is(u, WordClass.REPORTED) && (u == 0 || !s.isCapital(u));
  }
}
