package org.skep.monitor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
          return size() > CACHED_MAX;
        }
      };

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
    SiteProfile learnt = of(host).learn(blocks);
    cache.put(host, learnt);
    return learnt;
  }
}
