package org.skep.quotes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/**
 * Reports that go on without a cue, in languages with a mood for it: "Er wisse auch nichts. Das
 * Werk werde nicht geschlossen." They belong to whom the sentence before was about, else to whoever
 * has the floor: across paragraphs where the form is nothing but reported speech, within one where
 * it also says "would". Not thread-safe; lives for one article.
 */
final class FreeReports {
  private final Floor floor;
  private final Viewpoints viewpoints;
  private final List<Draft> drafts;
  private @Nullable Draft running;
  private int paragraph = -1;

  enum Mood {
    /** "Er sei krank": nothing but reported. */
    REPORTED,
    /** "Er wäre krank". */
    CONDITIONAL,
    PLAIN
  }

  /**
   * @param drafts what is found is added to them
   */
  FreeReports(Floor floor, Cast cast, List<Draft> drafts) {
    this.floor = floor;
    viewpoints = new Viewpoints(cast);
    this.drafts = drafts;
  }

  /** A sentence with a cue of its own ends the report. */
  void interrupted() {
    running = null;
  }

  /** The report that a sentence without a frame carries on or opens; null when it does neither. */
  @Nullable Draft of(Stretch s, int number) {
    if (!s.reading.pack.has("verb-second")) {
      return null;
    }
    Mood mood = mood(s);
    Draft speaking = speaking(s, mood, number);
    int end = s.trimmedEnd();
    if (mood == Mood.PLAIN || speaking == null || end == 0) {
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
    report.signs.add(speaking.content.isEmpty() ? "reported topic" : "reported speaker");
    report.addContent(s.begin(0), s.end(end - 1));
    running = report;
    paragraph = number;
    drafts.add(report);
    return report;
  }

  private @Nullable Draft speaking(Stretch s, Mood mood, int number) {
    Phrase viewer = mood == Mood.REPORTED ? viewpoints.opening(s) : null;
    if (viewer != null) {
      var draft = new Draft(Pattern.ALONE, null, -1);
      draft.source(s.begin(viewer.from()), s.end(viewer.to() - 1));
      running = null;
      return draft;
    }
    Draft topic = floor.topic(number);
    topic = topic == null && running == null ? floor.topic(number - 1) : topic;
    return topic != null && mood == Mood.REPORTED
        ? topic
        : floor.knownSince(number, mood == Mood.REPORTED ? 1 : 0);
  }

  /** The mood of the main clause; plain too where somebody says "I". */
  static Mood mood(Stretch s) {
    var verb = new MainVerb(s);
    boolean reported = false;
    boolean conditional = false;
    for (int u = 0; u < s.size; u++) {
      if (s.is(u, WordClass.I) || s.is(u, WordClass.WE)) {
        return Mood.PLAIN;
      }
      reported |= verb.isOnlyReported(u);
      conditional |= verb.isMood(u);
    }
    if (!reported && !conditional) {
      return Mood.PLAIN;
    }
    int at = verb.at();
    if (at < 0) {
      return conditional ? Mood.CONDITIONAL : Mood.PLAIN;
    }
    return verb.isOnlyReported(at)
        ? Mood.REPORTED
        : verb.isMood(at) ? Mood.CONDITIONAL : Mood.PLAIN;
  }
}
