package org.skep.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skep.model.Article;

/**
 * Replays a stream whose stories are known and collects what the join model should have said: for
 * every article its true story, when it exists already, and the stories most easily mistaken for
 * it. For the trainer in skep-bench.
 */
public final class StoryLessons {
  private static final int WRONG_MAX = 6;

  /**
   * One pair of article and story.
   *
   * @param belongs the truth
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Lesson(float[] signals, boolean belongs) {}

  private final StoryScanner scanner = new StoryScanner();
  private final StoryIndex index = new StoryIndex();
  private final Map<String, Story> truth = new HashMap<>();

  /** What is to be learnt from the next article, which then joins its true story. */
  public List<Lesson> next(Article article, String story) {
    var features = scanner.scan(article);
    var candidates = index.lookup(features);
    var sample = candidates.report().sample();
    Story own = truth.get(story);
    var lessons = new ArrayList<Lesson>();
    int wrong = 0;
    for (int rank = 0; rank < candidates.found().size(); rank++) {
      var candidate = candidates.found().get(rank);
      boolean belongs = candidate.story() == own;
      if (belongs || wrong++ < WRONG_MAX) {
        lessons.add(new Lesson(Likeness.signals(candidates.report(), candidate.story()), belongs));
      }
    }
    if (own == null) {
      own = index.open(features.article(), features.language(), features.seconds());
      truth.put(story, own);
    }
    index.counts.add(features, own.centroid.terms);
    own.report(sample);
    index.changed(own);
    return lessons;
  }
}
