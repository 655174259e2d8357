package org.skep.stories;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stories that changed and wait to be looked at again, in the order of their first change since the
 * last look. A story waits for a number of arrivals, so that one look serves several changes.
 */
final class ReviewQueue {
  private final Map<Story, Integer> waiting = new LinkedHashMap<>();

  void add(Story story, int arrival) {
    waiting.putIfAbsent(story, arrival);
  }

  void remove(Story story) {
    waiting.remove(story);
  }

  /** Takes out those that waited long enough, at most so many. */
  List<Story> due(int arrival, int wait, int max) {
    var due = new ArrayList<Story>();
    for (var entry : waiting.entrySet()) {
      if (due.size() == max || arrival - entry.getValue() < wait) {
        break;
      }
      due.add(entry.getKey());
    }
    due.forEach(waiting::remove);
    return due;
  }

  Map<Story, Integer> waiting() {
    return waiting;
  }
}
