package org.skep.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.skep.model.Article;
import org.skep.text.Hash64;

/**
 * Replays a stream whose stories are known and collects what the join model should have said: for
 * every article its true story, when it exists already, and the stories most easily mistaken for
 * it. For the trainer in skep-bench.
 *
 * <p>Told to keep a story in several parts, as a stream that has not settled does, it teaches that
 * each of them is the right one: what a young or a broken story looks like.
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

  /** The part an article goes to, by its label and the number of the part. */
  private final Map<String, Story> truth = new HashMap<>();

  private final Map<Story, String> labels = new HashMap<>();
  private final int parts;

  /**
   * Nothing seen yet.
   *
   * @param parts in how many parts to keep each story
   */
  public StoryLessons(int parts) {
    this.parts = parts;
  }

  /** What is to be learnt from the next article, which then joins its part of its true story. */
  public List<Lesson> next(Article article, String story) {
    var features = scanner.scan(article);
    var candidates = index.lookup(features);
    var sample = candidates.report().sample();
    String part = story + " " + Math.floorMod(Hash64.mix(features.article()), parts);
    Story own = truth.get(part);
    var lessons = new ArrayList<Lesson>();
    int wrong = 0;
    for (int rank = 0; rank < candidates.found().size(); rank++) {
      var candidate = candidates.found().get(rank);
      boolean belongs = story.equals(labels.get(candidate.story()));
      if (belongs || wrong++ < WRONG_MAX) {
        lessons.add(new Lesson(Likeness.signals(candidates.report(), candidate.story()), belongs));
      }
    }
    if (own == null) {
      own = index.open(features.article(), features.language(), features.seconds());
      truth.put(part, own);
      labels.put(own, story);
    }
    index.counts.add(features, own.centroid.terms);
    own.report(sample);
    index.changed(own);
    return lessons;
  }
}
