package org.skep.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.skep.model.Entry;
import org.skep.model.Stated;
import org.skep.store.EntryRow;
import org.skep.store.EntryRow.State;
import org.skep.store.FeedRow;
import org.skep.store.FeedRow.FullText;
import org.skep.store.Hash;
import org.skep.store.Tx;
import org.skep.url.HostKey;
import org.skep.url.Url;
import org.skep.url.UrlIdentity;

/**
 * Decides which listed entries are new, which are edits, and which were seen before under another
 * guid: fetching.md §3. Writes the result into the transaction it is given.
 */
final class EntryMatcher {
  private static final Instant PLAUSIBLE_MIN = Instant.parse("1990-01-01T00:00:00Z");
  private static final Duration FUTURE_MAX = Duration.ofHours(1);
  private static final Duration GUID_CHANGE_MAX = Duration.ofDays(30);
  private static final double OTHER_ARTICLE_MAX = .3;

  /** So many entries with one and the same date were dated by a program that knows none. */
  private static final int SAME_DATES_MIN = 3;

  /** A teaser of fewer words says nothing about the article. */
  private static final int COMPARED_WORDS_MIN = 8;

  private final Tx tx;
  private final FeedRow feed;
  private final Instant now;

  EntryMatcher(Tx tx, FeedRow feed, Instant now) {
    this.tx = tx;
    this.feed = feed;
    this.now = now;
  }

  /** Takes the entries in, the oldest first; gives how many are new. */
  int match(List<Entry> entries) {
    Map<String, Entry> listed = keyed(entries);
    boolean datesMean =
        entries.size() < SAME_DATES_MIN
            || entries.stream().map(Entry::published).distinct().count() > 1;
    int fresh = 0;
    for (var each : listed.entrySet().stream().toList().reversed()) {
      Entry entry = datesMean ? each.getValue() : undated(each.getValue());
      fresh += take(each.getKey(), entry, listed.keySet()) ? 1 : 0;
    }
    return fresh;
  }

  /** The same guid twice with different links is two entries. */
  private static Map<String, Entry> keyed(List<Entry> entries) {
    Map<String, Set<String>> links = new HashMap<>();
    entries.forEach(entry ->
        links.computeIfAbsent(key(entry), _ -> new HashSet<>()).add(String.valueOf(entry.url())));
    var keyed = new LinkedHashMap<String, Entry>();
    for (Entry entry : entries) {
      String key = key(entry);
      keyed.putIfAbsent(
          links.getOrDefault(key, Set.of()).size() > 1 ? key + " " + entry.url() : key, entry);
    }
    return keyed;
  }

  private boolean take(String key, Entry entry, Set<String> listed) {
    Optional<EntryRow> known = tx.entries().find(feed.id(), key);
    if (known.isPresent() && isOtherArticle(known.get(), entry)) {
      String both = key + " " + entry.url();
      known = tx.entries().find(feed.id(), both);
      return known.isPresent() ? seen(known.get(), entry) : add(both, entry);
    }
    if (known.isPresent()) {
      return seen(known.get(), entry);
    }
    Optional<EntryRow> renamed = renamed(entry, listed);
    if (renamed.isPresent()) {
      tx.entries().rekey(renamed.get().id(), key, now);
      return seen(renamed.get(), entry);
    }
    return add(key, entry);
  }

  private static Entry undated(Entry entry) {
    return new Entry(
        entry.id(),
        entry.url(),
        entry.externalUrl(),
        entry.title(),
        entry.summary(),
        entry.contentHtml(),
        entry.contentText(),
        null,
        null,
        entry.authors(),
        entry.tags(),
        entry.language(),
        entry.image(),
        entry.source(),
        entry.attachments());
  }

  /** The guid was used again: another link, another title, and other words. */
  private boolean isOtherArticle(EntryRow known, Entry entry) {
    String link = link(entry);
    String title = entry.title();
    return known.link() != null
        && link != null
        && !known.link().equals(link)
        && known.title() != null
        && title != null
        && similarity(known.title(), title) < OTHER_ARTICLE_MAX
        && shareKnown(known, entry) < OTHER_ARTICLE_MAX;
  }

