package org.skep.stories;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skep.model.ArticleId;
import org.skep.model.Correction;
import org.skep.model.StoryChange;

/**
 * What users set right, obeyed for ever: stories they took apart never meet again, stories they put
 * together are never cut. A correction of a story no longer live changes who is in it all the same;
 * nothing can undo that later.
 */
final class Corrections {
  private static final List<String> BY_A_USER = List.of("put together by a user");

  private final StoryIndex index;

  Corrections(StoryIndex index) {
    this.index = index;
  }

  List<StoryChange> notThisStory(Correction.NotThisStory not) {
    Story of = index.find(not.article());
    Story story = index.named(not.story());
    if (of == null) {
      return retired(not.article(), index.resolve(not.story()));
    }
    if (of == story) {
      return split(of, not.article());
    }
    if (story != null) {
      of.apart.add(story.id); // a rebuild kept them apart by itself; so it stays
    }
    return List.of();
  }

  List<StoryChange> split(Correction.SplitStory split) {
    Story of = index.find(split.article());
    return of == null ? retired(split.article(), split.article()) : split(of, split.article());
  }

  private List<StoryChange> retired(long article, long story) {
    long own = index.freeId(article, story);
    index.separate(article, story);
    return List.of(new StoryChange.Left(story, article), new StoryChange.Opened(own, article));
  }

  private List<StoryChange> split(Story story, long article) {
    if (story.members.size() < 2) {
      return List.of();
    }
    Sample sample = sampleOf(story, article);
    var copies = index.takeOut(story, article);
    var changes = new ArrayList<StoryChange>();
    changes.add(new StoryChange.Left(story.id, article));
    long seconds = sample == null ? story.last : sample.features().seconds();
    Story own = index.open(index.freeId(article, story.id), story.language, seconds);
    changes.add(new StoryChange.Opened(own.id, article));
    if (sample != null) {
      own.report(sample);
    }
    index.settleIn(own, article);
    index.originOf.remove(article);
    for (long copy : copies) {
      index.settleIn(own, copy);
      changes.add(new StoryChange.Joined(own.id, copy, Reasons.COPY, 1));
    }
    own.apart.add(story.id);
    index.separate(article, story.id);
    index.changed(own);
    index.changed(story);
    return changes;
  }

  private static @Nullable Sample sampleOf(Story story, long article) {
    for (Sample sample : story.samples) {
      if (sample.article() == article) {
        return sample;
      }
    }
    return null;
  }

  List<StoryChange> merge(Correction.MergeStories merge) {
    Story one = index.named(merge.story());
    Story two = index.named(merge.other());
    if (one != null && two != null) {
      return one == two ? List.of() : merge(one, two);
    }
    long first = one == null ? index.resolve(merge.story()) : one.id;
    long second = two == null ? index.resolve(merge.other()) : two.id;
    if (first == second) {
      return List.of();
    }
    boolean swap = one != null; // what is no longer live is older
    return retired(swap ? second : first, swap ? first : second, swap ? one : two);
  }

  /** The live one goes on under the older id. */
  private List<StoryChange> retired(long older, long younger, @Nullable Story live) {
    if (live == null) {
      index.redirect(younger, older);
    } else {
      Story into = index.open(older, live.language, live.last);
      index.merge(into, live);
      into.welded = true;
    }
    return List.of(new StoryChange.Merged(older, younger, BY_A_USER));
  }

  /** A group of retired stories is known to the store only: one leaves for a group never used. */
  List<StoryChange> cut(Correction.CutLink cut) {
    Story one = index.named(cut.story());
    Story two = index.named(cut.other());
    if (one != null && two != null) {
      return one == two ? List.of() : new Grouping(index).cut(two, one);
    }
    long leaves = index.resolve(two == null ? cut.other() : cut.story());
    long stays = index.resolve(two == null ? cut.story() : cut.other());
    long group = ArticleId.of("group " + leaves + " without " + stays);
    return List.of(new StoryChange.Grouped(leaves, group));
  }

  private List<StoryChange> merge(Story one, Story two) {
    Story into = one.born < two.born ? one : two;
    Story from = into == one ? two : one;
    into.apart.removeIf(id -> index.named(id) == from);
    from.apart.removeIf(id -> index.named(id) == into);
    index.merge(into, from);
    into.welded = true;
    return List.of(new StoryChange.Merged(into.id, from.id, BY_A_USER));
  }
}
