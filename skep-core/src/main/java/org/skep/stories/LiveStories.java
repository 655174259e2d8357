package org.skep.stories;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The stories that can still take something in, each in a slot that is used again once it is free.
 * A story retires after {@link #WINDOW_SECONDS} without news, or as the idlest of more than {@link
 * #STORIES_MAX}.
 */
final class LiveStories {
  static final long WINDOW_SECONDS = 14 * 86_400L;
  static final int STORIES_MAX = 250_000;

  /**
   * A story may be idle.
   *
   * @param last when it was seen to have had its last news
   */
  private record Idle(long last, Story story) {}

  private final Map<Long, Story> byId = new HashMap<>();
  private final ArrayList<@Nullable Story> slots = new ArrayList<>();

  /** The language of each slot's story, as a number that saves a look at the story. */
  private int[] tongues = new int[64];

  private final Map<String, Integer> tongueNumbers = new HashMap<>();
  private final ArrayList<Integer> free = new ArrayList<>();
  private final PriorityQueue<Idle> idle =
      new PriorityQueue<>(
          Comparator.comparingLong(Idle::last).thenComparingInt(entry -> entry.story().born));
  private int born;

  int size() {
    return byId.size();
  }

  /** How many slots there are, free ones included. */
  int slots() {
    return slots.size();
  }

  @Nullable Story at(int slot) {
    return slots.get(slot);
  }

  /** A number for the language of the slot's story, good while the process lives. */
  int tongue(int slot) {
    return tongues[slot];
  }

  @Nullable Story get(long id) {
    return byId.get(id);
  }

  boolean has(Story story) {
    return byId.get(story.id) == story;
  }

  static boolean live(Story story, long now) {
    return now - story.last < WINDOW_SECONDS;
  }

  Story open(long id, String language, long seconds) {
    int slot = free.isEmpty() ? slots.size() : free.removeLast();
    var story = new Story(id, slot, born++, language, seconds);
    if (slot == slots.size()) {
      slots.add(null);
    }
    put(story);
    return story;
  }

  private void put(Story story) {
    slots.set(story.slot, story);
    if (slots.size() > tongues.length) {
      tongues = Arrays.copyOf(tongues, Integer.highestOneBit(slots.size()) * 2);
    }
    tongues[story.slot] = tongueNumbers.computeIfAbsent(story.language, l -> tongueNumbers.size());
    byId.put(story.id, story);
    idle.add(new Idle(story.last, story));
  }

  void close(Story story) {
    byId.remove(story.id);
    slots.set(story.slot, null);
    free.add(story.slot);
  }

  /** Stories too old to take anything in, oldest first. Constant cost for each. */
  List<Story> retiring(long now) {
    var old = new ArrayList<Story>();
    while (!idle.isEmpty()) {
      Idle next = idle.element();
      boolean crowded = byId.size() - old.size() > STORIES_MAX;
      if (!crowded && now - next.last() < WINDOW_SECONDS) {
        break;
      }
      idle.remove();
      Story story = next.story();
      if (has(story) && story.last > next.last()) {
        idle.add(new Idle(story.last, story));
      } else if (has(story)) {
        old.add(story);
      }
    }
    return old;
  }

  /** In order of opening. */
  List<Story> inOrder() {
    var live = new ArrayList<>(byId.values());
    live.sort(Comparator.comparingInt(story -> story.born));
    return live;
  }

  int born() {
    return born;
  }

  int[] free() {
    return free.stream().mapToInt(Integer::intValue).toArray();
  }

  /** As a snapshot was taken of it. */
  static LiveStories restored(int born, int slots, int[] free, List<Story> stories) {
    var live = new LiveStories();
    live.born = born;
    for (int n = 0; n < slots; n++) {
      live.slots.add(null);
    }
    for (int slot : free) {
      live.free.add(slot);
    }
    stories.forEach(live::put);
    return live;
  }
}
