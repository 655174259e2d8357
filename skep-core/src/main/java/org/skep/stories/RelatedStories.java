package org.skep.stories;

import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Stories near one another, but not the same and not of one group. Some hundred microseconds. */
final class RelatedStories {
  private static final double LIKENESS_MIN = 0.12;
  private static final int RELATED_MAX = 8;

  private RelatedStories() {}

  static List<StoryIndex.Related> of(StoryIndex index, long story) {
    Story of = index.live.get(index.resolve(story));
    if (of == null || of.samples.isEmpty()) {
      return List.of();
    }
    var near = new TreeMap<Long, Double>();
    for (Sample sample : List.of(of.samples.getFirst(), of.samples.getLast())) {
      for (StoryIndex.Candidate candidate : index.search.find(sample, of.id)) {
        Story other = candidate.story();
        if (other.group != of.group) {
          near.put(other.id, of.centroid.cosine(other.centroid));
        }
      }
    }
    return near.entrySet().stream()
        .filter(entry -> entry.getValue() >= LIKENESS_MIN)
        .map(entry -> new StoryIndex.Related(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingDouble(StoryIndex.Related::likeness)
                .reversed()
                .thenComparingLong(StoryIndex.Related::story))
        .limit(RELATED_MAX)
        .toList();
  }
}
