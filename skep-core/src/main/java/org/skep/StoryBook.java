package org.skep;

import java.util.HashMap;
import java.util.Map;
import org.skep.model.StoryChange;

/** Story changes applied in order: which article is in which story now. Not thread-safe. */
final class StoryBook {
  private final Map<Long, Long> stories = new HashMap<>();
  private final Map<Long, Long> redirects = new HashMap<>();
  private final Map<Long, Long> groups = new HashMap<>();

  void write(StoryChange change) {
    switch (change) {
      case StoryChange.Opened opened -> stories.put(opened.article(), opened.story());
      case StoryChange.Joined joined -> stories.put(joined.article(), joined.story());
      case StoryChange.Left left -> stories.remove(left.article(), left.story());
      case StoryChange.Merged merged -> redirects.put(merged.from(), merged.story());
      case StoryChange.Grouped grouped -> groups.put(grouped.story(), grouped.group());
    }
  }

  StoryStream.Place place(long article) {
    Long story = stories.get(article);
    if (story == null) {
      throw new IllegalStateException("article without a story: " + article);
    }
    long now = now(story);
    return new StoryStream.Place(article, now, groups.getOrDefault(now, now));
  }

  long now(long story) {
    long now = story;
    for (Long next = redirects.get(now); next != null; next = redirects.get(now)) {
      now = next;
    }
    return now;
  }
}
