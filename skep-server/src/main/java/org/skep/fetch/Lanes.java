package org.skep.fetch;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;

/**
 * A number of places for each of many keys, first come, first served. A key that nobody uses or
 * waits for takes no memory.
 */
final class Lanes<K> {
  private static final class Lane {
    final Semaphore places;
    int users;

    Lane(int width) {
      places = new Semaphore(width, true);
    }
  }

  private final Map<K, Lane> lanes = new HashMap<>();
  private final int width;

  Lanes(int width) {
    this.width = width;
  }

  /** Waits for a place; whoever gets one gives it back with {@link #leave}. */
  void enter(K key) throws InterruptedException {
    Lane lane;
    synchronized (lanes) {
      lane = lanes.computeIfAbsent(key, _ -> new Lane(width));
      lane.users++;
    }
    try {
      lane.places.acquire();
    } catch (InterruptedException e) {
      forget(key, lane);
      throw e;
    }
  }

  void leave(K key) {
    Lane lane;
    synchronized (lanes) {
      lane = lanes.get(key);
    }
    if (lane == null) {
      throw new IllegalStateException("nobody entered the lane of " + key);
    }
    lane.places.release();
    forget(key, lane);
  }

  private void forget(K key, Lane lane) {
    synchronized (lanes) {
      if (--lane.users == 0) {
        lanes.remove(key);
      }
    }
  }

  int size() {
    synchronized (lanes) {
      return lanes.size();
    }
  }
}
