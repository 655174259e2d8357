package org.skep.quotes;

import java.util.ArrayList;
import java.util.List;
import org.skep.quotes.Draft.Pattern;

/** Paragraphs that open with a name and a colon: an interview when there are several. */
final class Interview {
  private static final int TURNS_MIN = 3;
  private final List<Draft> turns = new ArrayList<>();

  /**
   * The turns that are certain now that a paragraph up to a token has opened with this sentence:
   * "Iris Calder: About two metres a year."
   */
  List<Draft> turn(Stretch stretch, int to) {
    int colon = 0;
    while (colon < Math.min(5, stretch.size) && !stretch.isMark(colon, ':')) {
      colon++;
    }
    if (colon == 0
        || !stretch.isMark(colon, ':')
        || colon + 2 >= stretch.size
        || stretch.isBlock(colon + 1)) {
      return List.of();
    }
    if (!stretch.isCapitals(colon)) {
      return List.of();
    }
    var draft = new Draft(Pattern.INTERVIEW, null, -1);
    draft.source(stretch.begin(0), stretch.end(colon - 1));
    draft.cue(stretch.begin(colon), stretch.end(colon));
    draft.addContent(stretch.begin(colon + 1), stretch.reading.tokens.end(to - 1));
    turns.add(draft);
    return turns.size() == TURNS_MIN
        ? turns
        : turns.size() > TURNS_MIN ? List.of(draft) : List.of();
  }
}
