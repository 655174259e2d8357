package org.skep.stories;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Which live stories share a group; a story alone is its own group and takes no room here. */
final class Groups {
  private final LiveStories live;
  private final Map<Long, TreeSet<Long>> members = new HashMap<>();

  Groups(LiveStories live) {
    this.live = live;
  }

  /** The live stories of the story's group, itself included. */
  List<Story> of(Story story) {
    var ids = members.get(story.group);
    if (ids == null) {
      return List.of(story);
    }
    var stories = new ArrayList<Story>();
    for (long id : ids) {
      Story member = live.get(id);
      if (member != null) {
        stories.add(member);
      }
    }
    return stories;
  }

  void set(Story story, long group) {
    forget(story);
    story.group = group;
    note(story);
  }

  /** The story is no longer live. */
  void forget(Story story) {
    var before = members.get(story.group);
    if (before != null) {
      before.remove(story.id);
      if (before.isEmpty()) {
        members.remove(story.group);
      }
    }
  }

  /** Takes in the group the story says it has. */
  void note(Story story) {
    if (story.group != story.id || members.containsKey(story.group)) {
      members.computeIfAbsent(story.group, id -> new TreeSet<>()).add(story.id);
      Story head = live.get(story.group);
      if (head != null && head.group == story.group) {
        members.getOrDefault(story.group, new TreeSet<>()).add(head.id);
      }
    }
  }
}
