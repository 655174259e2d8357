package org.skep.quotes;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.language.CueClass;
import org.skep.language.WordClass;
import org.skep.quotes.Draft.Pattern;

/**
 * The attributions of one sentence as they are found, with the units each takes: an earlier one
 * limits where a later one may begin, a later one where an earlier one ends.
 */
final class Findings {
  /**
   * The units of an attribution.
   *
   * @param start where its own clause begins: its subject or its cue
   * @param begin first unit of the content
   * @param end one past its last unit
   */
  private record Extent(int start, int begin, int end, int cue, @Nullable Phrase subject) {}

  private final Stretch s;
  private final List<Draft> drafts = new ArrayList<>(2);
  private final List<Extent> extents = new ArrayList<>(2);

  Findings(Stretch stretch) {
    s = stretch;
  }

  /** In order of their cues. */
  List<Draft> drafts() {
    return drafts;
  }

  int size() {
    return drafts.size();
  }

  boolean add(Draft draft, int begin, int end, Report report) {
    Phrase subject = report.subject();
    int start = report.from();
    if (subject != null && !report.inherited() && !report.inverted()) {
      start = Math.min(subject.from(), start);
    }
    return add(draft, start, begin, end, report);
  }

  /**
   * @param start where the attribution's own clause begins
   */
  boolean add(Draft draft, int start, int begin, int end, Report report) {
    drafts.add(draft);
    extents.add(new Extent(start, begin, end, report.from(), report.subject()));
    return true;
  }

  /** The subject of the last cue that stands before a unit. */
  @Nullable Phrase lastSubject(int before) {
    for (int i = extents.size() - 1; i >= 0; i--) {
      Phrase subject = extents.get(i).subject();
      if (subject != null && subject.from() < before && !isObject(i)) {
        return new Phrase(subject.from(), subject.to(), false);
      }
    }
    return null;
  }

  /** "shared a list called X": a cue inside another's object does not speak for the sentence. */
  private boolean isObject(int number) {
    for (int i = 0; i < number; i++) {
      Extent outer = extents.get(i);
      if (drafts.get(i).type == CueClass.OBJECT
          && outer.begin() <= extents.get(number).start()
          && extents.get(number).cue() < outer.end()) {
        return true;
      }
    }
    return false;
  }

  /** Where content that ends at a unit may begin: after earlier speech, a semicolon or a colon. */
  int leftStart(int end) {
    int start = 0;
    for (int i = 0; i < extents.size(); i++) {
      Extent extent = extents.get(i);
      if (extent.end() > 0 && drafts.get(i).quoted()) {
        start = Math.max(start, Math.min(extent.end(), end));
      }
    }
    for (int u = end - 1; u > start; u--) {
      if (s.isMark(u, ';') || (s.isMark(u, ':') && s.isBlock(u + 1))) {
        return u + 1;
      }
    }
    if (s.isBlock(end - 1) && start < end - 1) {
      // a cue before the quotation owns what stands between
      for (Extent extent : extents) {
        if (extent.cue() > start && extent.cue() < end - 1) {
          return end - 1;
        }
      }
    }
    while (start < end - 1
        && ((s.isMark(start) && !s.isMark(start, '(') && !s.isMark(start, '$'))
            || s.is(start, WordClass.CONJUNCTION))) {
      start++;
    }
    return start;
  }

  /** An earlier content ends where a later cue's own clause begins. */
  void trim() {
    for (int i = 0; i < drafts.size(); i++) {
      Draft draft = drafts.get(i);
      Extent own = extents.get(i);
      int[] piece = draft.content.getLast();
      if (draft.pattern == Pattern.SOURCE_FIRST || piece[0] < draft.cueBegin) {
        continue;
      }
      for (int j = i + 1; j < drafts.size(); j++) {
        int start = extents.get(j).start();
        if (s.begin(Math.min(start, s.size - 1)) >= piece[1] || start <= own.begin()) {
          continue;
        }
        int cut = isParallel(i, j) ? -1 : cutBefore(start, drafts.get(j));
        if (cut > own.begin() && s.end(cut - 1) < piece[1] && s.end(cut - 1) > piece[0]) {
          piece[1] = s.end(cut - 1);
        }
      }
    }
  }

  /**
   * "K confirmed that T urged A, while P promised B": what follows "while" stands beside the report
   * that opens the clause, inside what K confirmed.
   */
  private boolean isParallel(int outer, int later) {
    Extent clause = extents.get(outer);
    Extent next = extents.get(outer + 1);
    int start = extents.get(later).start();
    return drafts.get(outer).pattern == Pattern.THAT
        && later > outer + 1
        && next.subject() != null
        && next.start() - clause.begin() <= 1
        && start > 0
        && s.is(start - 1, WordClass.SUBORDINATOR);
  }

  private int cutBefore(int start, Draft later) {
    int cut = start;
    boolean conjunction = false;
    while (cut > 0
        && (s.isMark(cut - 1, ',')
            || s.isDash(cut - 1)
            || s.is(cut - 1, WordClass.CONJUNCTION)
            || (s.is(cut - 1, WordClass.SUBORDINATOR)
                && !s.is(cut - 1, WordClass.THAT)
                && conjunctionOnly(cut - 1))
            || s.is(cut - 1, WordClass.ADVERB))) {
      cut--;
      conjunction = true;
    }
    boolean inherited = later.signs.contains("subject inherited");
    if (!conjunction && inherited && cut > 0 && s.is(cut - 1, WordClass.PREPOSITION)) {
      return cut - 1; // "for a settlement after vowing to end the war"
    }
    boolean source = later.pattern == Pattern.SOURCE_LAST;
    boolean speech = cut > 0 && s.isBlock(cut - 1) && s.endsOpen(cut - 1);
    if (!conjunction && !source && !speech) {
      return -1;
    }
    boolean comma = s.isMark(cut, ',') || s.isDash(cut) || speech;
    return inherited || comma || source ? cut : -1;
  }

  private boolean conjunctionOnly(int u) {
    String word = s.word(u);
    return word.equals("while")
        || word.equals("although")
        || word.equals("though")
        || word.equals("whereas");
  }
}
