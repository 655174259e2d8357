package org.skep.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.text.Quotations.Segment;
import org.skep.text.Tokens;

/**
 * Walks an article paragraph by paragraph: the frames of every sentence first, then every quotation
 * no frame has claimed, then what is said inside quotations. Not thread-safe; lives for one
 * article.
 */
final class Attributions {
  private static final int NESTED_TOKENS_MIN = 4;
  private static final int NESTED_DEPTH_MAX = 2;

  private final Reading reading;
  private final Cast cast;
  private final Tokens tokens;
  private final SpokenSentences sentences;
  private final Floor floor = new Floor();
  private final Interview interview = new Interview();
  private final List<Draft> drafts = new ArrayList<>();
  private final LooseQuotations loose;
  private final FreeReports freeReports;
  private final Topics topics;
  private final DroppedSubjects droppedSubjects;
  private final boolean dropsSubject;
  private boolean openBefore;
  private int paragraphBefore;
  private int nextSegment;

  Attributions(Reading reading, Cast cast) {
    this.reading = reading;
    this.cast = cast;
    tokens = reading.tokens;
    sentences = new SpokenSentences(reading);
    freeReports = new FreeReports(floor, cast, drafts);
    topics = new Topics(reading, cast);
    droppedSubjects = new DroppedSubjects(reading, cast, floor);
    dropsSubject = reading.pack.has("drops-subject");
    loose = new LooseQuotations(reading, cast, floor, drafts);
  }

  List<Draft> drafts() {
    int from = 0;
    int number = 0;
    while (from < tokens.size()) {
      int to = from + 1;
      while (to < tokens.size() && !reading.apart(to - 1, to)) {
        to++;
      }
      paragraph(from, to, number++);
      paragraphBefore = from;
      from = to;
    }
    return drafts;
  }

  private void paragraph(int from, int to, int number) {
    boolean continued = openBefore;
    boolean first = true;
    Stretch last = null;
    boolean framed = false;
    for (Stretch sentence : sentences.between(from, to, -1)) {
      List<Draft> frames = Frames.of(sentence);
      if (frames.isEmpty()) {
        Draft report = freeReports.of(sentence, number);
        frames = report == null ? frames : List.of(report);
      } else {
        freeReports.interrupted();
        drafts.addAll(frames);
      }
      if (first) {
        drafts.addAll(interview.turn(sentence, to));
      }
      Draft further = frames.isEmpty() ? further(sentence, framed ? null : last, number) : null;
      if (further != null) {
        drafts.add(further);
        frames = List.of(further);
      }
      if (frames.isEmpty()) {
        topics.read(sentence, floor, number);
      }
      loose.claim(sentence, frames, number, paragraphBefore, first && continued);
      if (first && continued) {
        handBack(sentence, frames);
      }
      if (!frames.isEmpty()) {
        floor.give(lastSpoken(frames), number);
      }
      nested(sentence, 0);
      first = false;
      last = sentence;
      framed = !frames.isEmpty();
    }
    boolean colon = tokens.isMark(to - 1, ':') && !framed;
    floor.announce(colon && last != null ? Topics.announcing(last) : null, number + 1);
    openBefore = leavesOpen(tokens.end(to - 1));
  }

  /**
   * "“Q\n“Q,” said S": a quotation left open before this paragraph, which nobody was named for,
   * belongs to whoever owns the one that goes on.
   */
  private void handBack(Stretch sentence, List<Draft> frames) {
    for (Draft frame : frames) {
      Draft before = frame.quoted() && frame.begin() == sentence.begin(0) ? unowned(frame) : null;
      if (before != null) {
        frame.content.addAll(0, before.content);
        drafts.remove(before);
        return;
      }
    }
  }

  /** The quotation right before a draft, if it is nobody's. */
  private @Nullable Draft unowned(Draft draft) {
    for (int i = drafts.size() - 1; i >= 0; i--) {
      Draft before = drafts.get(i);
      if (before.level < 0 && before != draft && before.end() <= draft.begin()) {
        return before.hasSource() ? null : before;
      }
    }
    return null;
  }

  /** What a sentence without a frame attributes to somebody named in it or before it. */
  private @Nullable Draft further(Stretch sentence, @Nullable Stretch last, int number) {
    Draft nominal = NominalAttribution.of(sentence);
    if (nominal != null) {
      return nominal;
    }
    Draft back = last == null ? null : PointingBack.of(sentence, last, drafts);
    return back == null && dropsSubject ? droppedSubjects.report(sentence, number) : back;
  }

  /** Whether the last quotation before the end of a paragraph has no closing mark. */
  private boolean leavesOpen(int end) {
    boolean open = false;
    while (nextSegment < reading.segments.size()
        && reading.segments.get(nextSegment).open() < end) {
      Segment segment = reading.segments.get(nextSegment++);
      open = segment.parent() < 0 ? !segment.closed() : open;
    }
    return open;
  }

  private static Draft lastSpoken(List<Draft> frames) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (frames.get(i).quoted()) {
        return frames.get(i);
      }
    }
    return frames.getLast();
  }

  private void nested(Stretch stretch, int depth) {
    for (int u = 0; u < stretch.size; u++) {
      if (stretch.isBlock(u)) {
        nested(stretch.segment(u), depth);
      }
    }
  }

  private void nested(int level, int depth) {
    Segment segment = reading.segments.get(level);
    int from = tokens.at(segment.begin());
    int to = tokens.at(segment.end());
    if (to - from < NESTED_TOKENS_MIN || depth > NESTED_DEPTH_MAX) {
      return;
    }
    for (Stretch sentence : sentences.between(from, to, level)) {
      for (Draft draft : Frames.of(sentence)) {
        draft.signs.add("nested");
        if (!cast.hasName(from, tokens.at(draft.sourceBegin))) {
          draft.signs.add(Scorer.NOBODY_NAMED);
        }
        drafts.add(draft);
      }
      nested(sentence, depth + 1);
    }
  }
}
