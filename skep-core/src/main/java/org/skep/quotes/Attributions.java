package org.skep.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.mention.Names.Name;
import org.skep.quotes.Draft.Pattern;
import org.skep.text.Quotations;
import org.skep.text.Quotations.Segment;
import org.skep.text.Sentences;
import org.skep.text.Tokens;

/**
 * Walks an article paragraph by paragraph: the frames of every sentence first, then every quotation
 * no frame has claimed, which goes on with whoever is speaking. Not thread-safe; lives for one
 * article.
 */
final class Attributions {
  private static final int SPOKEN_WORDS_MIN = 3;

  /** Fewer paragraphs that open with a name and a colon are no interview. */
  private static final int TURNS_MIN = 3;

  private final Reading reading;
  private final Tokens tokens;
  private final Cast cast;
  private final List<Draft> drafts = new ArrayList<>();

  /** Who spoke last, with the paragraph it was in. */
  private @Nullable Draft speaking;

  private int speakingParagraph = -10;
  private boolean openBefore;
  private final List<Draft> turns = new ArrayList<>();
  private int paragraphBefore;
  private int nextSegment;

  Attributions(Reading reading, Cast cast) {
    this.reading = reading;
    this.tokens = reading.tokens;
    this.cast = cast;
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
    int[] starts = joined(reading.sentences(from, to, -1), -1);
    boolean continued = openBefore;
    openBefore = false;
    Draft paragraphFirst = null;
    for (int i = 0; i + 1 < starts.length; i++) {
      var stretch = new Stretch(reading, starts[i], starts[i + 1], -1);
      List<Draft> frames = Frames.of(stretch);
      drafts.addAll(frames);
      if (frames.isEmpty()) {
        reported(stretch, number);
      }
      if (i == 0) {
        interview(stretch, to);
      }
      blocks(stretch, frames, number, i == 0 && continued);
      if (!frames.isEmpty()) {
        Draft last = lastSpoken(frames);
        speaking = last;
        speakingParagraph = number;
        if (paragraphFirst == null) {
          paragraphFirst = last;
        }
      }
      nested(stretch);
    }
    while (nextSegment < reading.segments.size()
        && reading.segments.get(nextSegment).open() < tokens.end(to - 1)) {
      Segment segment = reading.segments.get(nextSegment++);
      if (segment.parent() < 0) {
        openBefore = !segment.closed();
      }
    }
  }

  /** Reported speech that goes on in the subjunctive without a cue: "Er wisse auch nichts." */
  private void reported(Stretch stretch, int number) {
    if (speaking == null || !speaking.hasSource() || speakingParagraph != number) {
      return;
    }
    for (int u = 0; u < stretch.size; u++) {
      if (stretch.is(u, WordClass.REPORTED)) {
        var draft = new Draft(Pattern.REPORTED, null, -1);
        draft.source(speaking.sourceBegin, speaking.sourceEnd);
        draft.addContent(stretch.begin(0), stretch.end(stretch.trimmedEnd() - 1));
        if (!draft.content.isEmpty()) {
          drafts.add(draft);
        }
        return;
      }
    }
  }

  /** "Iris Calder: About two metres a year." Kept when the article has several such paragraphs. */
  private void interview(Stretch stretch, int to) {
    int colon = 0;
    while (colon < Math.min(5, stretch.size) && !stretch.isMark(colon, ':')) {
      colon++;
    }
    if (colon == 0
        || !stretch.isMark(colon, ':')
        || colon + 2 >= stretch.size
        || stretch.isBlock(colon + 1)) {
      return;
    }
    if (!isCapitals(stretch, colon)) {
      return;
    }
    var draft = new Draft(Pattern.INTERVIEW, null, -1);
    draft.source(stretch.begin(0), stretch.end(colon - 1));
    draft.cue(stretch.begin(colon), stretch.end(colon));
    draft.addContent(stretch.begin(colon + 1), tokens.end(to - 1));
    turns.add(draft);
    if (turns.size() == TURNS_MIN) {
      drafts.addAll(turns);
    } else if (turns.size() > TURNS_MIN) {
      drafts.add(draft);
    }
  }

