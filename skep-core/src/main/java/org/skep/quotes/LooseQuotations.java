package org.skep.quotes;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.WordClass;
import org.skep.mention.Names.Name;
import org.skep.quotes.Draft.Pattern;
import org.skep.text.Quotations.Segment;
import org.skep.text.Tokens;

/**
 * Quotations no frame has claimed: they go on with whoever has the floor, or belong to somebody
 * named beside them; titles of works and coined words are nobody's.
 */
final class LooseQuotations {
  private static final int SPOKEN_WORDS_MIN = 3;
  private static final int PIECES_MAX = 60;
  private static final int SIGNATURE_UNITS_MAX = 12;
  private static final int HEADING_UNITS_MAX = 5;

  private final Reading reading;
  private final Tokens tokens;
  private final Cast cast;
  private final Floor floor;
  private final InsertedSpeaker insertedSpeaker;
  private final Titles titles;
  private final Viewpoints viewpoints;
  private final DroppedSubjects droppedSubjects;
  private final List<Draft> drafts;

  /**
   * @param drafts what is found is added to them
   */
  LooseQuotations(Reading reading, Cast cast, Floor floor, List<Draft> drafts) {
    this.reading = reading;
    tokens = reading.tokens;
    this.cast = cast;
    this.floor = floor;
    this.drafts = drafts;
    insertedSpeaker = new InsertedSpeaker(reading);
    titles = new Titles(reading);
    viewpoints = new Viewpoints(cast);
    droppedSubjects = new DroppedSubjects(reading, cast, floor);
  }

  /**
   * Finds an owner for every unclaimed quotation of a sentence.
   *
   * @param frames what the sentence's frames have claimed
   * @param paragraphBefore first token of the paragraph before this one
   * @param continued whether the sentence opens a paragraph and a quotation was left open before
   */
  void claim(Stretch s, List<Draft> frames, int number, int paragraphBefore, boolean continued) {
    for (int u = 0; u < s.size; u++) {
      if (!s.isBlock(u)) {
        continue;
      }
      Segment segment = reading.segments.get(s.segment(u));
      boolean rest = !drafts.isEmpty() && drafts.getLast().covers(segment.begin(), segment.end());
      if (rest || owner(frames, segment) != null) {
        continue;
      }
      Draft inserted =
          reading.pack.has("inserted-speaker") ? insertedSpeaker.inserted(s.segment(u)) : null;
      Draft speaking = floor.speaking();
      if (inserted != null) {
        accept(inserted, frames, number);
      } else if (continued && u == 0 && speaking != null) {
        extend(speaking, segment, "left open");
      } else if (reading.wordCount(segment.begin(), segment.end()) >= SPOKEN_WORDS_MIN
          && (isHeading(s, u) || !titles.isTitle(s, u, segment))) {
        Draft draft = unclaimed(s, u, segment, frames, number, paragraphBefore);
        if (draft != null) {
          accept(draft, frames, number);
        }
      }
    }
  }

  private @Nullable Draft owner(List<Draft> frames, Segment segment) {
    for (Draft draft : frames) {
      if (draft.covers(segment.begin(), segment.end())) {
        return draft;
      }
    }
    return null;
  }

  private void accept(Draft draft, List<Draft> frames, int number) {
    drafts.add(draft);
    if (frames.isEmpty()) {
      floor.give(draft, number);
    }
  }

  /**
   * Speech goes on: in the draft itself where that is speech in marks.
   *
   * @param sign why, for the scorer, where it becomes a draft of its own
   */
  private void extend(Draft draft, Segment segment, String sign) {
    if (draft.content.size() < PIECES_MAX
        && draft.content.getLast()[1] <= segment.open()
        && draft.quoted()) {
      draft.addContent(segment.open(), segment.close());
      return;
    }
    Draft next = goesOn(draft, segment);
    next.signs.add(sign);
    drafts.add(next);
  }

  private static Draft goesOn(Draft before, Segment segment) {
    var draft = new Draft(Pattern.ALONE, null, -1);
    if (before.hasSource()) {
      draft.source(before.sourceBegin, before.sourceEnd);
    }
    draft.addContent(segment.open(), segment.close());
    draft.signs.add("goes on");
    return draft;
  }

  private static Draft opens(Draft topic, Segment segment) {
    Draft draft = beside(Pattern.ALONE, segment, topic.sourceBegin, topic.sourceEnd);
    draft.signs.add("introduced");
    return draft;
  }

