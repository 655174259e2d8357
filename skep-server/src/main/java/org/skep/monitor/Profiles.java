package org.skep.monitor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.skep.extract.SiteProfile;
import org.skep.store.Store;

/** The site profiles in use, read from the store and kept for a while. Thread-safe, bounded. */
final class Profiles {
  private static final int CACHED_MAX = 500;

  private final Store store;
  private final Map<String, SiteProfile> cache =
      new LinkedHashMap<>(16, .75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SiteProfile> eldest) {
          if (size() > CACHED_MAX) {
            wiser.remove(eldest.getKey());
            cutAt.remove(eldest.getKey());
            return true;
          }
          return false;
        }
      };

  /** Hosts of the cache whose profile has learnt furniture since the last cut. */
  private final Set<String> wiser = new HashSet<>();

  /** Hosts of the cache to the pages their profile knew at the last cut. */
  private final Map<String, Integer> cutAt = new HashMap<>();

  Profiles(Store store) {
    this.store = store;
  }

  /** What is known of the host's pages. */
  synchronized SiteProfile of(String host) {
    return cache.computeIfAbsent(
        host,
        key ->
            store
                .read(tx -> tx.sites().profile(key))
                .map(SiteProfile::decode)
                .orElse(SiteProfile.EMPTY));
  }

  /** The host's profile after one more page; whoever stores the page stores it too. */
  synchronized SiteProfile learn(String host, List<Long> blocks) {
    SiteProfile before = of(host);
    SiteProfile learnt = before.learn(blocks);
    cache.put(host, learnt);
    if (learnt.knowsMoreThan(before, blocks)) {
      wiser.add(host);
    }
    return learnt;
  }

  /**
   * Whether the host's older pages are worth another cut: the profile knows furniture that it did
   * not know, and half as many pages again as at the last cut. Asking is taking.
   */
  synchronized boolean takeWiser(String host) {
    int pages = of(host).pages();
    if (!wiser.contains(host) || pages * 2 < cutAt.getOrDefault(host, 0) * 3) {
      return false;
    }
    wiser.remove(host);
    cutAt.put(host, pages);
    return true;
  }
}
