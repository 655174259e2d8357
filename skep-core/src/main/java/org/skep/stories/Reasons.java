package org.skep.stories;

import java.util.ArrayList;
import java.util.List;

/** Why an article belongs to a story, in words a reader understands. Pure. */
final class Reasons {
  private static final int NAMES_MAX = 4;

  /** Of a copy. */
  static final List<String> COPY = List.of("a copy of a report in it");

  private Reasons() {}

  static List<String> of(Sample sample, Story story) {
    var reasons = new ArrayList<String>();
    var features = sample.features();
    var names = new ArrayList<String>();
    for (int i = 0; i < features.nameTerms().length && names.size() < NAMES_MAX; i++) {
      String name = features.names().get(i);
      if (story.centroid.knows(features.nameTerms()[i]) && !isContinued(names, name)) {
        names.add(name);
      }
    }
    if (!names.isEmpty()) {
      reasons.add("same names: " + String.join(", ", names));
    }
    int numbers = 0;
    for (int i = 0; i < features.terms().length; i++) {
      boolean number = features.is(i, StoryFeatures.NUMBER);
      numbers += number && story.centroid.knows(features.terms()[i]) ? 1 : 0;
    }
    if (numbers > 0) {
      reasons.add(numbers == 1 ? "one number agrees" : numbers + " numbers agree");
    }
    long gap =
        Math.max(0, Math.max(features.seconds() - story.last, story.first - features.seconds()));
    reasons.add(
        gap < 7_200
            ? "within 2 h"
            : gap < 172_800
                ? "within " + (gap / 3600 + 1) + " h"
                : "within " + (gap / 86_400 + 1) + " days");
    return reasons;
  }

  /** Names come in pairs of words: "President Ada" and "Ada Lund" are one of three. */
  private static boolean isContinued(List<String> names, String name) {
    int space = name.indexOf(' ');
    for (int i = 0; i < names.size(); i++) {
      String known = names.get(i);
      if (known.contains(name) || name.contains(known)) {
        return true;
      }
      if (space > 0 && known.endsWith(" " + name.substring(0, space))) {
        names.set(i, known + name.substring(space));
        return true;
      }
    }
    return false;
  }
}