  private @Nullable Draft unclaimed(
      Stretch s, int u, Segment segment, List<Draft> frames, int number, int paragraphBefore) {
    Draft signed = signed(s, u, segment);
    if (signed != null) {
      return signed;
    }
    return isAlone(s, u)
        ? alone(segment, frames, number, paragraphBefore)
        : near(s, u, segment, frames, number);
  }

  /** "Quote" — Name, and Name: "Quote" as headlines have it. */
  private static @Nullable Draft signed(Stretch s, int u, Segment segment) {
    var draft = new Draft(Pattern.SIGNATURE, null, -1);
    draft.addContent(segment.open(), segment.close());
    if (u + 2 <= s.size && s.isDash(u + 1) && s.size - u < SIGNATURE_UNITS_MAX) {
      Phrase phrase = Syntax.of(s).phrases().after(u + 2);
      if (phrase != null && s.isCapital(phrase.from())) {
        draft.cue(s.begin(u + 1), s.end(u + 1));
        draft.source(s.begin(phrase.from()), s.end(phrase.to() - 1));
        return draft;
      }
    }
    if (isHeading(s, u)) {
      draft.cue(s.begin(u - 1), s.end(u - 1));
      draft.source(s.begin(0), s.end(u - 2));
      return draft;
    }
    return null;
  }

  /** Name: "Quote". */
  private static boolean isHeading(Stretch s, int u) {
    return u > 1 && u <= HEADING_UNITS_MAX && s.isMark(u - 1, ':') && s.isCapitals(u - 1);
  }

  /** A sentence that is nothing but a quotation. */
  private @Nullable Draft alone(
      Segment segment, List<Draft> frames, int number, int paragraphBefore) {
    Draft announced = floor.announced(number);
    if (announced != null) {
      floor.announce(null, number);
      Draft draft = goesOn(announced, segment);
      draft.signs.add("announced");
      return draft;
    }
    Draft topic = frames.isEmpty() ? floor.topic(number) : null;
    if (topic != null) {
      return opens(topic, segment);
    }
    Draft before = frames.isEmpty() ? floor.speaking() : frames.getLast();
    if (before != null && floor.isOf(number)) {
      extend(before, segment, "same paragraph");
      return null;
    }
    if (before != null && before.hasSource() && floor.knownSince(number, 2) != null) {
      return goesOn(before, segment);
    }
    Name name = cast.firstNameIn(paragraphBefore, tokens.at(segment.open()));
    return name == null
        ? nobodys(segment)
        : beside(Pattern.ALONE, segment, tokens.begin(name.prefix()), tokens.end(name.to() - 1));
  }

  private static Draft nobodys(Segment segment) {
    var draft = new Draft(Pattern.ALONE, null, -1);
    draft.addContent(segment.open(), segment.close());
    draft.signs.add("nobody near");
    return draft;
  }

  /** A quotation inside a sentence that has no frame for it: somebody near it. */
  private @Nullable Draft near(Stretch s, int u, Segment segment, List<Draft> frames, int number) {
    boolean drops = reading.pack.has("drops-subject");
    Draft dropped = drops ? droppedSubjects.said(s, u, segment, number) : null;
    if (dropped != null) {
      return dropped;
    }
    boolean colon = u > 0 && s.isMark(u - 1, ':');
    for (int i = frames.size() - 1; i >= 0; i--) {
      Draft frame = frames.get(i);
      if (frame.hasSource() && frame.cueBegin < segment.open()) {
        if (goesOn(s, u, frame)) {
          extend(frame, segment, "same sentence");
          return null;
        }
        return near(segment, frame, colon ? "near frame, colon" : "near frame");
      }
    }
    Name beside = colon ? cast.lastNameIn(s.token(0), s.token(u - 1)) : null;
    if (beside != null && beside.to() == s.token(u - 1)) {
      return near(segment, beside, "near name, colon");
    }
    Phrase viewer = frames.isEmpty() ? viewer(s, u) : null;
    if (viewer != null) {
      return near(segment, s.begin(viewer.from()), s.end(viewer.to() - 1), "near viewpoint");
    }
    boolean verbSecond = reading.pack.has("verb-second");
    if (verbSecond && FreeReports.mood(s) == FreeReports.Mood.REPORTED) {
      Draft before = floor.knownSince(number, 1);
      return before == null ? null : near(segment, before, "near speaker before");
    }
    Phrase main = verbSecond ? subject(s, u, colon) : null;
    if (main != null) {
      String form = s.is(main.from(), WordClass.PRONOUN) ? "near pronoun" : "near name";
      return near(
          segment, s.begin(main.from()), s.end(main.to() - 1), colon ? form + ", colon" : form);
    }
    Name name = cast.firstNameIn(s.token(0), s.token(u));
    int pronoun = firstPronoun(s, u);
    if (pronoun >= 0 && (name == null || s.token(pronoun) < name.from())) {
      return near(
          segment,
          s.begin(pronoun),
          s.end(pronoun),
          colon ? "near pronoun, colon" : "near pronoun");
    }
    if (name != null) {
      return near(segment, name, colon ? "near name, colon" : "near name");
    }
    Phrase subject = u > 0 ? opening(s, u) : null;
    if (subject != null) {
      return near(
          segment,
          s.begin(subject.from()),
          s.end(subject.to() - 1),
          colon ? "near name, colon" : "near name");
    }
    if (!frames.isEmpty() && frames.getFirst().hasSource()) {
      return near(segment, frames.getFirst(), "near frame after");
    }
    Name after = cast.firstNameIn(s.token(u), s.token(s.size - 1) + 1);
    if (after != null) {
      return near(segment, after, "near name after");
    }
    Draft before = floor.knownSince(number, 1);
    return before == null ? null : near(segment, before, "near speaker before");
  }