  /** How much of what is listed now stands in the article that was made of the entry before. */
  private double shareKnown(EntryRow known, Entry entry) {
    Long article = known.article();
    Set<String> listed = words(EntryText.text(entry));
    if (article == null || listed.size() < COMPARED_WORDS_MIN) {
      return 0;
    }
    Set<String> before =
        tx.articles().analysis(article).map(it -> words(it.article().text())).orElse(Set.of());
    return (double) listed.stream().filter(before::contains).count() / listed.size();
  }

  /** Feeds change their guids: the same link, or the same title and date, is the same entry. */
  private Optional<EntryRow> renamed(Entry entry, Set<String> listed) {
    String link = link(entry);
    Optional<EntryRow> byLink =
        link == null ? Optional.empty() : tx.entries().byLink(feed.id(), link);
    if (byLink.isPresent() && !listed.contains(byLink.get().key())) {
      return byLink;
    }
    String title = entry.title();
    Optional<EntryRow> byPath = elsewhere(entry).filter(row -> !listed.contains(row.key()));
    if (byPath.isPresent()) {
      return byPath;
    }
    Instant date = plausible(entry.published());
    return title == null || date == null
        ? Optional.empty()
        : tx.entries()
            .byTitle(feed.id(), title, now.minus(GUID_CHANGE_MAX))
            .filter(row -> !listed.contains(row.key()) && date.equals(row.published()));
  }

  /** The feed moved to another host and took its guids along. */
  private Optional<EntryRow> elsewhere(Entry entry) {
    String guid = entry.id();
    String title = entry.title();
    Optional<Url> url = guid == null ? Optional.empty() : Url.parse(guid).filter(Url::isHttp);
    return url.isEmpty() || title == null || url.get().requestTarget().length() < 2
        ? Optional.empty()
        : tx.entries().byGuidPath(feed.id(), url.get().requestTarget(), title);
  }

  private boolean seen(EntryRow known, Entry entry) {
    String hash = hash(entry);
    if (known.hash().equals(hash)) {
      tx.entries().seen(known.id(), now);
    } else {
      tx.entries().edited(known.id(), entry.title(), hash, entry, now);
    }
    return false;
  }

  private boolean add(String key, Entry entry) {
    tx.entries()
        .add(
            new EntryRow(
                0,
                feed.id(),
                key,
                link(entry),
                entry.title(),
                hash(entry),
                plausible(entry.published()),
                now,
                now,
                State.WAITING,
                now,
                0,
                null,
                null,
                entry,
                lane(entry)));
    return true;
  }

  /** Entries whose page is not fetched need no turn at any host. */
  private String lane(Entry entry) {
    return wantsPage(feed, entry)
        ? HostKey.ofAddress(String.valueOf(entry.url()))
        : "feed " + feed.id();
  }

  /** Whether the entry's page is to be fetched. */
  static boolean wantsPage(FeedRow feed, Entry entry) {
    return EntryText.address(entry).isPresent()
        && (feed.fullText() == FullText.ALWAYS
            || (feed.fullText() == FullText.WHEN_TRUNCATED && EntryText.isTruncated(entry)));
  }

  static String key(Entry entry) {
    String guid = entry.id();
    String link = link(entry);
    if (guid != null && !guid.isBlank()) {
      return "id:" + withoutScheme(guid.strip());
    }
    return link != null ? "link:" + link : "hash:" + hash(entry);
  }

  /** A guid that only went from http to https is the same. */
  private static String withoutScheme(String guid) {
    return guid.replaceFirst("(?i)^https?://", "//");
  }

  private static @Nullable String link(Entry entry) {
    String url = entry.url();
    return url == null ? null : UrlIdentity.of(url).orElse(url);
  }

  private static String hash(Entry entry) {
    return Hash.of(
        entry.title()
            + "\n"
            + link(entry)
            + "\n"
            + entry.summary()
            + "\n"
            + entry.contentHtml()
            + "\n"
            + entry.contentText());
  }

  private @Nullable Instant plausible(@Nullable Stated stated) {
    if (stated == null) {
      return null;
    }
    Instant date = stated.instant();
    return date.isBefore(PLAUSIBLE_MIN) || date.isAfter(now.plus(FUTURE_MAX)) ? null : date;
  }

  /** Words in common, of all words. */
  private static double similarity(String one, String other) {
    Set<String> words = words(one);
    Set<String> all = new TreeSet<>(words);
    all.addAll(words(other));
    words.retainAll(words(other));
    return all.isEmpty() ? 1 : (double) words.size() / all.size();
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
  }
}
