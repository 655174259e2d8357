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
  private static final int TOPIC_UNITS_MAX = 8;

  private final Floor floor;
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
    if (!s.reading.pack.has("verb-second")) {
      return null;
    }
    Mood mood = mood(s);
    Draft speaking = speaking(mood, number);
    int end = s.trimmedEnd();
    if (mood == Mood.PLAIN || speaking == null || end == 0) {
      running = null;
      if (mood == Mood.PLAIN && !isQuotation(s)) {
        floor.mention(topic(s), number);
      }
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

  private static boolean isQuotation(Stretch s) {
    for (int u = 0; u < s.size; u++) {
      if (s.isWord(u)) {
        return false;
      }
    }
    return true;
  }

  private @Nullable Draft speaking(Mood mood, int number) {
    Draft topic = floor.topic(number);
    topic = topic == null && running == null ? floor.topic(number - 1) : topic;
    return topic != null && mood == Mood.REPORTED
        ? topic
        : floor.knownSince(number, mood == Mood.REPORTED ? 1 : 0);
  }

  /** Who a sentence is about, when that is somebody who can speak. */
  private static @Nullable Draft topic(Stretch s) {
    var fields = new Fields(Syntax.of(s));
    Phrase subject = fields.main();
    int verb = new MainVerb(s).at();
    if (subject == null
        || s.is(subject.from(), WordClass.PRONOUN)
        || s.is(verb, WordClass.PASSIVE)
        || subject.to() - subject.from() > TOPIC_UNITS_MAX
        || !fields.isSomebody(subject)) {
      return null;
    }
    var draft = new Draft(Pattern.ALONE, null, -1);
    draft.source(s.begin(subject.from()), s.end(subject.to() - 1));
    return draft;
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