  private @Nullable Phrase viewer(Stretch s, int u) {
    Phrase beside = viewpoints.before(s, u);
    Phrase opening = beside == null ? viewpoints.opening(s) : beside;
    return opening != null && opening.to() <= u ? opening : null;
  }

  /**
   * Whether a quotation is the rest of speech that stands before its cue: "Q," said S, 40, of
   * Arlen, Nsh. "Q".
   */
  private static boolean goesOn(Stretch s, int u, Draft frame) {
    return u + 1 >= s.trimmedEnd()
        && (s.isMark(u - 1, '.') || s.isMark(u - 1, ',') || s.isDash(u - 1))
        && (frame.pattern == Pattern.QUOTE_LEFT || frame.pattern == Pattern.QUOTE_SPLIT);
  }

  /** The subject of the main clause, when it stands before a unit and is sure to be somebody. */
  private @Nullable Phrase subject(Stretch s, int to, boolean announced) {
    var fields = new Fields(Syntax.of(s));
    Phrase main = fields.main();
    if (main == null
        || main.to() > to
        || s.is(main.from(), WordClass.NOBODY)
        || s.is(main.from(), WordClass.IT)) {
      return null;
    }
    return announced || fields.isSomebody(main) || viewpoints.isPerson(s, main) ? main : null;
  }

  /** "The ministry sees no ...": who opens the sentence, when it can be nobody but a speaker. */
  private static @Nullable Phrase opening(Stretch s, int to) {
    var syntax = Syntax.of(s);
    Phrase phrase = syntax.phrases().after(0);
    return phrase != null && phrase.to() <= to && syntax.sources().isSomebody(phrase)
        ? phrase
        : null;
  }

  private static int firstPronoun(Stretch s, int to) {
    for (int u = 0; u < to; u++) {
      if (s.is(u, WordClass.PRONOUN) && !s.is(u, WordClass.IT) && !s.is(u, WordClass.NOBODY)) {
        return u;
      }
    }
    return -1;
  }

  private Draft near(Segment segment, Name name, String sign) {
    return near(segment, tokens.begin(name.prefix()), tokens.end(name.to() - 1), sign);
  }

  private static Draft near(Segment segment, Draft other, String sign) {
    return near(segment, other.sourceBegin, other.sourceEnd, sign);
  }

  private static Draft near(Segment segment, int begin, int end, String sign) {
    Draft draft = beside(Pattern.NEAR, segment, begin, end);
    draft.signs.add(sign);
    return draft;
  }

  private static Draft beside(Pattern pattern, Segment segment, int begin, int end) {
    var draft = new Draft(pattern, null, -1);
    draft.source(begin, end);
    draft.addContent(segment.open(), segment.close());
    return draft;
  }

  private static boolean isAlone(Stretch s, int u) {
    for (int k = 0; k < s.size; k++) {
      if (k != u && !s.isMark(k) && !s.isBlock(k)) {
        return false;
      }
    }
    return true;
  }
}