  private static Draft lastSpoken(List<Draft> frames) {
    for (int i = frames.size() - 1; i >= 0; i--) {
      if (frames.get(i).quoted()) {
        return frames.get(i);
      }
    }
    return frames.getLast();
  }

  /** Sentences cut after a quotation's ? or ! are one when a cue follows: "Why?" Ann asked. */
  private int[] joined(int[] starts, int level) {
    int kept = 1;
    for (int i = 1; i + 1 < starts.length; i++) {
      if (!continues(starts[i], starts[i + 1], level)) {
        starts[kept++] = starts[i];
      }
    }
    starts[kept++] = starts[starts.length - 1];
    return java.util.Arrays.copyOf(starts, kept);
  }

  private boolean continues(int from, int to, int level) {
    if (from == 0 || reading.segmentAt(from - 1, level) < 0) {
      return false;
    }
    if (isDash(from)) {
      return to - from < 9 && from + 1 < to && tokens.isCapital(from + 1); // a signature
    }
    int last = from - 1;
    while (last > 0
        && tokens.shape(last) == Tokens.Shape.MARK
        && !Sentences.isTerminal(tokens, last)) {
      last--;
    }
    boolean question =
        tokens.isMark(last, '?') || tokens.isMark(last, '!') || tokens.isMark(last, '…');
    var stretch = new Stretch(reading, from, to, level);
    for (int u = 0; u < Math.min(stretch.size, 9); u++) {
      if (stretch.isBlock(u) || (stretch.isMark(u, ',') && !question)) {
        return false;
      }
      if (u > 0 && new Grammar(stretch).isFiniteCue(u)) {
        boolean short_ =
            u + 1 >= stretch.size
                || stretch.isMark(u + 1, '.')
                || (stretch.isMark(u + 1, ',') && !stretch.isBlock(u + 2));
        boolean that =
            stretch.is(u + 1, WordClass.THAT)
                || stretch.isMark(u + 1, ':')
                || stretch.isBlock(u + 1)
                || stretch.isBlock(u + 2);
        return question
            ? !that && Frames.of(stretch).isEmpty()
            : short_ && Frames.of(stretch).isEmpty();
      }
    }
    return false;
  }

  private boolean isDash(int token) {
    return tokens.isMark(token, '―') || tokens.isMark(token, '—') || tokens.isMark(token, '–');
  }

  private void nested(Stretch stretch) {
    for (int u = 0; u < stretch.size; u++) {
      if (stretch.isBlock(u)) {
        nested(stretch.segment(u), 0);
      }
    }
  }

  private void nested(int level, int depth) {
    Segment segment = reading.segments.get(level);
    int from = tokens.at(segment.begin());
    int to = tokens.at(segment.end());
    if (to - from < 4 || depth > 2) {
      return;
    }
    int[] starts = joined(reading.sentences(from, to, level), level);
    for (int i = 0; i + 1 < starts.length; i++) {
      var stretch = new Stretch(reading, starts[i], starts[i + 1], level);
      for (Draft draft : Frames.of(stretch)) {
        draft.signs.add("nested");
        drafts.add(draft);
      }
      for (int u = 0; u < stretch.size; u++) {
        if (stretch.isBlock(u)) {
          nested(stretch.segment(u), depth + 1);
        }
      }
    }
  }

  // ---------------------------------------------------------------- quotations without a frame

