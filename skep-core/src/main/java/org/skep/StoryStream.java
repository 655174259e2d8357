package org.skep;

import java.util.ArrayList;
import java.util.List;
import org.skep.copies.Copies;
import org.skep.copies.CopyIndex;
import org.skep.model.Article;
import org.skep.stories.JoinModel;
import org.skep.stories.Stories;
import org.skep.stories.StoryIndex;

/**
 * The copies and stories stages over a finite stream of articles, for data sets and tests: the same
 * functions as the pipeline's, without a store. Not thread-safe; keeps one row an article.
 */
public final class StoryStream {
  private final Copies copies = new Copies();
  private final CopyIndex copyIndex = new CopyIndex();
  private final Stories stories;
  private final StoryIndex storyIndex = new StoryIndex();
  private final StoryBook book = new StoryBook();
  private final List<Long> order = new ArrayList<>();

  /** An article's story, and the group of stories in several languages that story belongs to. */
  public record Place(long article, long story, long group) {}

  /** With the shipped model. */
  public StoryStream() {
    this(new JoinModel());
  }

  /** With another model. */
  public StoryStream(JoinModel model) {
    stories = new Stories(model);
  }

  /** The article's place as it stands on arrival. */
  public Place add(Article article) {
    var copyFeatures = copies.features(article);
    var copy = copies.decide(copyFeatures, copyIndex.lookup(copyFeatures));
    copies.apply(copyIndex, copy);
    var features = stories.features(article);
    var decision = stories.decide(features, copy.copy(), storyIndex.lookup(features));
    stories.apply(storyIndex, decision).forEach(book::write);
    order.add(article.id());
    return book.place(article.id());
  }

  /** All places after the stream's end, in order of arrival. */
  public List<Place> settled() {
    stories.settle(storyIndex).forEach(book::write);
    return order.stream().map(book::place).toList();
  }

  /** Where a story's id leads now. */
  public long now(long story) {
    return book.now(story);
  }
}