  private void blocks(Stretch stretch, List<Draft> frames, int number, boolean continued) {
    for (int u = 0; u < stretch.size; u++) {
      if (!stretch.isBlock(u)) {
        continue;
      }
      Segment segment = reading.segments.get(stretch.segment(u));
      Draft owner = owner(frames, segment);
      if (owner != null) {
        continue;
      }
      if (reading.pack.has("dialogue-dash") && inserted(stretch.segment(u), frames, number)) {
        continue;
      }
      int words = reading.wordCount(segment.begin(), segment.end());
      if (continued && u == 0 && speaking != null) {
        extend(speaking, segment);
        continue;
      }
      if (words < SPOKEN_WORDS_MIN || isTitle(stretch, u, segment)) {
        continue;
      }
      unclaimed(stretch, u, segment, frames, number);
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

  /** « Yes, says X. Then »: the speaker stands inside the marks; he is cut out of his own words. */
  private boolean inserted(int index, List<Draft> frames, int number) {
    Segment segment = reading.segments.get(index);
    int from = tokens.at(segment.begin());
    int to = tokens.at(segment.end());
    for (int t = from + 1; t + 1 < to; t++) {
      if (!tokens.isMark(t - 1, ',') || reading.inner[t] != index) {
        continue;
      }
      var stretch = new Stretch(reading, t, to, index);
      var grammar = new Grammar(stretch);
      int verb = 0;
      while (verb < 3 && grammar.isBetween(verb)) {
        verb++;
      }
      if (!reading.pack.isCueWord(stretch.word(verb))) {
        continue;
      }
      Grammar.Phrase phrase = grammar.phraseAfter(verb + 1);
      if (phrase == null || !grammar.canSpeak(phrase)) {
        continue;
      }
      int end = phrase.to();
      while (end < stretch.size && !stretch.isMark(end, '.') && !stretch.isMark(end, ';')) {
        end++;
      }
      var draft = new Draft(Pattern.QUOTE_SPLIT, CueClass.CLAUSE, -1);
      draft.signs.add("inverted");
      draft.signs.add("source name");
      draft.cue(stretch.begin(0), stretch.end(verb));
      draft.source(stretch.begin(phrase.from()), stretch.end(phrase.to() - 1));
      draft.addContent(segment.open(), tokens.end(t - 1));
      if (end + 1 < stretch.size) {
        draft.addContent(stretch.begin(end + 1), segment.close());
      }
      accept(draft, frames, number);
      return true;
    }
    return false;
  }

  private void unclaimed(Stretch s, int u, Segment segment, List<Draft> frames, int number) {
    boolean alone = isAlone(s, u);
    // — Name, a signature after the closing mark
    if (u + 2 <= s.size && s.isDash(u + 1) && s.size - u < 12) {
      Grammar.Phrase phrase = new Grammar(s).phraseAfter(u + 2);
      if (phrase != null && s.isCapital(phrase.from())) {
        Draft draft = new Draft(Pattern.SIGNATURE, null, -1);
        draft.cue(s.begin(u + 1), s.end(u + 1));
        draft.source(s.begin(phrase.from()), s.end(phrase.to() - 1));
        draft.addContent(segment.open(), segment.close());
        accept(draft, frames, number);
        return;
      }
    }
    if (u > 1 && u <= 5 && s.isMark(u - 1, ':') && isCapitals(s, u - 1)) {
      var draft = new Draft(Pattern.SIGNATURE, null, -1); // Name: 'Quote', as headlines have it
      draft.cue(s.begin(u - 1), s.end(u - 1));
      draft.source(s.begin(0), s.end(u - 2));
      draft.addContent(segment.open(), segment.close());
      accept(draft, frames, number);
      return;
    }
    if (alone) {
      Draft before = frames.isEmpty() ? speaking : frames.getLast();
      if (before != null && number - speakingParagraph == 0) {
        extend(before, segment);
        return;
      }
      if (before != null && number - speakingParagraph <= 2 && before.hasSource()) {
        var draft = new Draft(Pattern.ALONE, null, -1);
        draft.source(before.sourceBegin, before.sourceEnd);
        draft.addContent(segment.open(), segment.close());
        accept(draft, frames, number);
        return;
      }
      Name name = cast.firstNameIn(paragraphBefore, tokens.at(segment.open()));
      if (name != null) {
        var draft = new Draft(Pattern.ALONE, null, -1);
        draft.source(tokens.begin(name.prefix()), tokens.end(name.to() - 1));
        draft.addContent(segment.open(), segment.close());
        accept(draft, frames, number);
      }
      return;
    }
    boolean colon = u > 0 && s.isMark(u - 1, ':');
    for (int i = frames.size() - 1; i >= 0; i--) {
      Draft frame = frames.get(i);
      if (frame.hasSource() && frame.cueBegin < segment.open()) {
        near(
            segment,
            frame.sourceBegin,
            frame.sourceEnd,
            frames,
            number,
            colon ? "near frame, colon" : "near frame");
        return;
      }
    }
    int from = s.token(0);
    Name name = cast.firstNameIn(from, s.token(u));
    int pronoun = -1;
    for (int k = 0; k < u; k++) {
      if (s.is(k, WordClass.PRONOUN) && !s.is(k, WordClass.IT) && !s.is(k, WordClass.NOBODY)) {
        pronoun = k;
        break;
      }
    }
    if (pronoun >= 0 && (name == null || s.token(pronoun) < name.from())) {
      near(
          segment,
          s.begin(pronoun),
          s.end(pronoun),
          frames,
          number,
          colon ? "near pronoun, colon" : "near pronoun");
    } else if (name != null) {
      near(
          segment,
          tokens.begin(name.prefix()),
          tokens.end(name.to() - 1),
          frames,
          number,
          "near name");
    } else if (!frames.isEmpty() && frames.getFirst().hasSource()) {
      near(
          segment,
          frames.getFirst().sourceBegin,
          frames.getFirst().sourceEnd,
          frames,
          number,
          "near frame after");
    } else {
      Name after = cast.firstNameIn(s.token(u), s.size > 0 ? s.token(s.size - 1) + 1 : 0);
      if (after != null) {
        near(
            segment,
            tokens.begin(after.prefix()),
            tokens.end(after.to() - 1),
            frames,
            number,
            "near name after");
      } else if (speaking != null && speaking.hasSource() && number - speakingParagraph <= 1) {
        near(
            segment,
            speaking.sourceBegin,
            speaking.sourceEnd,
            frames,
            number,
            "near speaker before");
      }
    }
  }

  private void near(
      Segment segment, int begin, int end, List<Draft> frames, int number, String sign) {
    var draft = new Draft(Pattern.NEAR, null, -1);
    draft.signs.add(sign);
    draft.source(begin, end);
    draft.addContent(segment.open(), segment.close());
    accept(draft, frames, number);
  }

  private void accept(Draft draft, List<Draft> frames, int number) {
    drafts.add(draft);
    if (frames.isEmpty()) {
      speaking = draft;
      speakingParagraph = number;
    }
  }

  private void extend(Draft draft, Segment segment) {
    if (draft.content.size() < 60
        && draft.content.getLast()[1] <= segment.open()
        && draft.quoted()) {
      draft.addContent(segment.open(), segment.close());
      return;
    }
    var more = new Draft(Pattern.ALONE, null, -1);
    if (draft.hasSource()) {
      more.source(draft.sourceBegin, draft.sourceEnd);
    }
    more.addContent(segment.open(), segment.close());
    drafts.add(more);
  }

  private static boolean isCapitals(Stretch s, int to) {
    for (int u = 0; u < to; u++) {
      if (!s.isCapital(u) && !s.isMark(u, '.')) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlone(Stretch s, int u) {
    for (int k = 0; k < s.size; k++) {
      if (k != u && !s.isMark(k) && !s.isBlock(k)) {
        return false;
      }
    }
    return true;
  }

  /** A title of a work, or words somebody else coined: no speech. */
  private boolean isTitle(Stretch s, int u, Segment segment) {
    var pack = reading.pack;
    for (int k = u - 1; k >= Math.max(0, u - 2); k--) {
      if (pack.noun(s.word(k), org.skep.language.Noun.Kind.WORK) != null) {
        return true;
      }
    }
    int capitals = 0;
    int long_ = 0;
    for (int t = tokens.at(segment.begin());
        t < tokens.size() && tokens.begin(t) < segment.end();
        t++) {
      if (tokens.shape(t) != Tokens.Shape.MARK && tokens.word(t).length() > 3) {
        long_++;
        capitals += tokens.isCapital(t) ? 1 : 0;
      }
    }
    boolean speech = s.endsOpen(u) && segment.kind() != Quotations.Kind.SINGLE;
    return long_ >= 2 && capitals == long_ && !speech && !pack.has("noun-capitals");
  }
}
